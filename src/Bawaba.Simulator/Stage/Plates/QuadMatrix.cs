// The perspective that carries an upright picture onto four corners. Called wherever a plate is put into a picture.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class QuadMatrix
{
    /// <summary>Maps (0,0)…(width,height) onto the corners, clockwise from the top-left.</summary>
    internal static SKMatrix From(float width, float height, IReadOnlyList<SKPoint> corners)
    {
        var (a, b, c, d) = (corners[0], corners[1], corners[2], corners[3]);
        var (dx1, dx2, dx3) = (b.X - c.X, d.X - c.X, a.X - b.X + c.X - d.X);
        var (dy1, dy2, dy3) = (b.Y - c.Y, d.Y - c.Y, a.Y - b.Y + c.Y - d.Y);
        var det = (dx1 * dy2) - (dx2 * dy1);
        var g = ((dx3 * dy2) - (dx2 * dy3)) / det;
        var h = ((dx1 * dy3) - (dx3 * dy1)) / det;
        return new(
            (b.X - a.X + (g * b.X)) / width, (d.X - a.X + (h * d.X)) / height, a.X,
            (b.Y - a.Y + (g * b.Y)) / width, (d.Y - a.Y + (h * d.Y)) / height, a.Y,
            g / width, h / height, 1);
    }
}
