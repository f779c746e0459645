// A drawn lane seen by a camera to which things happen: light, fog, a lens out of focus, a turn, a lorry before it.
// Gives one frame a second, as the judge takes them.
using Bawaba.Simulator.Stage;
using Bawaba.Vision;
using SkiaSharp;

namespace Bawaba.Tests.Gate.Health;

internal sealed class LaneView : IDisposable
{
    private const int Width = 640;
    private const int Height = 360;
    private readonly LaneStage _stage;
    private readonly SKBitmap _drawn = new(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
    private readonly SKBitmap _seen = new(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
    private int _second;

    internal LaneView(StageLight light = StageLight.Day) =>
        _stage = new(new() { Seed = 5, CameraName = "TEST", Width = Width, Height = Height, DurationSeconds = 60, Light = light, VehiclesPerMinute = 12 });

    /// <summary>0 is a sharp lens; in pixels of this picture.</summary>
    internal float Blur { get; set; }

    /// <summary>1 is the light of the stage.</summary>
    internal float Light { get; set; } = 1;

    /// <summary>0 to 1: how much of what is seen is fog.</summary>
    internal float Fog { get; set; }

    /// <summary>Share of the width by which the camera was turned to the right.</summary>
    internal float Turn { get; set; }

    /// <summary>Share of the picture's width that a lorry's side covers, from the left.</summary>
    internal float Lorry { get; set; }

    internal Frame Next(DateTimeOffset at)
    {
        _stage.DrawFrame(_second * 10 % 600, _drawn);
        _second++;
        using (var canvas = new SKCanvas(_seen))
            Paint(canvas);
        var frame = Frame.Rent(Width, Height, at);
        var from = _seen.GetPixelSpan();
        var to = frame.Rgb;
        for (var i = 0; i < Width * Height; i++)
            (to[i * 3], to[(i * 3) + 1], to[(i * 3) + 2]) = (from[(i * 4) + 2], from[(i * 4) + 1], from[i * 4]);
        return frame;
    }

    public void Dispose()
    {
        _stage.Dispose();
        _drawn.Dispose();
        _seen.Dispose();
    }

    private void Paint(SKCanvas canvas)
    {
        using var blur = Blur > 0 ? SKImageFilter.CreateBlur(Blur, Blur, SKShaderTileMode.Clamp, null) : null;
        using var light = SKColorFilter.CreateColorMatrix([Light, 0, 0, 0, 0, 0, Light, 0, 0, 0, 0, 0, Light, 0, 0, 0, 0, 0, 1, 0]);
        using var paint = new SKPaint { ImageFilter = blur, ColorFilter = light };
        // What comes into view from the right is mirrored: a road's side like the one that was there.
        canvas.DrawBitmap(_drawn, -Turn * Width, 0, SKSamplingOptions.Default, paint);
        if (Turn > 0)
        {
            canvas.Save();
            canvas.Scale(-1, 1, Width * (1 - (Turn / 2)), 0);
            canvas.ClipRect(new(Width * (1 - Turn), 0, Width, Height));
            canvas.DrawBitmap(_drawn, 0, 0, SKSamplingOptions.Default, paint);
            canvas.Restore();
        }
        if (Lorry > 0)
            PaintLorry(canvas);
        using var fog = new SKPaint { Color = new SKColor(196, 196, 192, (byte)(255 * Fog)) };
        canvas.DrawRect(0, 0, Width, Height, fog);
    }

    private void PaintLorry(SKCanvas canvas)
    {
        using var side = new SKPaint { Color = new SKColor(60, 90, 140) };
        using var line = new SKPaint { Color = new SKColor(210, 210, 205), StrokeWidth = 3 };
        canvas.DrawRect(0, 0, Lorry * Width, Height, side);
        for (var x = 40; x < Lorry * Width; x += 80)
            canvas.DrawLine(x, 0, x, Height, line);
    }
}
