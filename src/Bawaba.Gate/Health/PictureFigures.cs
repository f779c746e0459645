// How bright and how sharp one frame is, from every sixth line of it at full size: in a small copy a lens out of focus does
// not show. Called by PictureJudge once a second.
using Bawaba.Vision;

namespace Bawaba.Gate.Health;

/// <param name="Bright">0 to 255: the green of all but the brightest fiftieth is below. A burnt-in clock is less than a fiftieth.</param>
/// <param name="Contrast">0 to 255: between the darkest and the brightest twentieth.</param>
/// <param name="Sharpness">Energy of detail one pixel wide against that eight pixels wide: about 0.1 for sharp edges, 1 for noise. Light, fog and gain scale both alike.</param>
internal readonly record struct PictureFigures(int Bright, int Contrast, double Sharpness)
{
    private const int EveryLine = 6;
    private const int Coarse = 8;

    internal static PictureFigures Of(Frame frame)
    {
        Span<int> histogram = stackalloc int[256];
        Span<byte> green = new byte[frame.Width];
        var (fine, coarse) = (1.0, 1.0);
        for (var y = EveryLine / 2; y < frame.Height; y += EveryLine)
        {
            var line = frame.Rgb.Slice(y * frame.Width * 3, frame.Width * 3);
            for (var x = 0; x < green.Length; x++)
            {
                green[x] = line[(x * 3) + 1];
                histogram[green[x]]++;
            }
            fine += Energy(green, 1);
            coarse += Energy(green, Coarse);
        }
        return new(Percentile(histogram, 0.98), Percentile(histogram, 0.95) - Percentile(histogram, 0.05), fine / coarse);
    }

    private static long Energy(ReadOnlySpan<byte> line, int step)
    {
        var sum = 0L;
        for (var x = Coarse; x < line.Length - Coarse; x++)
        {
            var bend = (2 * line[x]) - line[x - step] - line[x + step];
            sum += bend * bend;
        }
        return sum;
    }

    private static int Percentile(ReadOnlySpan<int> histogram, double share)
    {
        var all = 0L;
        foreach (var count in histogram)
            all += count;
        var below = 0L;
        for (var level = 0; level < histogram.Length; level++)
        {
            below += histogram[level];
            if (below >= share * all)
                return level;
        }
        return histogram.Length - 1;
    }
}
