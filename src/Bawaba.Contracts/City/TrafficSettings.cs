namespace Bawaba.Contracts.City;

/// <summary>A camera without a picture: its counts come from a seeded simulation, and every screen says so.</summary>
public sealed record TrafficSettings
{
    public required int Seed { get; init; }

    public required double VehiclesPerHour { get; init; }
}
