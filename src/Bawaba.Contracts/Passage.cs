namespace Bawaba.Contracts;

/// <summary>
/// One vehicle, seen by one camera, once. Lives in a gate's memory; a passage that is no hit leaves only a
/// <see cref="PassageCount"/> behind.
/// </summary>
public sealed record Passage
{
    public required PassageId Id { get; init; }

    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When it crossed the lane's line, or when its track ended.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>Frames in which the vehicle was seen.</summary>
    public required int Frames { get; init; }

    public required PlateOutcome Outcome { get; init; }

    /// <summary>The fused reading; null unless <see cref="Outcome"/> is <see cref="PlateOutcome.Read"/>.</summary>
    public PlateText? Plate { get; init; }

    /// <summary>Country code of the plate's layout (LY, TN, EG, …; XX where only its letters are known).</summary>
    public string? Country { get; init; }

    /// <summary>0 to 1; zero without a plate.</summary>
    public float Confidence { get; init; }
}
