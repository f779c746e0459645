using Bawaba.Contracts;
using Bawaba.Contracts.Video;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Wire;

/// <summary>Snapshots and live video of gates on machines of their own.</summary>
internal static class WireModule
{
    internal static void AddWire(this IServiceCollection services)
    {
        services.AddSingleton<GateWires>();
        services.AddSingleton<IGatePictures>(p => p.GetRequiredService<GateWires>());
        services.AddSingleton<IGateVideo>(p => p.GetRequiredService<GateWires>());
    }
}
