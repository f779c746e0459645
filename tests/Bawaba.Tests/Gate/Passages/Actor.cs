using Bawaba.Vision.Plates;

namespace Bawaba.Tests.Gate.Passages;

/// <summary>Something in a drawn lane: a vehicle that goes down the picture (or up), or lettering that stays.</summary>
internal sealed record Actor
{
    /// <summary>What its plate reads; null for none.</summary>
    public string? Text { get; init; }

    public double StartSeconds { get; init; }

    /// <summary>Seconds from the far end of the lane to the near one.</summary>
    public double CrossingSeconds { get; init; } = 3;

    /// <summary>Share of the way at which it stands still, and for how long.</summary>
    public double StopsAt { get; init; } = 2;

    public double StopSeconds { get; init; }

    /// <summary>Goes from the near end to the far one.</summary>
    public bool Recedes { get; init; }

    /// <summary>Centre of its lane at the near end, share of the picture's width.</summary>
    public double LaneX { get; init; } = 0.5;

    public bool HasBody { get; init; } = true;

    /// <summary>Width of its outline in widths of its plate.</summary>
    public double BodyInPlates { get; init; } = 3.4;

    /// <summary>Height of its outline over its width.</summary>
    public double Aspect { get; init; } = 1;

    /// <summary>Not seen between these seconds: something stands before it.</summary>
    public (double From, double Until) Hidden { get; init; } = (-1, -1);

    public bool Legible { get; init; } = true;

    /// <summary>Place on its way, 0 far to 1 near; null while it is not in the picture.</summary>
    internal double? Way(double seconds)
    {
        var gone = (seconds - StartSeconds) / CrossingSeconds;
        if (gone < 0 || (seconds >= Hidden.From && seconds < Hidden.Until))
            return null;
        var stop = StopSeconds / CrossingSeconds;
        gone = gone <= StopsAt ? gone : Math.Max(StopsAt, gone - stop);
        return gone > 1 ? null : Recedes ? 1 - gone : gone;
    }

    internal Quad PlateAt(double way)
    {
        var (x, y, width) = Place(way);
        return ReadingOf.Box(x, y, width, width / 3);
    }

    internal PixelBox BodyAt(double way)
    {
        var (x, y, width) = Place(way);
        var w = (float)BodyInPlates * width;
        var h = w * (float)Aspect;
        return new(
            Math.Clamp(x - (w / 2), 0, Scene.Width), Math.Clamp(y + (0.3f * h) - h, 0, Scene.Height),
            Math.Clamp(x + (w / 2), 0, Scene.Width), Math.Clamp(y + (0.3f * h), 0, Scene.Height));
    }

    private (float X, float Y, float Width) Place(double way) => (
        (float)(Scene.Width * ((0.5 * (1 - way)) + (LaneX * way))),
        (float)(Scene.Height * (0.15 + (0.85 * way * way))),
        (float)(22 + (50 * way)));
}
