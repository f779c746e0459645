using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Sharing;

/// <summary>What directorates let each other see and do: agreed by both, until an instant.</summary>
internal static class SharingModule
{
    internal static void AddSharing(this IServiceCollection services) => services.AddSingleton(p => new AgreementDesk(
        p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
}
