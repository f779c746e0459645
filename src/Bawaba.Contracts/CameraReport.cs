namespace Bawaba.Contracts;

/// <summary>A camera's state as its gate sees it.</summary>
public sealed record CameraReport
{
    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    public required CameraPhase Phase { get; init; }

    /// <summary>A stable code for the screen to translate (refused, no-answer, no-frames, …); empty when live.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>The technical detail, in English, with every credential removed.</summary>
    public required string Detail { get; init; }

    /// <summary>Since when it is in this phase (UTC).</summary>
    public required DateTimeOffset SinceAt { get; init; }

    public DateTimeOffset? LastFrameAt { get; init; }

    public double FramesPerSecond { get; init; }

    /// <summary>Frames dropped because a newer one was waiting, since start.</summary>
    public long DroppedFrames { get; init; }

    /// <summary>What its picture says about the camera; null while no frames come or too little was seen.</summary>
    public PictureReport? Picture { get; init; }

    /// <summary>True when this camera's traffic comes from a seeded simulation and no picture exists.</summary>
    public bool Simulated { get; init; }
}
