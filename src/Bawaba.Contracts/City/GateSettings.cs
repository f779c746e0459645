namespace Bawaba.Contracts.City;

/// <summary>A gate: a place with lanes, on a city entrance or an administrative border.</summary>
public sealed record GateSettings
{
    public required GateId Id { get; init; }

    public required LocalName Name { get; init; }

    public required GateKind Kind { get; init; }

    /// <summary>The directorate the gate belongs to; null: common to the room.</summary>
    public DirectorateId? Directorate { get; init; }

    public required IReadOnlyList<LaneSettings> Lanes { get; init; }

    public required IReadOnlyList<CameraSettings> Cameras { get; init; }
}
