using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Gate.Passages;

/// <summary>What the tracker knows of its camera.</summary>
public sealed record TrackerSettings
{
    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    /// <summary>Null: a passage is committed when its track ends, or as soon as it is sure.</summary>
    public PictureLine? Line { get; init; }

    /// <summary>Without a line: commit as soon as the text is sure, so that an alert need not wait until the vehicle has left.</summary>
    public bool DecidesEarly { get; init; }

    /// <summary>Direction of a vehicle that comes nearer.</summary>
    public Direction Approaching { get; init; }

    /// <summary>Never read.</summary>
    public IReadOnlyList<PictureArea> Masks { get; init; } = [];

    public static TrackerSettings For(CameraSettings camera) => new()
    {
        Camera = camera.Id,
        Lane = camera.Lane,
        Line = camera.Line,
        DecidesEarly = true,
        Approaching = camera.Approaching,
        Masks = camera.Masks,
    };
}
