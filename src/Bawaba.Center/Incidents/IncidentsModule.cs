using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Roads;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Center.Watchlists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Incidents;

/// <summary>What people are sent to, what they did, and what came of it: a log that is only added to, seen at once by everybody who may.</summary>
internal static class IncidentsModule
{
    internal static void AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton(p => new IncidentWork(
            p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IncidentReading>();
        services.AddSingleton<IncidentClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<IncidentClock>());
        services.AddSingleton(p => new IncidentDesk(p.GetRequiredService<IncidentWork>(), p.GetRequiredService<IncidentReading>(), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<UnitBook>()));
        services.AddSingleton(p => new DispatchDesk(
            p.GetRequiredService<IncidentWork>(), p.GetRequiredService<UnitBook>(), p.GetRequiredService<RoadBook>(), p.GetRequiredService<GateRegistry>()));
        services.AddSingleton(p => new CommandDesk(p.GetRequiredService<IncidentWork>()));
        services.AddSingleton(p => new AttachmentDesk(p.GetRequiredService<IncidentWork>()));
        services.AddSingleton(p => new OutcomeDesk(p.GetRequiredService<IncidentWork>(), p.GetRequiredService<WatchlistBook>()));
        services.AddSingleton(p => new CustodyDesk(p.GetRequiredService<IncidentWork>()));
        services.AddSingleton(p => new FiguresDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<Disclosures>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DispatchTimesDesk(p.GetRequiredService<CenterStore>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new IncidentTypeDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
    }
}
