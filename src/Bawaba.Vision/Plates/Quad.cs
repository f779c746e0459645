namespace Bawaba.Vision.Plates;

/// <summary>Four corners of a plate in pixels, clockwise from its own top-left.</summary>
public readonly record struct Quad(PixelPoint TopLeft, PixelPoint TopRight, PixelPoint BottomRight, PixelPoint BottomLeft)
{
    public PixelBox Box => new(
        Math.Min(Math.Min(TopLeft.X, TopRight.X), Math.Min(BottomRight.X, BottomLeft.X)),
        Math.Min(Math.Min(TopLeft.Y, TopRight.Y), Math.Min(BottomRight.Y, BottomLeft.Y)),
        Math.Max(Math.Max(TopLeft.X, TopRight.X), Math.Max(BottomRight.X, BottomLeft.X)),
        Math.Max(Math.Max(TopLeft.Y, TopRight.Y), Math.Max(BottomRight.Y, BottomLeft.Y)));

    public PixelPoint Centre => new(
        (TopLeft.X + TopRight.X + BottomRight.X + BottomLeft.X) / 4,
        (TopLeft.Y + TopRight.Y + BottomRight.Y + BottomLeft.Y) / 4);

    /// <summary>Mean length of the upper and lower edge, pixels.</summary>
    public float Width => (Distance(TopLeft, TopRight) + Distance(BottomLeft, BottomRight)) / 2;

    /// <summary>Mean length of the two side edges, pixels.</summary>
    public float Height => (Distance(TopLeft, BottomLeft) + Distance(TopRight, BottomRight)) / 2;

    /// <summary>0 to 1: 1 when the edges meet at right angles, as on a plate that is not seen from the side.</summary>
    public float Squareness
    {
        get
        {
            var area = MathF.Abs(((BottomRight.X - TopLeft.X) * (BottomLeft.Y - TopRight.Y)) - ((BottomRight.Y - TopLeft.Y) * (BottomLeft.X - TopRight.X))) / 2;
            return Math.Clamp(area / Math.Max(1e-3f, Width * Height), 0, 1);
        }
    }

    public Quad Scale(float factor) => Map(p => new(p.X * factor, p.Y * factor));

    public Quad Offset(float dx, float dy) => Map(p => new(p.X + dx, p.Y + dy));

    /// <summary>The quad grown on each side by a share of its own width and height.</summary>
    public Quad Expand(float shareX, float shareY)
    {
        var (tl, tr, br, bl) = (TopLeft, TopRight, BottomRight, BottomLeft);
        return new(
            At(tl, tr, br, bl, -shareX, -shareY),
            At(tl, tr, br, bl, 1 + shareX, -shareY),
            At(tl, tr, br, bl, 1 + shareX, 1 + shareY),
            At(tl, tr, br, bl, -shareX, 1 + shareY));
    }

    // Bilinear position inside (or just outside) the quad: u along the width, v along the height.
    private static PixelPoint At(PixelPoint tl, PixelPoint tr, PixelPoint br, PixelPoint bl, float u, float v) => new(
        ((1 - u) * (1 - v) * tl.X) + (u * (1 - v) * tr.X) + (u * v * br.X) + ((1 - u) * v * bl.X),
        ((1 - u) * (1 - v) * tl.Y) + (u * (1 - v) * tr.Y) + (u * v * br.Y) + ((1 - u) * v * bl.Y));

    private Quad Map(Func<PixelPoint, PixelPoint> map) => new(map(TopLeft), map(TopRight), map(BottomRight), map(BottomLeft));

    private static float Distance(PixelPoint a, PixelPoint b) => MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
