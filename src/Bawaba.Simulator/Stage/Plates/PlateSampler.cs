// Single pictures of plates for the accuracy test: a plate on something like a vehicle, turned, in some light, through some
// lens. Called by tests and by whoever scores the reader. Promises: one seed, one picture; the plate is turned at most 40
// degrees from the view and is as wide as asked for; the corners are where it was drawn.
using System.Numerics;
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>Draws one plate in a picture of its own.</summary>
public static class PlateSampler
{
    public const int Width = 800;
    public const int Height = 600;

    /// <summary>Pixels between the plate's side edges, at least.</summary>
    public const float NarrowestPx = 80;

    /// <summary>Pixels between the plate's side edges, at most.</summary>
    public const float WidestPx = 200;

    private const float MostTurnedDegrees = 40;

    /// <summary>A plate of this country; the caller owns the sample.</summary>
    public static PlateSample Draw(PlateCountry country, int seed)
    {
        var random = new Random(unchecked((seed * 977) + 5));
        var layout = random.Next(3) == 0 ? PlateLayout.TwoRows : PlateLayout.OneRow;
        var plate = PlateIssue.Next(country, layout, random, random.Next(2) == 0);
        var corners = Turned(plate, random);
        var picture = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(picture))
        {
            SampleScene.Paint(canvas, corners, random);
            PutPlate(canvas, plate, corners, random);
        }
        SampleLens.Apply(picture, random);
        return new(picture, plate, corners);
    }

    private static SKPoint[] Turned(DrawnPlate plate, Random random)
    {
        var wanted = NarrowestPx + ((WidestPx - NarrowestPx) * (float)random.NextDouble());
        var (yaw, pitch) = Angles(random);
        var turn = Matrix4x4.CreateRotationZ(Radians(Between(random, -7, 7))) * Matrix4x4.CreateRotationX(Radians(pitch)) * Matrix4x4.CreateRotationY(Radians(yaw));
        var rise = 1 / PlatePainter.AspectOf(plate);
        // Seen from 8 to 25 plate widths away, as by a long lens.
        var distance = 8 + (17 * (float)random.NextDouble());
        var centre = new SKPoint(Width * Between(random, 0.3f, 0.7f), Height * Between(random, 0.4f, 0.75f));
        SKPoint[] At(float scale) =>
        [
            .. new[] { new Vector3(-0.5f, -rise / 2, 0), new(0.5f, -rise / 2, 0), new(0.5f, rise / 2, 0), new(-0.5f, rise / 2, 0) }
                .Select(corner => Vector3.Transform(corner, turn))
                .Select(p => new SKPoint(centre.X + (scale * p.X * distance / (distance + p.Z)), centre.Y + (scale * p.Y * distance / (distance + p.Z)))),
        ];
        return At(100 * wanted / WidthOf(At(100)));
    }

    // Yaw and pitch together: the angle between the plate's normal and the view stays within the promise.
    private static (float Yaw, float Pitch) Angles(Random random)
    {
        while (true)
        {
            var (yaw, pitch) = (Between(random, -MostTurnedDegrees, MostTurnedDegrees), Between(random, -18, 18));
            if (MathF.Cos(Radians(yaw)) * MathF.Cos(Radians(pitch)) >= MathF.Cos(Radians(MostTurnedDegrees)))
                return (yaw, pitch);
        }
    }

    private static void PutPlate(SKCanvas canvas, DrawnPlate plate, SKPoint[] corners, Random random)
    {
        using var bitmap = PlatePainter.Paint(plate, random.Next(), (float)random.NextDouble() * 0.8f);
        using var image = SKImage.FromBitmap(bitmap);
        using var paint = new SKPaint { IsAntialias = true };
        canvas.Save();
        canvas.Concat(QuadMatrix.From(image.Width, image.Height, corners));
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        canvas.Restore();
    }

    private static float WidthOf(SKPoint[] corners) => (SKPoint.Distance(corners[0], corners[1]) + SKPoint.Distance(corners[3], corners[2])) / 2;

    private static float Between(Random random, float low, float high) => low + ((high - low) * (float)random.NextDouble());

    private static float Radians(float degrees) => degrees * MathF.PI / 180;
}
