using Bawaba.Center.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Audit;

/// <summary>The append-only log: every act is in it before its result is returned.</summary>
internal static class AuditModule
{
    internal static void AddAudit(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(_ => new AuditSpool(dataFolder));
        services.AddSingleton(p => new AuditLog(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditSpool>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Disclosures>();
    }
}
