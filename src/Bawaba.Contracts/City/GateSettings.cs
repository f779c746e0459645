namespace Bawaba.Contracts.City;

/// <summary>A gate: a place with lanes, on a city entrance or an administrative border.</summary>
public sealed record GateSettings
{
    public required GateId Id { get; init; }

    public required LocalName Name { get; init; }

    public required GateKind Kind { get; init; }

    /// <summary>The directorate the gate belongs to; null: common to the room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>On the schematic of roads, 0 to 1000 from its left edge; with <see cref="Y"/>, and wherever a segment names the gate.</summary>
    public double? X { get; init; }

    /// <summary>On the schematic, 0 to 1000 from its upper edge.</summary>
    public double? Y { get; init; }

    /// <summary>Degrees north (WGS 84); with <see cref="Longitude"/> or not at all.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    public required IReadOnlyList<LaneSettings> Lanes { get; init; }

    public required IReadOnlyList<CameraSettings> Cameras { get; init; }
}
