namespace Bawaba.Vision.Plates;

/// <summary>A plane-to-plane mapping; eight numbers and a one.</summary>
internal readonly struct Homography
{
    private readonly double _a, _b, _c, _d, _e, _f, _g, _h;

    private Homography(ReadOnlySpan<double> v) => (_a, _b, _c, _d, _e, _f, _g, _h) = (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);

    /// <summary>Maps (0,0)…(width,height) onto the quad's corners (Heckbert's square-to-quad, 1989).</summary>
    internal static Homography FromRectangle(double width, double height, Quad quad)
    {
        double x0 = quad.TopLeft.X, y0 = quad.TopLeft.Y, x1 = quad.TopRight.X, y1 = quad.TopRight.Y;
        double x2 = quad.BottomRight.X, y2 = quad.BottomRight.Y, x3 = quad.BottomLeft.X, y3 = quad.BottomLeft.Y;
        double sx = x0 - x1 + x2 - x3, sy = y0 - y1 + y2 - y3;
        double dx1 = x1 - x2, dx2 = x3 - x2, dy1 = y1 - y2, dy2 = y3 - y2;
        var det = (dx1 * dy2) - (dx2 * dy1);
        if (Math.Abs(det) < 1e-9)
            det = 1e-9;
        var g = ((sx * dy2) - (dx2 * sy)) / det;
        var h = ((dx1 * sy) - (sx * dy1)) / det;
        return new(
        [
            (x1 - x0 + (g * x1)) / width, (x3 - x0 + (h * x3)) / height, x0,
            (y1 - y0 + (g * y1)) / width, (y3 - y0 + (h * y3)) / height, y0,
            g / width, h / height,
        ]);
    }

    internal PixelPoint Apply(double x, double y)
    {
        var w = (_g * x) + (_h * y) + 1;
        return new((float)(((_a * x) + (_b * y) + _c) / w), (float)(((_d * x) + (_e * y) + _f) / w));
    }
}
