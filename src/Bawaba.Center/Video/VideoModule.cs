using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Contracts.Video;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Video;

/// <summary>Live video for screens: allowed, logged, kept nowhere.</summary>
internal static class VideoModule
{
    internal static void AddVideo(this IServiceCollection services)
    {
        services.AddSingleton<VideoConnections>();
        services.AddSingleton(p => new VideoDesk(
            p.GetRequiredService<GateRegistry>(), p.GetRequiredService<SessionGuard>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TimeProvider>(), p.GetService<IGateVideo>()));
    }

    internal static void MapVideo(this IEndpointRouteBuilder api) => VideoEndpoints.Map(api);
}
