// Where a track's body was: the part of the picture that moved. Owned by Track.
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class BlobPath
{
    private const float HopInHeights = 0.06f;
    private Walk _walk;

    internal int Count { get; private set; }

    internal Blob First { get; private set; }

    internal Blob Previous { get; private set; }

    internal Blob Last { get; private set; }

    internal Blob Largest { get; private set; }

    /// <summary>The largest that no edge of the picture cuts off: its outline is the vehicle's.</summary>
    internal Blob? LargestWhole { get; private set; }

    internal DateTimeOffset LastHopAt => _walk.LastHopAt;

    /// <summary>How far it came, in heights of its smaller end.</summary>
    internal float Travel => _walk.Net / Math.Max(1, Math.Min(First.Box.Height, Last.Box.Height));

    internal bool IsSteady => _walk.IsSteady(minHops: 3);

    internal void Add(Blob blob, bool whole, DateTimeOffset at)
    {
        if (Count == 0)
            First = blob;
        Previous = Count == 0 ? blob : Last;
        Last = blob;
        if (blob.Box.Area > Largest.Box.Area)
            Largest = blob;
        if (whole && blob.Box.Area > (LargestWhole?.Box.Area ?? 0))
            LargestWhole = blob;
        Count++;
        if (blob.Stirs || Count == 1)
            _walk.Step(blob.Box.Centre, HopInHeights * blob.Box.Height, at);
    }

    /// <summary>Where the box will be if it goes on as it did.</summary>
    internal PixelBox Expected
    {
        get
        {
            var (a, b) = (Previous.Box, Last.Box);
            return new((2 * b.X0) - a.X0, (2 * b.Y0) - a.Y0, (2 * b.X1) - a.X1, (2 * b.Y1) - a.Y1);
        }
    }
}
