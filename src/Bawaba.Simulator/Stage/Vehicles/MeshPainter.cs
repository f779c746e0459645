// Draws solid parts: lights each vertex, leaves out what faces away, draws the rest from far to near. Skia fills the triangles
// without smoothing, so the caller draws into a larger layer and shrinks it.
using System.Numerics;
using Bawaba.Simulator.Stage.Road;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Vehicles;

internal sealed class MeshPainter(StageCamera camera, StageLook look)
{
    private const float BehindEdge = -0.08f;

    internal void Paint(SKCanvas canvas, IReadOnlyList<MeshPart> parts, Placement placement)
    {
        foreach (var part in parts.OrderBy(p => p.Layer).ThenByDescending(p => camera.Depth(placement.Point(p.Centre))))
            Paint(canvas, part, placement);
    }

    private void Paint(SKCanvas canvas, MeshPart part, Placement placement)
    {
        var count = part.Points.Length;
        var points = new SKPoint[count];
        var colours = new SKColor[count];
        var depths = new float[count];
        var turned = new bool[count];
        for (var i = 0; i < count; i++)
        {
            var (world, normal) = (placement.Point(part.Points[i]), placement.Direction(part.Normals[i]));
            points[i] = camera.Project(world);
            depths[i] = camera.Depth(world);
            turned[i] = Vector3.Dot(normal, Vector3.Normalize(camera.Position - world)) < BehindEdge;
            if (!turned[i])
                colours[i] = Shading.At(look, camera, world, normal, part.Surfaces[i].Albedo, part.Surfaces[i].Gloss, part.Surfaces[i].Glow);
            else
                colours[i] = Shading.At(look, camera, world, normal, part.Surfaces[i].Albedo, 0, 0);
        }
        var order = Visible(part, depths, turned);
        if (order.Length == 0)
            return;
        var indices = new ushort[order.Length * 3];
        for (var i = 0; i < order.Length; i++)
            part.Triangles.AsSpan(order[i], 3).CopyTo(indices.AsSpan(i * 3));
        using var vertices = SKVertices.CreateCopy(SKVertexMode.Triangles, points, null, colours, indices);
        using var paint = new SKPaint();
        canvas.DrawVertices(vertices, SKBlendMode.Dst, paint);
    }

    // Triangles that face the camera and stand before it, by their first index: far ones first, trim in the order it was put on.
    private static int[] Visible(MeshPart part, float[] depths, bool[] turned)
    {
        var triangles = part.Triangles;
        var found = new List<int>(triangles.Length / 3);
        for (var at = 0; at < triangles.Length; at += 3)
        {
            var (a, b, c) = (triangles[at], triangles[at + 1], triangles[at + 2]);
            if ((turned[a] && turned[b] && turned[c]) || depths[a] < 1 || depths[b] < 1 || depths[c] < 1)
                continue;
            found.Add(at);
        }
        return part.Layer >= MeshPart.Trim
            ? [.. found]
            : [.. found.OrderByDescending(at => depths[triangles[at]] + depths[triangles[at + 1]] + depths[triangles[at + 2]])];
    }
}
