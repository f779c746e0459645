// A plate on a vehicle: where its four corners are in the picture, and its picture put there. What Corners returns is what is drawn.
using System.Numerics;
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Simulator.Stage.Road;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Vehicles;

internal sealed class PlateMount : IDisposable
{
    private readonly SKImage _image;
    private readonly Vector3 _centre, _normal;
    private readonly Vector3[] _corners;

    internal PlateMount(DrawnPlate plate, VehicleDesign design, VehicleMotion motion, int seed)
    {
        var random = new Random(seed);
        using var bitmap = PlatePainter.Paint(plate, seed, 0.15f + (0.55f * (float)random.NextDouble()));
        _image = SKImage.FromBitmap(bitmap);
        var half = PlatePainter.WidthMmOf(plate) / 2000;
        var rise = half / PlatePainter.AspectOf(plate);
        var front = motion == VehicleMotion.Towards;
        (_centre, _normal) = front ? (design.FrontPlate, -Vector3.UnitY) : (design.RearPlate, Vector3.UnitY);
        var side = front ? half : -half;
        var tilt = ((float)random.NextDouble() - 0.5f) * 0.03f;
        _corners =
        [
            _centre + new Vector3(-side, 0, rise - (tilt * half)), _centre + new Vector3(side, 0, rise + (tilt * half)),
            _centre + new Vector3(side, 0, -rise + (tilt * half)), _centre + new Vector3(-side, 0, -rise - (tilt * half)),
        ];
    }

    /// <summary>Clockwise from the plate's own top-left, pixels of the frame.</summary>
    internal SKPoint[] Corners(StageCamera camera, Placement placement) => [.. _corners.Select(c => camera.Project(placement.Point(c)))];

    internal SKPoint Centre(StageCamera camera, Placement placement) => camera.Project(placement.Point(_centre));

    internal void Paint(SKCanvas canvas, StageCamera camera, StageLook look, Placement placement)
    {
        var world = placement.Point(_centre);
        var normal = placement.Direction(_normal);
        var toCamera = camera.Position - world;
        if (Vector3.Dot(normal, Vector3.Normalize(toCamera)) < 0.1f || camera.Depth(world) < 1)
            return;
        var matrix = QuadMatrix.From(_image.Width, _image.Height, Corners(camera, placement));
        using var filter = SKColorFilter.CreateColorMatrix(Light(look, camera, world, normal, toCamera.Length()));
        using var paint = new SKPaint { IsAntialias = true, ColorFilter = filter };
        canvas.Save();
        canvas.Concat(matrix);
        canvas.DrawImage(_image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        canvas.Restore();
    }

    public void Dispose() => _image.Dispose();

    // A plate sends the lamp's light straight back to it, so at night it is far brighter than the vehicle that carries it.
    private static float[] Light(StageLook look, StageCamera camera, Vector3 world, Vector3 normal, float distance)
    {
        var light = (look.Sun * MathF.Max(0, Vector3.Dot(normal, look.SunDirection))) + Vector3.Lerp(look.GroundFill, look.SkyFill, 0.6f) * 1.5f;
        light += new Vector3(look.Lamp * 0.74f / (1 + MathF.Pow(distance / 22, 2)));
        var clear = MathF.Exp(-look.HazePerMetre * distance);
        var (s, grey) = (look.Saturation, (1 - look.Saturation) / 3);
        var (r, g, b) = (light.X * clear, light.Y * clear, light.Z * clear);
        var haze = look.Haze * (1 - clear);
        return
        [
            r * (s + grey), r * grey, r * grey, 0, haze.X,
            g * grey, g * (s + grey), g * grey, 0, haze.Y,
            b * grey, b * grey, b * (s + grey), 0, haze.Z,
            0, 0, 0, 1, 0,
        ];
    }
}
