using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Calls;

/// <summary>The phone and radio log: written once, erased of people on time.</summary>
internal static class CallsModule
{
    internal static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<CallClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<CallClock>());
        services.AddSingleton<CallReading>();
        services.AddSingleton(p => new CallDesk(
            p.GetRequiredService<LiveAnnouncer>(), p.GetRequiredService<CallReading>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<TimeProvider>()));
    }
}
