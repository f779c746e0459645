// Single pictures of plates for the accuracy test: a plate on something like a vehicle, turned, in some light, through some
// lens. Called by tests and by whoever scores the reader. Promises: one seed, one picture; the plate is turned at most 40
// degrees from the view and is as wide as asked for; the corners are where it was drawn.
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
        var plate = Issue(country, random);
        var pose = SamplePose.Next(random, MostTurnedDegrees, NarrowestPx + ((WidestPx - NarrowestPx) * (float)random.NextDouble()));
        return Take(plate, pose, random.Next(), random.Next(), random.Next());
    }

    /// <summary>
    /// The same plate in that many pictures, coming nearer: from 80–110 px wide at the start to 200 px at most, the pose
    /// turning a little, each picture through a lens of its own. The caller owns the samples.
    /// </summary>
    public static IEnumerable<PlateSample> DrawTrack(PlateCountry country, int seed, int frames)
    {
        var random = new Random(unchecked((seed * 1471) + 11));
        var plate = Issue(country, random);
        var pose = SamplePose.Next(random, MostTurnedDegrees - 4, Between(random, NarrowestPx, 110)).From(Height * Between(random, 0.22f, 0.4f));
        var (growth, scene, wear) = (Between(random, 1.06f, 1.13f), random.Next(), random.Next());
        for (var i = 0; i < frames; i++)
        {
            yield return Take(plate, pose, scene, wear, random.Next());
            pose = pose.Nearer(Math.Min(growth, WidestPx / pose.WidthPx), Between(random, -1, 1));
        }
    }

    private static DrawnPlate Issue(PlateCountry country, Random random)
    {
        var layout = random.Next(3) == 0 ? PlateLayout.TwoRows : PlateLayout.OneRow;
        return PlateIssue.Next(country, layout, random, random.Next(2) == 0);
    }

    // Everything that stands still in a track hangs on a seed of its own, and what changes from picture to picture on another.
    private static PlateSample Take(DrawnPlate plate, SamplePose pose, int scene, int wear, int lens)
    {
        var corners = pose.Corners(1 / PlatePainter.AspectOf(plate));
        var picture = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(picture))
        {
            SampleScene.Paint(canvas, corners, new Random(scene));
            PutPlate(canvas, plate, corners, new Random(wear));
        }
        return new(picture, plate, corners, SampleLens.Apply(picture, new Random(lens)));
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

    private static float Between(Random random, float low, float high) => low + ((high - low) * (float)random.NextDouble());
}
