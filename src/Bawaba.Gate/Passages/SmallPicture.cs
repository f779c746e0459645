using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

/// <summary>A frame's brightness at a small size, averaged over a few samples a cell: enough to see that something is there.</summary>
internal static class SmallPicture
{
    private const int SamplesPerSide = 4;

    internal static void Fill(Frame frame, float[] cells, int columns, int rows)
    {
        var rgb = frame.Rgb;
        Span<int> offsets = stackalloc int[columns * SamplesPerSide];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = i * frame.Width / offsets.Length * 3;
        Span<int> sums = stackalloc int[columns];
        for (var row = 0; row < rows; row++)
        {
            sums.Clear();
            for (var sample = 0; sample < SamplesPerSide; sample++)
            {
                var y = ((row * SamplesPerSide) + sample) * frame.Height / (rows * SamplesPerSide);
                AddLine(rgb.Slice(y * frame.Width * 3, frame.Width * 3), offsets, sums);
            }
            for (var column = 0; column < columns; column++)
                cells[(row * columns) + column] = sums[column] / (256f * SamplesPerSide * SamplesPerSide);
        }
    }

    private static void AddLine(ReadOnlySpan<byte> line, ReadOnlySpan<int> offsets, Span<int> sums)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            var pixel = line.Slice(offsets[i], 3);
            sums[i / SamplesPerSide] += (pixel[0] * 77) + (pixel[1] * 150) + (pixel[2] * 29);
        }
    }
}
