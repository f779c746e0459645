using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Gates;

/// <summary>Gates, lanes, cameras and how they are: a gate unheard for 5 s says so, one unheard for 30 s is an alarm.</summary>
internal static class GatesModule
{
    internal static void AddGates(this IServiceCollection services, string cityPath, bool filesAreLaw)
    {
        services.AddSingleton(_ => new GateRegistry());
        services.AddSingleton<GateBoard>();
        services.AddSingleton<GateReports>();
        services.AddSingleton<IHostedService>(p => ActivatorUtilities.CreateInstance<GateClock>(p));
        services.AddSingleton(p => new GateFeed(p.GetRequiredService<LiveFeed>()));
        services.AddSingleton(p => new GateDesk(
            p.GetRequiredService<GateRegistry>(), p.GetRequiredService<GateBoard>(), p.GetRequiredService<SessionGuard>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<Disclosures>(), p.GetService<IGatePictures>()));
        services.AddSingleton(p => new CityLoader(cityPath, filesAreLaw, p.GetRequiredService<GateRegistry>(), p.GetRequiredService<SourceTools>()));
        services.AddSingleton(p => new WatchedSource(cityPath, p.GetRequiredService<CityLoader>().LoadAsync));
    }

    internal static void MapGates(this IEndpointRouteBuilder api) => GateEndpoints.Map(api);
}
