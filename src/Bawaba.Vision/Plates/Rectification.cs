// Cuts a plate out of a frame and makes it upright: the homography from the crop's rectangle to the quad, sampled
// bilinearly, with enough taps that a large plate does not alias. Called by the reader and where a hit's crop is kept.
namespace Bawaba.Vision.Plates;

internal static class Rectification
{
    private const int MaxTaps = 4;

    /// <summary>Fills <paramref name="gray"/> (height × width, 0 to 1) with the quad's content.</summary>
    internal static void ToGray(Frame frame, Quad quad, Span<float> gray, int width, int height)
    {
        var map = Homography.FromRectangle(width, height, quad);
        var taps = Math.Clamp((int)MathF.Ceiling(quad.Width / width), 1, MaxTaps);
        var step = 1f / taps;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var t = 0; t < taps * taps; t++)
                {
                    var point = map.Apply(x + ((t % taps) + 0.5f) * step, y + ((t / taps) + 0.5f) * step);
                    sum += Luminance(frame, point);
                }
                gray[(y * width) + x] = sum / (taps * taps * 255f);
            }
        }
    }

    private static float Luminance(Frame frame, PixelPoint point)
    {
        var fx = Math.Clamp(point.X - 0.5f, 0, frame.Width - 1);
        var fy = Math.Clamp(point.Y - 0.5f, 0, frame.Height - 1);
        var (x0, y0) = ((int)fx, (int)fy);
        var (x1, y1) = (Math.Min(x0 + 1, frame.Width - 1), Math.Min(y0 + 1, frame.Height - 1));
        var (ax, ay) = (fx - x0, fy - y0);
        var rgb = frame.Rgb;
        return ((1 - ay) * (((1 - ax) * Gray(rgb, frame.Width, x0, y0)) + (ax * Gray(rgb, frame.Width, x1, y0))))
            + (ay * (((1 - ax) * Gray(rgb, frame.Width, x0, y1)) + (ax * Gray(rgb, frame.Width, x1, y1))));
    }

    private static float Gray(ReadOnlySpan<byte> rgb, int width, int x, int y)
    {
        var at = ((y * width) + x) * 3;
        return (0.299f * rgb[at]) + (0.587f * rgb[at + 1]) + (0.114f * rgb[at + 2]);
    }
}
