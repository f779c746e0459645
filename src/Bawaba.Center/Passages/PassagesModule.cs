using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Passages;

/// <summary>Counts of passages: that somebody passed, never who.</summary>
internal static class PassagesModule
{
    internal static void AddPassages(this IServiceCollection services, int keptDays)
    {
        services.AddSingleton(p => new CountDesk(p.GetRequiredService<CenterStore>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<GateRegistry>()));
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<CountClock>(p, keptDays));
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<CountClock>());
    }

    internal static void MapPassages(this IEndpointRouteBuilder api) => CountEndpoints.Map(api);
}
