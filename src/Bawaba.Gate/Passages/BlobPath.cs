using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>Where a track's body was: the part of the picture that moved.</summary>
internal sealed class BlobPath
{
    internal int Count { get; private set; }

    internal Blob First { get; private set; }

    internal Blob Previous { get; private set; }

    internal Blob Last { get; private set; }

    internal Blob Largest { get; private set; }

    internal void Add(Blob blob)
    {
        if (Count == 0)
            First = blob;
        Previous = Count == 0 ? blob : Last;
        Last = blob;
        if (blob.Box.Area > Largest.Box.Area)
            Largest = blob;
        Count++;
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
