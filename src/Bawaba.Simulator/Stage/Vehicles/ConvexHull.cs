using SkiaSharp;

namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>The outline around points (Andrew's monotone chain).</summary>
internal static class ConvexHull
{
    internal static SKPoint[] Of(List<SKPoint> points)
    {
        var sorted = points.OrderBy(p => p.X).ThenBy(p => p.Y).ToArray();
        var hull = new List<SKPoint>();
        foreach (var pass in new[] { sorted, [.. sorted.Reverse()] })
        {
            var floor = hull.Count;
            foreach (var point in pass)
            {
                while (hull.Count - floor >= 2 && Turn(hull[^2], hull[^1], point) <= 0)
                    hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            hull.RemoveAt(hull.Count - 1);
        }
        return [.. hull];
    }

    private static float Turn(SKPoint a, SKPoint b, SKPoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
