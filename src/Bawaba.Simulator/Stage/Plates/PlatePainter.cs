// Draws one plate flat, as it left the workshop and as the road has used it since. Called by the stage for vehicles and by
// PlateSampler for the accuracy test. Promises: the bitmap is the plate to its outer edge and nothing else, its long side
// PixelsPerMm times the millimetres; the same plate and seed give the same pixels.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

/// <summary>Paints number plates.</summary>
public static class PlatePainter
{
    /// <summary>Size of the bitmap against the real plate.</summary>
    public const float PixelsPerMm = 1.2f;

    private const string Libya = "ليبيا";
    private const string Tunis = "تونس";

    // The three country words in joined letter forms, left to right: plates carry no other joined text.
    private const string LibyaJoined = "\uFE8E\uFEF4\uFE92\uFEF4\uFEDF";
    private const string TunisJoined = "\uFEB2\uFEE7\uFEEE\uFE97";
    private const string EgyptJoined = "\uFEAE\uFEBC\uFEE3";

    /// <summary>Width over height.</summary>
    public static float AspectOf(DrawnPlate plate)
    {
        var design = PlateDesign.Of(plate);
        return design.WidthMm / design.HeightMm;
    }

    /// <summary>Width of the real plate, millimetres.</summary>
    public static float WidthMmOf(DrawnPlate plate) => PlateDesign.Of(plate).WidthMm;

