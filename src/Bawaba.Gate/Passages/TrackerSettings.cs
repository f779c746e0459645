using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Gate.Passages;

/// <summary>What the tracker knows of its camera.</summary>
public sealed record TrackerSettings
{
    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    /// <summary>Null: a passage is committed when its track ends.</summary>
    public PictureLine? Line { get; init; }

    /// <summary>Direction of a vehicle that comes nearer.</summary>
    public Direction Approaching { get; init; }

    /// <summary>Never read.</summary>
    public IReadOnlyList<PictureArea> Masks { get; init; } = [];

    public static TrackerSettings For(CameraSettings camera) => new()
    {
        Camera = camera.Id,
        Lane = camera.Lane,
        Line = camera.Line,
        Approaching = camera.Approaching,
        Masks = camera.Masks,
    };
}
