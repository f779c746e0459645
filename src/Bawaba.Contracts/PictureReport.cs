namespace Bawaba.Contracts;

/// <summary>How a camera's picture was judged, with the figure that decided.</summary>
public sealed record PictureReport
{
    public required PictureState State { get; init; }

    /// <summary>
    /// Per cent, 0 to 100. Dark: brightness of all but the brightest fiftieth. Blurred: sharpness as a share of this
    /// camera's own (may be above 100). Moved: likeness of the view to this camera's own.
    /// </summary>
    public required double MeasuredPercent { get; init; }

    /// <summary>Below this the state holds.</summary>
    public required double ThresholdPercent { get; init; }

    /// <summary>Since when it is in this state (UTC).</summary>
    public required DateTimeOffset SinceAt { get; init; }
}
