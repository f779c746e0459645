// How blurred a plate stands in a frame, as the sigma of a Gaussian in pixels: the measure the reader was tried with
// (models/reader.md). The steepest step of an edge against the edge's whole height gives it; light and contrast drop out.
// Called by PlateSights for each plate that was found. Noise makes an edge steeper, so that at night less is said than is so.
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Health;

internal static class PlateBlur
{
    // Below this the row crosses no character, or there is too little light to tell.
    private const int LeastContrast = 40;
    private const int LeastLines = 3;

    // Rows that cross slanted strokes look softer than the plate is; the sharpest one may be noise.
    private const double Share = 0.25;
    private static readonly double EdgePerSigma = Math.Sqrt(2 * Math.PI);

    /// <summary>The larger of the blur along and across the plate; null where it cannot be told.</summary>
    internal static double? Of(Frame frame, Quad plate)
    {
        var box = plate.Box;
        var (x0, x1) = (Math.Clamp((int)box.X0, 0, frame.Width - 1), Math.Clamp((int)box.X1, 0, frame.Width - 1));
        var (y0, y1) = (Math.Clamp((int)box.Y0, 0, frame.Height - 1), Math.Clamp((int)box.Y1, 0, frame.Height - 1));
        if (x1 - x0 < 8 || y1 - y0 < 4)
            return null;
        var along = Lines(frame, y0, y1, y => ((y * frame.Width) + x0, 1, x1 - x0));
        var across = Lines(frame, x0, x1, x => ((y0 * frame.Width) + x, frame.Width, y1 - y0));
        return (along, across) switch
        {
            ({ } one, { } other) => Math.Max(one, other),
            _ => along ?? across,
        };
    }

    /// <summary>0 to 255: the green of all but the brightest tenth of the plate is below. 255 is burnt out.</summary>
    internal static int Bright(Frame frame, Quad plate)
    {
        var box = plate.Box;
        Span<int> histogram = stackalloc int[256];
        var all = 0;
        for (var y = Math.Max(0, (int)box.Y0); y < Math.Min(frame.Height, (int)box.Y1); y++)
        {
            for (var x = Math.Max(0, (int)box.X0); x < Math.Min(frame.Width, (int)box.X1); x++)
            {
                histogram[frame.Rgb[(((y * frame.Width) + x) * 3) + 1]]++;
                all++;
            }
        }
        var (level, below) = (0, histogram[0]);
        while (level < 255 && below < 0.9 * all)
            below += histogram[++level];
        return level;
    }

    private static double? Lines(Frame frame, int from, int to, Func<int, (int At, int Step, int Count)> line)
    {
        var found = new List<double>();
        for (var i = from; i < to; i++)
        {
            var (at, step, count) = line(i);
            if (Sigma(frame.Rgb, at, step, count) is { } sigma)
                found.Add(sigma);
        }
        if (found.Count < LeastLines)
            return null;
        found.Sort();
        return found[(int)(found.Count * Share)];
    }

    private static double? Sigma(ReadOnlySpan<byte> rgb, int at, int step, int count)
    {
        var (least, most, steepest) = (255, 0, 1);
        var before = (int)rgb[(at * 3) + 1];
        for (var i = 0; i < count; i++)
        {
            var level = (int)rgb[((at + (i * step)) * 3) + 1];
            (least, most) = (Math.Min(least, level), Math.Max(most, level));
            steepest = Math.Max(steepest, Math.Abs(level - before));
            before = level;
        }
        return most - least < LeastContrast ? null : (most - least) / (steepest * EdgePerSigma);
    }
}
