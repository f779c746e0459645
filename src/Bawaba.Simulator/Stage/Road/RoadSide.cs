// The gate's surroundings: guard house, concrete blocks, barrels, lamp post, far palms. All to the right of the lane or beyond its
// bend, where no vehicle passes behind them. Called by Backdrop.
using System.Numerics;
using Bawaba.Simulator.Stage.Vehicles;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Road;

internal static class RoadSide
{
    private static readonly Surface Concrete = new(new(0.52f, 0.50f, 0.46f));
    private static readonly Surface Wall = new(new(0.66f, 0.58f, 0.45f));
    private static readonly Surface Dark = new(new(0.05f, 0.05f, 0.05f), 0.4f);

    internal static void Paint(SKCanvas canvas, StageCamera camera, StageLook look, int seed)
    {
        var random = new Random(seed ^ 0x70AD);
        using var layer = new SKBitmap(new SKImageInfo(canvas.DeviceClipBounds.Width * 2, canvas.DeviceClipBounds.Height * 2, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var large = new SKCanvas(layer);
        large.Clear(SKColors.Transparent);
        large.Scale(2);
        Palms(large, camera, look, random);
        var painter = new MeshPainter(camera, look);
        var mesh = new MeshBuilder();
        for (var i = 0; i < 7; i++)
            Block(mesh, 7.4f + (i * 0.25f), 74 - (i * 6.5f));
        House(mesh, 8.3f, 27);
        Barrels(mesh, random);
        // World metres are the mesh's own: place it unturned at the camera's foot.
        painter.Paint(large, mesh.Parts, new(0, 0, VehicleMotion.Towards));
        using var image = SKImage.FromBitmap(layer);
        canvas.DrawImage(image, SKRect.Create(layer.Width / 2f, layer.Height / 2f), new SKSamplingOptions(SKFilterMode.Linear));
    }

    private static void Block(MeshBuilder mesh, float x, float y) =>
        mesh.Box(Concrete, new(x, y, 0), new(x + 0.7f, y + 3, 0.35f)).End(1).Box(Concrete, new(x + 0.22f, y, 0.35f), new(x + 0.48f, y + 3, 1.05f)).End(1);

    private static void House(MeshBuilder mesh, float x, float y)
    {
        mesh.Box(Wall, new(x, y, 0), new(x + 3.2f, y + 3, 2.5f)).End(1);
        mesh.Face(Dark, y - 0.02f, x + 0.4f, x + 1.5f, 1.0f, 1.9f).Face(new(new(0.24f, 0.30f, 0.26f)), y - 0.02f, x + 2, x + 2.8f, 0, 2);
        mesh.Patch(Dark, -Vector3.UnitX, new(x - 0.02f, y + 0.6f, 1.9f), new(x - 0.02f, y + 2.4f, 1.9f), new(x - 0.02f, y + 2.4f, 1), new(x - 0.02f, y + 0.6f, 1)).End(2);
        mesh.Box(Concrete, new(x - 0.5f, y - 0.4f, 2.5f), new(x + 3.6f, y + 3.3f, 2.65f)).End(3);
    }

    private static void Barrels(MeshBuilder mesh, Random random)
    {
        for (var i = 0; i < 5; i++)
        {
            var (x, y) = (6.6f + ((float)random.NextDouble() * 0.3f), 16 + (i * 5f));
            for (var band = 0; band < 4; band++)
            {
                var paint = band % 2 == 0 ? new Surface(new(0.62f, 0.12f, 0.08f)) : new Surface(new(0.75f, 0.74f, 0.70f));
                mesh.Box(paint, new(x, y, band * 0.22f), new(x + 0.5f, y + 0.5f, (band + 1) * 0.22f)).End(1);
            }
        }
    }

    private static void Palms(SKCanvas canvas, StageCamera camera, StageLook look, Random random)
    {
        using var paint = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
        for (var i = 0; i < 26; i++)
        {
            var y = 1100 - (i * 20f);
            var x = ((float)random.NextDouble() - 0.2f) * y * 0.45f;
            var height = 6 + ((float)random.NextDouble() * 4);
            var (foot, head) = (camera.Project(new(x, y, 0)), camera.Project(new(x + (float)random.NextDouble(), y, height)));
            var size = camera.FocalPx / y;
            paint.Color = Shading.At(look, camera, new(x, y, 3), new(0, -1, 0), new(0.30f, 0.24f, 0.17f), 0, 0);
            paint.StrokeWidth = MathF.Max(1, size * 0.35f);
            canvas.DrawLine(foot, head, paint);
            paint.Color = Shading.At(look, camera, new(x, y, 7), Vector3.Normalize(new(0, -1, 0.5f)), new(0.17f, 0.24f, 0.11f), 0, 0);
            paint.StrokeWidth = MathF.Max(1, size * 0.28f);
            for (var leaf = 0; leaf < 14; leaf++)
            {
                var (sin, cos) = MathF.SinCos((leaf * MathF.Tau / 14) + (float)random.NextDouble());
                var reach = size * (2.2f + (float)random.NextDouble());
                using var builder = new SKPathBuilder();
                builder.MoveTo(head);
                builder.QuadTo(head.X + (cos * reach * 0.6f), head.Y - (sin * reach * 0.5f) - (reach * 0.35f), head.X + (cos * reach), head.Y - (sin * reach * 0.5f) + (reach * 0.25f));
                using var path = builder.Detach();
                canvas.DrawPath(path, paint);
            }
        }
    }
}
