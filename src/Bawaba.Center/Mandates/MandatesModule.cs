using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Mandates;

/// <summary>Activation orders: without an active one nothing is compared, and none is ever lengthened.</summary>
internal static class MandatesModule
{
    internal static void AddMandates(this IServiceCollection services)
    {
        services.AddSingleton<MandateBook>();
        services.AddSingleton<ILawPart>(p => p.GetRequiredService<MandateBook>());
        services.AddSingleton(p => new MandateDesk(
            p.GetRequiredService<LawSteps>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>(),
            p.GetRequiredService<SheetDesk>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NoticeClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<NoticeClock>());
        services.AddSingleton(p => new NoticeDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ActivationDesk(
            p.GetRequiredService<MandateBook>(), p.GetRequiredService<SourceBoard>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<AuditLog>()));
    }

    internal static void MapMandates(this IEndpointRouteBuilder api) => MandateEndpoints.Map(api);
}
