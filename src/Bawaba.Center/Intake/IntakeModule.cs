using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Intake;

/// <summary>The spine: what gates send, stored and made into alerts in one transaction.</summary>
internal static class IntakeModule
{
    internal static void AddIntake(this IServiceCollection services) => services.AddSingleton<OfficerIntake>().AddSingleton<ListKeys>().AddSingleton<OrdersHistory>().AddSingleton<ICenterLink, CenterLink>()
        .AddSingleton(p => new VoiceDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<WatchlistBook>(),
            p.GetRequiredService<MandateBook>(), p.GetRequiredService<ListKeys>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new CarriedListDesk(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>(),
            p.GetRequiredService<OrdersDesk>(), p.GetRequiredService<ListKeys>()));
}
