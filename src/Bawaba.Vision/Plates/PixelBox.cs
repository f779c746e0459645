namespace Bawaba.Vision.Plates;

/// <summary>An upright rectangle in a picture, in pixels.</summary>
public readonly record struct PixelBox(float X0, float Y0, float X1, float Y1)
{
    public float Width => X1 - X0;

    public float Height => Y1 - Y0;

    public float Area => Math.Max(0, Width) * Math.Max(0, Height);

    public PixelPoint Centre => new((X0 + X1) / 2, (Y0 + Y1) / 2);

    public bool Contains(PixelPoint point) => point.X >= X0 && point.X <= X1 && point.Y >= Y0 && point.Y <= Y1;

    public PixelBox Union(PixelBox other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    public float IntersectionArea(PixelBox other) =>
        Math.Max(0, Math.Min(X1, other.X1) - Math.Max(X0, other.X0)) * Math.Max(0, Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0));

    /// <summary>Intersection over union, 0 to 1.</summary>
    public float Overlap(PixelBox other)
    {
        var both = IntersectionArea(other);
        return both / (Area + other.Area - both + 1e-6f);
    }
}
