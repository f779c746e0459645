// Where a track's plate was, and where it will be next. Owned by Track.
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class PlatePath
{
    private const float HopInWidths = 0.1f;
    private const int FewSightings = 3;
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
    internal float Travel => _walk.Net / Math.Max(1, Math.Min(WidthAtStart, WidthAtEnd));

    internal float Growth => Math.Max(WidthAtStart, WidthAtEnd) / Math.Max(1, Math.Min(WidthAtStart, WidthAtEnd));

    /// <summary>True when it goes somewhere at all: lettering on a wall or in the display only trembles.</summary>
    internal bool Goes => Travel >= MinGoingInWidths && _walk.IsSteady(Math.Clamp(Count - 1, 2, 3));

    /// <summary>Mean width of the first few sightings, pixels: a single one trembles.</summary>
    internal float WidthAtStart { get; private set; }

    /// <summary>Width of the last few sightings, pixels.</summary>
    internal float WidthAtEnd { get; private set; }

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
        WidthAtStart = Count <= FewSightings ? WidthAtStart + ((corners.Width - WidthAtStart) / Count) : WidthAtStart;
        WidthAtEnd += (corners.Width - WidthAtEnd) / Math.Min(Count, FewSightings);
        _walk.Step(corners.Centre, HopInWidths * corners.Width, at);
    }

    internal PixelPoint Expected(DateTimeOffset at)
    {
        var seconds = (float)Math.Clamp((at - LastAt).TotalSeconds, 0, 2);
        return new(Last.Centre.X + (_velocityPxPerSecond.X * seconds), Last.Centre.Y + (_velocityPxPerSecond.Y * seconds));
    }
}
