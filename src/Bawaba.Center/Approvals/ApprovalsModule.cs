using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Proof.Passkeys;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Approvals;

/// <summary>Passkeys, whose approvals count, and what they approved: every gate checks it again.</summary>
internal static class ApprovalsModule
{
    /// <param name="party">Whom passkeys are made for; null where this server is reached by an address alone.</param>
    internal static void AddApprovals(this IServiceCollection services, RelyingParty? party)
    {
        services.AddSingleton<RingBook>();
        services.AddSingleton<ILawPart>(p => p.GetRequiredService<RingBook>());
        services.AddSingleton<LawWatch>();
        services.AddSingleton<LawSteps>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<LawWatch>());
        services.AddSingleton(p => new SheetDesk(p.GetRequiredService<AuditLog>(), p.GetRequiredService<RingBook>(), party, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new PasskeyDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), party, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new KeyRingDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<SheetDesk>(),
            p.GetRequiredService<RingBook>(), p.GetRequiredService<LawWatch>(), party, p.GetRequiredService<TimeProvider>()));
    }

    internal static void MapApprovals(this IEndpointRouteBuilder api) => ApprovalEndpoints.Map(api);
}
