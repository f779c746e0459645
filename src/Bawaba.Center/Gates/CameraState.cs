using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

/// <summary>How a camera is now.</summary>
public sealed record CameraState
{
    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    /// <summary>Null when the gate is unheard or has not spoken of this camera.</summary>
    public CameraPhase? Phase { get; init; }

    /// <summary>A stable code for the screen to translate (refused, no-answer, no-frames, …); empty when live.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>The technical detail, in English, without credentials.</summary>
    public string Detail { get; init; } = "";

    public DateTimeOffset? SinceAt { get; init; }

    public DateTimeOffset? LastFrameAt { get; init; }

    public double FramesPerSecond { get; init; }

    public long DroppedFrames { get; init; }

    /// <summary>What its picture says about the camera; null when unknown.</summary>
    public PictureReport? Picture { get; init; }

    public bool Simulated { get; init; }
}
