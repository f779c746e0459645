// What years on a desert road do to a plate: screws, dust that settles low, scratches, a bend that shades. Called by PlatePainter.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class PlateWear
{
    internal static void Apply(SKCanvas canvas, PlateDesign design, Random random, float wear)
    {
        // Everything stays on the plate: what is outside its rounded edge remains transparent.
        using var edge = new SKRoundRect(new(0, 0, design.WidthMm, design.HeightMm), 7);
        canvas.Save();
        canvas.ClipRoundRect(edge, SKClipOperation.Intersect, antialias: true);
        Shade(canvas, design, random, wear);
        Dust(canvas, design, random, wear);
        Scratches(canvas, design, random, wear);
        Screws(canvas, design, random);
        canvas.Restore();
    }

    private static void Shade(SKCanvas canvas, PlateDesign design, Random random, float wear)
    {
        var tilt = (float)random.NextDouble() * design.WidthMm;
        using var paint = new SKPaint();
        paint.Shader = SKShader.CreateLinearGradient(
            new(tilt, 0), new(design.WidthMm - tilt, design.HeightMm),
            [SKColors.Black.WithAlpha((byte)(30 * wear)), SKColors.White.WithAlpha((byte)(16 * wear)), SKColors.Black.WithAlpha((byte)(44 * wear))], SKShaderTileMode.Clamp);
        canvas.DrawRect(0, 0, design.WidthMm, design.HeightMm, paint);
    }

    private static void Dust(SKCanvas canvas, PlateDesign design, Random random, float wear)
    {
        var sand = new SKColor(0xB8, 0x9A, 0x6C);
        using var paint = new SKPaint { IsAntialias = true };
        paint.Shader = SKShader.CreateLinearGradient(
            new(0, design.HeightMm * 0.35f), new(0, design.HeightMm), [sand.WithAlpha(0), sand.WithAlpha((byte)(95 * wear))], SKShaderTileMode.Clamp);
        canvas.DrawRect(0, 0, design.WidthMm, design.HeightMm, paint);
        using var spot = new SKPaint { IsAntialias = true, MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 3) };
        for (var i = 0; i < 14 * wear; i++)
        {
            spot.Color = sand.WithAlpha((byte)random.Next(20, 90));
            var radius = 1.5f + ((float)random.NextDouble() * 6);
            canvas.DrawCircle((float)random.NextDouble() * design.WidthMm, (float)random.NextDouble() * design.HeightMm, radius, spot);
        }
    }

    private static void Scratches(SKCanvas canvas, PlateDesign design, Random random, float wear)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var i = 0; i < 8 * wear; i++)
        {
            paint.Color = new SKColor(0x70, 0x6C, 0x66, (byte)random.Next(30, 100));
            paint.StrokeWidth = 0.5f + (float)random.NextDouble();
            var (x, y) = ((float)random.NextDouble() * design.WidthMm, (float)random.NextDouble() * design.HeightMm);
            canvas.DrawLine(x, y, x + random.Next(-30, 30), y + random.Next(-14, 14), paint);
        }
    }

    private static void Screws(SKCanvas canvas, PlateDesign design, Random random)
    {
        using var paint = new SKPaint { IsAntialias = true };
        var y = (design.HeightMm / 2) + random.Next(-4, 5);
        foreach (var x in new[] { 12f, design.WidthMm - 12f })
        {
            paint.Color = new SKColor(0x50, 0x50, 0x50);
            canvas.DrawCircle(x, y, 4, paint);
            paint.Color = new SKColor(0xA8, 0xA8, 0xA4);
            canvas.DrawCircle(x - 0.6f, y - 0.8f, 2.8f, paint);
        }
    }
}
