// What light and lens do to a sampled picture: exposure, a shadow's edge, blur, noise, a camera's compression. Called by PlateSampler.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class SampleLens
{
    internal static SampleConditions Apply(SKBitmap picture, Random random)
    {
        float blur;
        bool shadow;
        using var sharp = SKImage.FromBitmap(picture);
        using (var canvas = new SKCanvas(picture))
        {
            blur = Blur(canvas, sharp, random);
            shadow = Shade(canvas, random);
        }
        var (gain, gray) = Expose(picture, random);
        return new(gain, gray, blur, shadow, Compress(picture, random));
    }

    private static float Blur(SKCanvas canvas, SKImage sharp, Random random)
    {
        var sigma = 0.2f + (0.7f * (float)random.NextDouble());
        using var filter = SKImageFilter.CreateBlur(sigma * (1 + (0.5f * (float)random.NextDouble())), sigma);
        using var paint = new SKPaint { ImageFilter = filter };
        canvas.DrawImage(sharp, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), paint);
        return sigma;
    }

    private static bool Shade(SKCanvas canvas, Random random)
    {
        if (random.Next(3) > 0)
            return false;
        var x = (float)random.NextDouble() * PlateSampler.Width;
        using var paint = new SKPaint();
        paint.Shader = SKShader.CreateLinearGradient(
            new(x - 30, 0), new(x + 30, 20), [SKColors.Black.WithAlpha(0), SKColors.Black.WithAlpha((byte)random.Next(40, 110))], SKShaderTileMode.Clamp);
        canvas.DrawRect(0, 0, PlateSampler.Width, PlateSampler.Height, paint);
        return true;
    }

    private static (float Gain, bool Gray) Expose(SKBitmap picture, Random random)
    {
        var gain = 0.45f + (0.65f * (float)random.NextDouble());
        var lift = random.Next(0, 30);
        var noise = random.Next(1, 12);
        var grey = random.Next(4) == 0;
        var pixels = picture.Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            var p = pixels[i];
            var shift = lift + ((random.NextSingle() + random.NextSingle() - 1) * 1.6f * noise);
            var (r, g, b) = ((p.Red * gain) + shift, (p.Green * gain) + shift, (p.Blue * gain) + shift);
            if (grey)
                r = g = b = (0.3f * r) + (0.59f * g) + (0.11f * b);
            pixels[i] = new((byte)Math.Clamp(r, 0, 255), (byte)Math.Clamp(g, 0, 255), (byte)Math.Clamp(b, 0, 255));
        }
        picture.Pixels = pixels;
        return (gain, grey);
    }

    private static int Compress(SKBitmap picture, Random random)
    {
        var quality = random.Next(50, 96);
        using var data = picture.Encode(SKEncodedImageFormat.Jpeg, quality);
        using var back = SKBitmap.Decode(data, picture.Info);
        back.GetPixelSpan().CopyTo(picture.GetPixelSpan());
        return quality;
    }
}
