using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Situation;

/// <summary>The situation sheet: the room on paper for the day the power is gone. It only reads, and keeps the files of a day.</summary>
internal static class SituationModule
{
    internal static void AddSituation(this IServiceCollection services)
    {
        services.AddSingleton(p => new SituationReading(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<GateBoard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new SituationDesk(
            p.GetRequiredService<SituationReading>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<Disclosures>(), p.GetRequiredService<SessionGuard>()));
        services.AddSingleton(p => new SituationFolder(p.GetRequiredService<CenterOptions>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SituationFolder>>()));
    }
}
