// The empty scene, drawn once a stage: ground pixel by pixel, sky with far dunes and palms, and the gate's things beside the road.
// Called by LaneStage at its start. Promises that nothing in it stands where a vehicle could pass behind.
using System.Numerics;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Road;

internal static class Backdrop
{
    internal static SKImage Paint(StageSettings settings, StageCamera camera, StageLook look)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(settings.Width, settings.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        var pixels = new SKColor[settings.Width * settings.Height];
        var ground = new GroundSurface(settings.Seed);
        for (var y = 0; y < settings.Height; y++)
        {
            for (var x = 0; x < settings.Width; x++)
                pixels[(y * settings.Width) + x] = Pixel(camera, look, ground, settings.Seed, x + 0.5f, y + 0.5f);
        }
        bitmap.Pixels = pixels;
        using var canvas = new SKCanvas(bitmap);
        RoadSide.Paint(canvas, camera, look, settings.Seed);
        return SKImage.FromBitmap(bitmap);
    }

    private static SKColor Pixel(StageCamera camera, StageLook look, GroundSurface ground, int seed, float x, float y)
    {
        var ray = camera.Ray(x, y);
        var slope = ray.Z / ray.Length();
        if (slope > Dune(ray.X / ray.Y, seed))
            return Shading.Finish(look, Shading.Sky(look, ray with { Z = MathF.Max(ray.Z, 0) }), 0);
        var reach = slope < -0.0037f ? -camera.Position.Z / ray.Z : 600;
        var point = camera.Position + (ray * reach);
        var distance = MathF.Min(ray.Length() * reach, 600);
        // A pixel's foot on the ground is long where the view is flat.
        var pixel = distance / camera.FocalPx * MathF.Sqrt(distance / camera.Position.Z);
        var albedo = ground.At(point.X, point.Y, pixel);
        var toCamera = Vector3.Normalize(camera.Position - point);
        var normal = Vector3.UnitZ;
        var light = (look.Sun * MathF.Max(0, Vector3.Dot(normal, look.SunDirection))) + look.SkyFill + (Shading.LampAt(look, Vector3.Normalize(normal + (toCamera * 0.8f)), toCamera, distance) * 0.7f);
        return Shading.Finish(look, albedo * light, distance);
    }

    // Height of the dunes on the horizon, as a slope.
    private static float Dune(float direction, int seed) =>
        0.0022f + (0.0022f * Noise.At(direction * 9, 0.5f, seed + 60)) + (0.0008f * Noise.At(direction * 31, 0.5f, seed + 61));
}
