// Shadows below and headlights before a vehicle: soft shapes on the road and in the lens. Called by LaneStage around each vehicle.
using System.Numerics;
using Bawaba.Simulator.Stage.Road;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Vehicles;

internal static class VehicleLights
{
    /// <summary>The sun's shadow and the dark under the body.</summary>
    internal static void Shadow(SKCanvas canvas, StageCamera camera, StageLook look, VehicleDesign design, Placement placement)
    {
        var scale = camera.FocalPx / MathF.Max(2, camera.Depth(placement.Point(new(0, 0, 0))));
        if (look.ShadowDepth > 0.02f)
        {
            var throwTo = new Vector3(look.SunDirection.X, look.SunDirection.Y, 0) / -MathF.Max(look.SunDirection.Z, 0.25f);
            var points = new List<SKPoint>();
            foreach (var corner in Corners(design, 0.92f))
            {
                var world = placement.Point(corner);
                points.Add(camera.Project(new Vector3(world.X, world.Y, 0) + (throwTo * world.Z)));
            }
            Fill(canvas, points, look.ShadowDepth, scale * 0.035f);
        }
        var under = new List<SKPoint>();
        foreach (var corner in Corners(design with { Height = 0 }, 1.0f))
            under.Add(camera.Project(placement.Point(corner)));
        Fill(canvas, under, look.Lamp > 0 ? 0.5f : 0.72f, scale * 0.06f);
    }

    /// <summary>The pool of light on the road before a vehicle with headlights.</summary>
    internal static void Pool(SKCanvas canvas, StageCamera camera, StageLook look, VehicleDesign design, Placement placement)
    {
        if (look.Headlights < 0.8f)
            return;
        foreach (var lamp in design.Headlights)
        {
            var centre = camera.Project(placement.Point(new(lamp.X * 1.1f, -4.5f, 0)));
            var near = camera.Project(placement.Point(new(lamp.X * 1.1f, -11f, 0)));
            var side = camera.Project(placement.Point(new((lamp.X * 1.1f) + 2.3f, -4.5f, 0)));
            Glow(canvas, centre, MathF.Max(4, MathF.Abs(side.X - centre.X)), MathF.Max(3, MathF.Abs(near.Y - centre.Y)), 0.17f * look.Headlights);
        }
    }

    /// <summary>The lamps themselves and their glare.</summary>
    internal static void Glare(SKCanvas canvas, StageCamera camera, StageLook look, VehicleDesign design, Placement placement)
    {
        if (look.Headlights <= 0)
            return;
        foreach (var lamp in design.Headlights)
        {
            var world = placement.Point(lamp);
            var toCamera = camera.Position - world;
            var distance = toCamera.Length();
            var facing = Vector3.Dot(placement.Direction(-Vector3.UnitY), toCamera / distance);
            if (facing < 0.2f || camera.Depth(world) < 2)
                continue;
            var at = camera.Project(world);
            var size = camera.FocalPx / distance;
            var clear = MathF.Exp(-look.HazePerMetre * distance * 0.5f);
            var strength = look.Headlights * MathF.Pow(facing, 3) * clear;
            Glow(canvas, at, size * 0.10f, size * 0.085f, strength);
            Glow(canvas, at, size * 0.26f, size * 0.22f, strength * 0.55f);
            Glow(canvas, at, (size * 0.45f) + 18, (size * 0.38f) + 14, strength * 0.16f);
            Glow(canvas, at, (size * 0.9f) + 40, 3 + (size * 0.014f), strength * 0.22f);
        }
    }

    private static void Glow(SKCanvas canvas, SKPoint at, float radiusX, float radiusY, float strength)
    {
        var bright = (byte)Math.Clamp(255 * strength, 0, 255);
        using var paint = new SKPaint { BlendMode = SKBlendMode.Screen, IsAntialias = true };
        paint.Shader = SKShader.CreateRadialGradient(
            new(0, 0), 1, [new(255, 250, 238, bright), new(255, 248, 230, (byte)(bright * 0.75)), new(255, 244, 220, (byte)(bright * 0.22)), new(255, 244, 220, 0)], [0, 0.25f, 0.6f, 1], SKShaderTileMode.Clamp);
        canvas.Save();
        canvas.Translate(at.X, at.Y);
        canvas.Scale(radiusX, radiusY);
        canvas.DrawCircle(0, 0, 1, paint);
        canvas.Restore();
    }

    private static IEnumerable<Vector3> Corners(VehicleDesign design, float share)
    {
        var half = design.Width / 2 * share;
        foreach (var z in design.Height > 0 ? new[] { 0.1f, design.Height * 0.55f, design.Height } : [0f])
        {
            // A roof is shorter and narrower than the body below it.
            var (inset, narrow) = z > 1.2f && design.Length < 6 ? (design.Length * 0.26f, 0.82f) : (0f, 1f);
            yield return new(-half * narrow, inset, z);
            yield return new(half * narrow, inset, z);
            yield return new(half * narrow, design.Length - inset, z);
            yield return new(-half * narrow, design.Length - inset, z);
        }
    }

    private static void Fill(SKCanvas canvas, List<SKPoint> points, float depth, float blur)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly(ConvexHull.Of(points), true);
        using var path = builder.Detach();
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(8, 8, 12, (byte)(255 * depth)) };
        paint.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Clamp(blur, 0.6f, 14));
        canvas.DrawPath(path, paint);
    }
}
