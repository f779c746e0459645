// Writes characters of an exact height into a box, as a press does: every character its own height, the row as wide as it may be.
// Called by PlatePainter, row by row.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class PlateInk
{
    /// <summary>A row of Latin characters as tall as the box, squeezed when it would be wider; centred.</summary>
    internal static void Latin(SKCanvas canvas, SKTypeface face, string text, SKRect box, SKColor colour, float spacing)
    {
        using var font = FontOfCapHeight(face, box.Height);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var gap = spacing * box.Height;
        var widths = text.Select(c => Advance(font, c)).ToArray();
        var wide = widths.Sum() + (gap * (text.Length - 1));
        var squeeze = Math.Min(1, box.Width / wide);
        canvas.Save();
        canvas.Translate(box.MidX - (wide * squeeze / 2), box.Bottom);
        canvas.Scale(squeeze, 1);
        var x = 0f;
        for (var i = 0; i < text.Length; i++)
        {
            canvas.DrawText(text[i].ToString(), x, 0, SKTextAlign.Left, font, paint);
            x += widths[i] + gap;
        }
        canvas.Restore();
    }

    /// <summary>Separate Arabic letters or digits in the order given, left to right, each in a cell of its own.</summary>
    internal static void Cells(SKCanvas canvas, SKTypeface face, string text, SKRect box, SKColor colour)
    {
        using var font = FontOfCapHeight(face, box.Height * 0.92f);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var cell = box.Width / Math.Max(text.Length, 2);
        var x = box.MidX - (cell * (text.Length - 1) / 2);
        foreach (var c in text)
        {
            using var path = font.GetGlyphPath(font.GetGlyph(c)) ?? new SKPath();
            var glyph = path.Bounds;
            var scale = Math.Min(1, Math.Min(cell * 0.9f / Math.Max(glyph.Width, 1), box.Height / Math.Max(glyph.Height, 1)));
            canvas.Save();
            canvas.Translate(x, box.MidY);
            canvas.Scale(scale);
            canvas.Translate(-glyph.MidX, -glyph.MidY);
            canvas.DrawPath(path, paint);
            canvas.Restore();
            x += cell;
        }
    }

    /// <summary>A joined Arabic word fitted into the box; its letters are given already joined, left to right.</summary>
    internal static void Word(SKCanvas canvas, SKTypeface face, string joinedLeftToRight, SKRect box, SKColor colour)
    {
        using var font = new SKFont(face, 100);
        using var path = font.GetTextPath(joinedLeftToRight, new SKPoint(0, 0));
        var bounds = path.Bounds;
        var scale = Math.Min(box.Width / Math.Max(bounds.Width, 1), box.Height / Math.Max(bounds.Height, 1));
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.Save();
        canvas.Translate(box.MidX, box.MidY);
        canvas.Scale(scale);
        canvas.Translate(-bounds.MidX, -bounds.MidY);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    private static SKFont FontOfCapHeight(SKTypeface face, float height)
    {
        var font = new SKFont(face, 100) { Subpixel = true, Hinting = SKFontHinting.None };
        font.MeasureText("H", out var bounds);
        font.Size = 100 * height / bounds.Height;
        return font;
    }

    private static float Advance(SKFont font, char c) => font.MeasureText(c.ToString());
}
