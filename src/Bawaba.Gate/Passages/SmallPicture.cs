using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

/// <summary>A frame's brightness at a small size, averaged over a few samples a cell: enough to see that something is there.</summary>
internal static class SmallPicture
{
    private const int SamplesPerSide = 4;

    internal static void Fill(Frame frame, float[] cells, int columns, int rows)
    {
        var rgb = frame.Rgb;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0;
                for (var sample = 0; sample < SamplesPerSide * SamplesPerSide; sample++)
                {
                    var x = ((column * SamplesPerSide) + (sample % SamplesPerSide)) * frame.Width / (columns * SamplesPerSide);
                    var y = ((row * SamplesPerSide) + (sample / SamplesPerSide)) * frame.Height / (rows * SamplesPerSide);
                    var at = ((y * frame.Width) + x) * 3;
                    sum += (rgb[at] * 77) + (rgb[at + 1] * 150) + (rgb[at + 2] * 29);
                }
                cells[(row * columns) + column] = sum / (256f * SamplesPerSide * SamplesPerSide);
            }
        }
    }
}
