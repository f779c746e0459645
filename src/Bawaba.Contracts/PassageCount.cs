namespace Bawaba.Contracts;

/// <summary>What a passage leaves behind when it is no hit: that somebody passed, never who.</summary>
public sealed record PassageCount
{
    public required PassageId Passage { get; init; }

    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    public required PlateOutcome Outcome { get; init; }

    /// <summary>When it crossed the lane's line (UTC).</summary>
    public required DateTimeOffset PassedAt { get; init; }
}
