using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Cases;

/// <summary>The case register: numbers that resolve.</summary>
internal static class CasesModule
{
    internal static void AddCases(this IServiceCollection services) => services.AddSingleton(p => new CaseDesk(
        p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
}
