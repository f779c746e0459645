using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Watchlists;

/// <summary>Watch-list entries, each resting on law, and the slices of them that gates may hold.</summary>
internal static class WatchlistsModule
{
    internal static void AddWatchlists(this IServiceCollection services)
    {
        services.AddSingleton<WatchlistBook>();
        services.AddSingleton<ILawPart>(p => p.GetRequiredService<WatchlistBook>());
        services.AddSingleton<EntryClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<EntryClock>());
        services.AddSingleton(p => new WatchlistDesk(
            p.GetRequiredService<WatchlistBook>(), p.GetRequiredService<SourceBoard>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<AuditLog>()));
        services.AddSingleton(p => new PersonDesk(
            p.GetRequiredService<WatchlistBook>(), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new EntryDesk(
            p.GetRequiredService<LawSteps>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>(),
            p.GetRequiredService<SheetDesk>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DocumentDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ImportDesk(
            p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>(),
            p.GetRequiredService<LawWatch>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ListReviewDesk(
            p.GetRequiredService<LawSteps>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<SheetDesk>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new OrdersDesk(
            p.GetRequiredService<GateRegistry>(), p.GetRequiredService<RingBook>(), p.GetRequiredService<MandateBook>(), p.GetRequiredService<WatchlistBook>(),
            p.GetRequiredService<TimeProvider>()));
    }

    internal static void MapWatchlists(this IEndpointRouteBuilder api) => WatchlistEndpoints.Map(api);
}
