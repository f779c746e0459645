using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Alerts;

/// <summary>Hits as work for people: never lost, at most one an entry and passage, two people before anything is tasked.</summary>
internal static class AlertsModule
{
    internal static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertIntake>();
        services.AddSingleton<GateLooks>();
        services.AddSingleton<AlertReading>();
        services.AddSingleton(p => new FalseHitDesk(
            p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<GateRegistry>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new TimesDesk(p.GetRequiredService<CenterStore>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new AlertCaseDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => p.GetRequiredService<CenterOptions>().Escalation);
        services.AddSingleton<AlertEscalation>();
        services.AddSingleton<AlertClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<AlertClock>());
        services.AddSingleton(p => new AlertFeed(p.GetRequiredService<LiveFeed>()));
        services.AddSingleton(p => new AlertDesk(
            p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<AlertReading>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<SessionGuard>(), p.GetRequiredService<WatchlistBook>(), p.GetRequiredService<MandateBook>(),
            p.GetRequiredService<TimeProvider>()));
    }

    internal static void MapAlerts(this IEndpointRouteBuilder api) => AlertEndpoints.Map(api);
}
