using System.Numerics;

namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>A vehicle's solid form in its own metres, and where plates and lamps sit on it.</summary>
internal sealed record VehicleDesign
{
    internal required IReadOnlyList<MeshPart> Parts { get; init; }

    internal required float Length { get; init; }

    internal required float Width { get; init; }

    internal required float Height { get; init; }

    /// <summary>Middle of the front plate.</summary>
    internal required Vector3 FrontPlate { get; init; }

    internal required Vector3 RearPlate { get; init; }

    internal required IReadOnlyList<Vector3> Headlights { get; init; }

    internal static VehicleDesign Of(StageVehicle vehicle, int seed) => vehicle.Kind switch
    {
        VehicleKind.Saloon => CarShapes.Saloon(vehicle.Colour),
        VehicleKind.OffRoad => CarShapes.OffRoad(vehicle.Colour),
        VehicleKind.Pickup => CarShapes.Pickup(vehicle.Colour, seed),
        VehicleKind.Bus => HeavyShapes.Bus(vehicle.Colour),
        VehicleKind.Truck => HeavyShapes.Truck(vehicle.Colour, seed),
        _ => HeavyShapes.Motorcycle(vehicle.Colour),
    };
}
