// Where a track's plate was, and where it will be next. Owned by Track.
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class PlatePath
{
    private const float HopInWidths = 0.1f;
    private const float MinGoingInWidths = 0.2f;
    private PixelPoint _velocityPxPerSecond;
    private Walk _walk;

    internal int Count { get; private set; }

    internal Quad First { get; private set; }

    internal Quad Last { get; private set; }

    internal Quad Previous { get; private set; }

    internal DateTimeOffset LastAt { get; private set; }

    internal DateTimeOffset LastHopAt => _walk.LastHopAt;

    /// <summary>How far it came, in widths of its smaller end.</summary>
    internal float Travel => _walk.Net / Math.Max(1, Math.Min(First.Width, Last.Width));

    internal float Growth => Math.Max(First.Width, Last.Width) / Math.Max(1, Math.Min(First.Width, Last.Width));

    /// <summary>True when it goes somewhere at all: lettering on a wall or in the display only trembles.</summary>
    internal bool Goes => Travel >= MinGoingInWidths && _walk.IsSteady(minHops: 2);

    internal bool IsSteady(int minHops) => _walk.IsSteady(minHops);

    internal void Add(Quad corners, DateTimeOffset at)
    {
        if (Count == 0)
        {
            First = corners;
        }
        else
        {
            var seconds = (float)Math.Max((at - LastAt).TotalSeconds, 1e-2);
            _velocityPxPerSecond = new((corners.Centre.X - Last.Centre.X) / seconds, (corners.Centre.Y - Last.Centre.Y) / seconds);
        }
        Previous = Count == 0 ? corners : Last;
        Last = corners;
        LastAt = at;
        Count++;
        _walk.Step(corners.Centre, HopInWidths * corners.Width, at);
    }

    internal PixelPoint Expected(DateTimeOffset at)
    {
        var seconds = (float)Math.Clamp((at - LastAt).TotalSeconds, 0, 2);
        return new(Last.Centre.X + (_velocityPxPerSecond.X * seconds), Last.Centre.Y + (_velocityPxPerSecond.Y * seconds));
    }
}
