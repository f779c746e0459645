namespace Bawaba.Simulator.Cameras;

/// <summary>A picture's size in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Read from a JPEG's frame header; null where none is found.</summary>
    internal static PictureSize? OfJpeg(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF; at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]))
        {
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2)
                return new((jpeg[at + 7] << 8) | jpeg[at + 8], (jpeg[at + 5] << 8) | jpeg[at + 6]);
        }
        return null;
    }
}
