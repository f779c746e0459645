// What a camera adds to its picture: drifting dust, sensor noise, name and clock burnt in. Called by LaneStage once a frame, last.
using System.Globalization;
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Simulator.Stage.Road;
using SkiaSharp;

namespace Bawaba.Simulator.Stage;

internal sealed class FrameFinish : IDisposable
{
    private const int TileSize = 256;
    private const int DustScale = 5;
    private readonly StageSettings _settings;
    private readonly SKImage _noise;
    private readonly SKImage? _dust;
    private readonly SKFont _font;

    internal FrameFinish(StageSettings settings, StageLook look)
    {
        _settings = settings;
        _noise = NoiseTile(settings.Seed, settings.Light == StageLight.Day ? 3 : settings.Light == StageLight.Dusk ? 4 : 5);
        _dust = settings.Dust > 0 ? DustTile(settings, look) : null;
        _font = new(PlateFonts.Arabic(1), settings.Height / 32f);
    }

    internal void Paint(SKCanvas canvas, int frame)
    {
        var random = new Random(unchecked((_settings.Seed * 7919) + frame));
        var area = SKRect.Create(_settings.Width, _settings.Height);
        if (_dust is not null)
        {
            var seconds = frame / (float)_settings.FramesPerSecond;
            Tile(canvas, _dust, area, MathF.Round(seconds * 90), MathF.Round(seconds * 14));
        }
        Tile(canvas, _noise, area, random.Next(TileSize), random.Next(TileSize));
        Display(canvas, frame);
    }

    public void Dispose()
    {
        _noise.Dispose();
        _dust?.Dispose();
        _font.Dispose();
    }

    private static void Tile(SKCanvas canvas, SKImage tile, SKRect area, float dx, float dy)
    {
        var matrix = SKMatrix.CreateTranslation(dx, dy);
        using var paint = new SKPaint { Shader = tile.ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, new SKSamplingOptions(SKFilterMode.Nearest), matrix) };
        canvas.DrawRect(area, paint);
    }

    private void Display(SKCanvas canvas, int frame)
    {
        var clock = _settings.ClockStartAt.AddSeconds(frame / (double)_settings.FramesPerSecond).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var (text, y) in new[] { (_settings.CameraName, 1.4f), (clock, 2.6f) })
        {
            paint.Color = new SKColor(0, 0, 0, 190);
            canvas.DrawText(text, (_settings.Height / 45f) + 1.5f, (y * _font.Size) + 1.5f, SKTextAlign.Left, _font, paint);
            paint.Color = SKColors.White;
            canvas.DrawText(text, _settings.Height / 45f, y * _font.Size, SKTextAlign.Left, _font, paint);
        }
    }

    private static SKImage NoiseTile(int seed, int strength)
    {
        var random = new Random(seed ^ 0x4015E);
        return Tile(1, (_, _) =>
        {
            var value = ((random.NextDouble() + random.NextDouble()) - 1) * 2 * strength;
            return new SKColor(value > 0 ? (byte)255 : (byte)0, value > 0 ? (byte)255 : (byte)0, value > 0 ? (byte)255 : (byte)0, (byte)Math.Min(255, Math.Abs(value)));
        });
    }

    private static SKImage DustTile(StageSettings settings, StageLook look)
    {
        // Repeats without a seam: the noise is mixed with itself one tile further.
        float Wrapped(int x, int y)
        {
            var (u, v) = (x / (float)TileSize, y / (float)TileSize);
            float N(float ox, float oy) => Noise.Layers((x / 64f) + ox, (y / 40f) + oy, 1, 0.001f, 4, settings.Seed + 90);
            return (((1 - u) * N(0, 0)) + (u * N(-4, 0))) * (1 - v) + ((((1 - u) * N(0, -6.4f)) + (u * N(-4, -6.4f))) * v);
        }

        return Tile(DustScale, (x, y) =>
        {
            var alpha = Math.Clamp((0.30f + (0.55f * Wrapped(x, y))) * settings.Dust * 0.6, 0, 0.5);
            var haze = look.Haze * 255;
            return new SKColor((byte)haze.X, (byte)haze.Y, (byte)haze.Z, (byte)(255 * alpha));
        });
    }

    private static SKImage Tile(int scale, Func<int, int, SKColor> colour)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(TileSize, TileSize, SKColorType.Bgra8888, SKAlphaType.Premul));
        for (var y = 0; y < TileSize; y++)
        {
            for (var x = 0; x < TileSize; x++)
                bitmap.SetPixel(x, y, colour(x, y));
        }
        if (scale == 1)
            return SKImage.FromBitmap(bitmap);
        // Enlarged once here, not in every frame.
        using var large = bitmap.Resize(new SKSizeI(TileSize * scale, TileSize * scale), new SKSamplingOptions(SKFilterMode.Linear));
        return SKImage.FromBitmap(large);
    }
}