    /// <summary>The caller owns the bitmap. <paramref name="wear"/> from 0 (new) to 1 (years of sand).</summary>
    public static SKBitmap Paint(DrawnPlate plate, int seed, float wear)
    {
        ArgumentNullException.ThrowIfNull(plate);
        var design = PlateDesign.Of(plate);
        var random = new Random(seed);
        var bitmap = new SKBitmap(new SKImageInfo((int)(design.WidthMm * PixelsPerMm), (int)(design.HeightMm * PixelsPerMm), SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(PixelsPerMm);
        Ground(canvas, design, random);
        var choice = random.Next(6);
        switch (plate.Country)
        {
            case PlateCountry.Libya:
                LibyaRows(canvas, plate, design, choice);
                break;
            case PlateCountry.Tunisia:
                TunisiaRows(canvas, plate, design, choice);
                break;
            case PlateCountry.Egypt:
                EgyptRows(canvas, plate, design, choice);
                break;
            default:
                LatinRows(canvas, plate, design, choice);
                break;
        }
        PlateWear.Apply(canvas, design, random, wear);
        return bitmap;
    }

    private static void Ground(SKCanvas canvas, PlateDesign design, Random random)
    {
        var outer = new SKRect(0, 0, design.WidthMm, design.HeightMm);
        using var paint = new SKPaint { IsAntialias = true, Color = design.Ground };
        canvas.DrawRoundRect(outer, 7, 7, paint);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 2.5f + (float)random.NextDouble() * 1.5f;
        paint.Color = design.Ink.WithAlpha(235);
        var inset = 3f + (float)random.NextDouble() * 2;
        canvas.DrawRoundRect(SKRect.Inflate(outer, -inset, -inset), 6, 6, paint);
    }

    private static void LibyaRows(SKCanvas canvas, DrawnPlate plate, PlateDesign design, int choice)
    {
        var number = plate.Text.Visual.Replace(Libya, "", StringComparison.Ordinal);
        var (w, h) = (design.WidthMm, design.HeightMm);
        if (plate.Layout == PlateLayout.OneRow)
        {
            PlateInk.Latin(canvas, PlateFonts.Latin(choice), number, new(22, 20, w - 128, h - 20), design.Ink, 0.06f);
            PlateInk.Word(canvas, PlateFonts.Arabic(choice), LibyaJoined, new(w - 116, 30, w - 24, h - 26), design.Ink);
            return;
        }
        PlateInk.Latin(canvas, PlateFonts.Latin(choice), number, new(16, 16, w - 16, 88), design.Ink, 0.04f);
        PlateInk.Word(canvas, PlateFonts.Arabic(choice), LibyaJoined, new(70, 98, w - 70, h - 12), design.Ink);
    }

    private static void TunisiaRows(SKCanvas canvas, DrawnPlate plate, PlateDesign design, int choice)
    {
        var parts = plate.Text.Visual.Split(Tunis, 2);
        var (w, h) = (design.WidthMm, design.HeightMm);
        var face = PlateFonts.Latin(choice);
        if (plate.Layout == PlateLayout.OneRow)
        {
            PlateInk.Latin(canvas, face, parts[0], new(22, 20, 170, h - 20), design.Ink, 0.05f);
            PlateInk.Word(canvas, PlateFonts.Arabic(choice), TunisJoined, new(186, 26, 296, h - 18), design.Ink);
            PlateInk.Latin(canvas, face, parts[1], new(310, 20, w - 20, h - 20), design.Ink, 0.05f);
            return;
        }
        PlateInk.Latin(canvas, face, parts[0], new(16, 22, 140, 92), design.Ink, 0.04f);
        PlateInk.Word(canvas, PlateFonts.Arabic(choice), TunisJoined, new(150, 24, w - 16, 92), design.Ink);
        PlateInk.Latin(canvas, face, parts[1], new(24, 110, w - 24, h - 20), design.Ink, 0.06f);
    }

    private static void EgyptRows(SKCanvas canvas, DrawnPlate plate, PlateDesign design, int choice)
    {
        var (w, h) = (design.WidthMm, design.HeightMm);
        using var band = new SKPaint { IsAntialias = true, Color = choice == 5 ? new(0xE0, 0x86, 0x1C) : new(0x3E, 0x8E, 0xC8) };
        canvas.DrawRoundRect(new(6, 6, w - 6, 52), 5, 5, band);
        PlateInk.Latin(canvas, PlateFonts.Latin(1), "EGYPT", new(24, 17, 130, 43), design.Ink, 0.1f);
        PlateInk.Word(canvas, PlateFonts.Arabic(0), EgyptJoined, new(w - 110, 11, w - 30, 48), design.Ink);
        var text = plate.Text.Visual;
        var split = 0;
        while (split < text.Length && text[split] is >= '\u0660' and <= '\u0669')
            split++;
        using var line = new SKPaint { Color = design.Ink.WithAlpha(150), StrokeWidth = 2 };
        canvas.DrawLine(w * 0.54f, 60, w * 0.54f, h - 12, line);
        PlateInk.Cells(canvas, PlateFonts.Arabic(choice), text[..split], new(18, 70, (w * 0.54f) - 8, h - 22), design.Ink);
        PlateInk.Cells(canvas, PlateFonts.Arabic(choice), text[split..], new((w * 0.54f) + 8, 62, w - 16, h - 14), design.Ink);
    }

    // Algeria and Chad: groups of Latin characters, on one row or split over two.
    private static void LatinRows(SKCanvas canvas, DrawnPlate plate, PlateDesign design, int choice)
    {
        var text = plate.Text.Visual;
        var (w, h) = (design.WidthMm, design.HeightMm);
        var face = PlateFonts.Latin(choice);
        var first = plate.Country == PlateCountry.Algeria ? text.Length - 5 : 3;
        if (plate.Layout == PlateLayout.TwoRows)
        {
            PlateInk.Latin(canvas, face, text[..first], new(20, 22, w - 20, 92), design.Ink, 0.05f);
            PlateInk.Latin(canvas, face, text[first..], new(20, 110, w - 20, h - 20), design.Ink, 0.05f);
            return;
        }
        var grouped = plate.Country == PlateCountry.Algeria
            ? $"{text[..first]} {text[first..^2]} {text[^2..]}"
            : $"{text[..first]} {text[first..^1]}{text[^1]}";
        PlateInk.Latin(canvas, face, grouped, new(22, 20, w - 22, h - 20), design.Ink, 0.05f);
    }
}
