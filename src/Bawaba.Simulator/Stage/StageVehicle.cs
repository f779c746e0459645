using Bawaba.Simulator.Stage.Plates;

namespace Bawaba.Simulator.Stage;

/// <summary>One vehicle as it is drawn.</summary>
public sealed record StageVehicle
{
    public required VehicleKind Kind { get; init; }

    public required VehicleColour Colour { get; init; }

    /// <summary>Null: it carries none on the side the camera sees.</summary>
    public DrawnPlate? Plate { get; init; }

    /// <summary>Kilometres an hour.</summary>
    public double SpeedKmh { get; init; } = 35;
}
