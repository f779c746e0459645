using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Officers;

/// <summary>Who works at which gate's own page.</summary>
internal static class OfficersModule
{
    internal static void AddOfficers(this IServiceCollection services) => services.AddSingleton(p => new OfficerDesk(
        p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(),
        p.GetRequiredService<GateRegistry>(), p.GetRequiredService<PasswordHash>(), p.GetRequiredService<TimeProvider>()));
}
