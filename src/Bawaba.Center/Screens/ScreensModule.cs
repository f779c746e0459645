using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Screens;

/// <summary>What screens listen to: bounded in number, silent about what a reader may not know, and never silently frozen.</summary>
internal static class ScreensModule
{
    internal static void AddScreens(this IServiceCollection services, int maxConnections, int maxPerAccount)
    {
        services.AddSingleton(_ => new LiveConnections(maxConnections, maxPerAccount));
        services.AddSingleton(p => new LiveStream(
            p.GetRequiredService<LiveFeed>(), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<UnitBook>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<TimeProvider>()));
    }

    internal static void MapScreens(this IEndpointRouteBuilder api) => LiveEndpoints.Map(api);
}
