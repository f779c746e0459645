using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Enrolment;

/// <summary>Gates on machines of their own: how they come to belong here and cease to.</summary>
internal static class EnrolmentModule
{
    internal static void AddEnrolment(this IServiceCollection services, GateAuthority authority)
    {
        services.AddSingleton(authority);
        services.AddSingleton(p => new EnrolmentDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<GateRegistry>(), authority, p.GetRequiredService<TimeProvider>()));
    }
}
