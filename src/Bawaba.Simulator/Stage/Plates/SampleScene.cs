// What stands around a sampled plate: a painted panel, a bumper, a grille, lamps, the road below. Called by PlateSampler.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class SampleScene
{
    internal static void Paint(SKCanvas canvas, SKPoint[] plate, Random random)
    {
        var (w, h) = (PlateSampler.Width, PlateSampler.Height);
        var (left, right) = (plate.Min(p => p.X), plate.Max(p => p.X));
        var (top, bottom) = (plate.Min(p => p.Y), plate.Max(p => p.Y));
        var size = right - left;
        var paintColour = SKColor.FromHsv(random.Next(360), random.Next(0, 60), random.Next(12, 95));
        Fill(canvas, new(0, 0, w, h), new SKColor(0x9C, 0xA6, 0xAE), new SKColor(0x6A, 0x62, 0x58));
        Fill(canvas, new(0, bottom + (size * 0.7f), w, h), new SKColor(0x4A, 0x48, 0x46), new SKColor(0x3A, 0x38, 0x36));
        var body = new SKRect(left - (size * (1 + (float)random.NextDouble())), top - (size * 1.6f), right + (size * (1 + (float)random.NextDouble())), bottom + (size * 0.5f));
        Fill(canvas, body, Lighter(paintColour, 1.15f), Lighter(paintColour, 0.7f), size * 0.2f);
        // A bumper behind the plate, sometimes of plastic.
        var bumper = random.Next(2) == 0 ? new SKColor(0x24, 0x24, 0x26) : Lighter(paintColour, 0.9f);
        Fill(canvas, new(body.Left, top - (size * 0.12f), body.Right, bottom + (size * 0.2f)), bumper, Lighter(bumper, 0.75f), size * 0.08f);
        Grille(canvas, new(left - (size * 0.15f), top - (size * 0.75f), right + (size * 0.15f), top - (size * 0.2f)), random.Next(3, 8));
        foreach (var x in new[] { left - (size * 0.75f), right + (size * 0.25f) })
            Fill(canvas, new(x, top - (size * 0.7f), x + (size * 0.5f), top - (size * 0.3f)), new SKColor(0xDA, 0xDE, 0xE0), new SKColor(0x88, 0x8C, 0x90), size * 0.06f);
    }

    private static void Grille(SKCanvas canvas, SKRect area, int bars)
    {
        Fill(canvas, area, new SKColor(0x18, 0x18, 0x1A), new SKColor(0x10, 0x10, 0x12), 4);
        for (var i = 0; i < bars; i++)
        {
            var y = area.Top + (area.Height * (i + 0.5f) / bars);
            Fill(canvas, new(area.Left + 3, y - 1.5f, area.Right - 3, y + 1.5f), new SKColor(0xA0, 0xA2, 0xA4), new SKColor(0x60, 0x60, 0x62));
        }
    }

    private static void Fill(SKCanvas canvas, SKRect area, SKColor top, SKColor bottom, float round = 0)
    {
        using var paint = new SKPaint { IsAntialias = true };
        paint.Shader = SKShader.CreateLinearGradient(new(0, area.Top), new(0, area.Bottom), [top, bottom], SKShaderTileMode.Clamp);
        canvas.DrawRoundRect(area, round, round, paint);
    }

    private static SKColor Lighter(SKColor colour, float by) => new(
        (byte)Math.Min(255, colour.Red * by), (byte)Math.Min(255, colour.Green * by), (byte)Math.Min(255, colour.Blue * by));
}
