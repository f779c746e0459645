using Bawaba.Center.Gates;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Roads;

/// <summary>Places, road segments and usual travel times, from the same city file as the gates.</summary>
internal static class RoadsModule
{
    internal static void AddRoads(this IServiceCollection services) =>
        services.AddSingleton(p => new RoadBook(p.GetRequiredService<GateRegistry>()));
}
