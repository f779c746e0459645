namespace Bawaba.Contracts.City;

/// <summary>A camera as its gate reads it. Credentials are never here: they stand in a file of their own.</summary>
public sealed record CameraSettings
{
    public required CameraId Id { get; init; }

    public required LaneId Lane { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>rtsp:// or rtsps:// without user and password. Exactly one of this and <see cref="Traffic"/> is set.</summary>
    public string? Url { get; init; }

    /// <summary>The smaller stream of the same camera, for people who watch; null: they watch what is read.</summary>
    public string? LiveUrl { get; init; }

    public TrafficSettings? Traffic { get; init; }

    /// <summary>How many frames a second are read; the camera may send more. 1 to 15; 5 where the file does not say.</summary>
    // The generated JSON reader sets what a file leaves out to its type's default, past any initialiser.
    public double FramesPerSecond { get => field == 0 ? 5 : field; init; }

    /// <summary>A passage is committed when its vehicle crosses this line; null commits when its track ends.</summary>
    public PictureLine? Line { get; init; }

    /// <summary>The direction of a vehicle that comes nearer to the camera; one that goes away has the other.</summary>
    public Direction Approaching { get; init; } = Direction.Unknown;

    /// <summary>Parts of the picture never read: the on-screen display, a neighbour's yard.</summary>
    public IReadOnlyList<PictureArea> Masks { get => field ?? []; init; }
}
