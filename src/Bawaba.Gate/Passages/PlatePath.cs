using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>Where a track's plate was, and where it will be next.</summary>
internal sealed class PlatePath
{
    private PixelPoint _velocityPxPerSecond;

    internal int Count { get; private set; }

    internal Quad First { get; private set; }

    internal Quad Last { get; private set; }

    internal Quad Previous { get; private set; }

    internal DateTimeOffset LastAt { get; private set; }

    internal void Add(Quad corners, DateTimeOffset at)
    {
        if (Count == 0)
        {
            First = corners;
        }
        else
        {
            var seconds = (float)Math.Max((at - LastAt).TotalSeconds, 1e-3);
            _velocityPxPerSecond = new((corners.Centre.X - Last.Centre.X) / seconds, (corners.Centre.Y - Last.Centre.Y) / seconds);
        }
        Previous = Count == 0 ? corners : Last;
        Last = corners;
        LastAt = at;
        Count++;
    }

    internal PixelPoint Expected(DateTimeOffset at)
    {
        var seconds = (float)Math.Clamp((at - LastAt).TotalSeconds, 0, 2);
        return new(Last.Centre.X + (_velocityPxPerSecond.X * seconds), Last.Centre.Y + (_velocityPxPerSecond.Y * seconds));
    }
}
