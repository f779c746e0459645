// Between Skia's bitmaps and our frames: in for photos, out for the JPEG pictures of hits and snapshots.
using Bawaba.Vision.Plates;
using SkiaSharp;

namespace Bawaba.Vision.Photos;

/// <summary>Encodes frames and parts of them as JPEG.</summary>
public static class Pixels
{
    /// <summary>The frame as a JPEG file no wider than <paramref name="maxWidthPx"/>.</summary>
    public static byte[] ToJpeg(Frame frame, int maxWidthPx, int quality) =>
        ToJpeg(frame, new PixelBox(0, 0, frame.Width, frame.Height), maxWidthPx, quality);

    /// <summary>A part of the frame as a JPEG file no wider than <paramref name="maxWidthPx"/>.</summary>
    public static byte[] ToJpeg(Frame frame, PixelBox part, int maxWidthPx, int quality)
    {
        var x0 = Math.Clamp((int)part.X0, 0, frame.Width - 1);
        var y0 = Math.Clamp((int)part.Y0, 0, frame.Height - 1);
        var x1 = Math.Clamp((int)MathF.Ceiling(part.X1), x0 + 1, frame.Width);
        var y1 = Math.Clamp((int)MathF.Ceiling(part.Y1), y0 + 1, frame.Height);
        using var bitmap = new SKBitmap(new SKImageInfo(x1 - x0, y1 - y0, SKColorType.Rgba8888, SKAlphaType.Opaque));
        CopyOut(frame, x0, y0, bitmap);
        if (bitmap.Width <= maxWidthPx)
            return Encode(bitmap, quality);
        var height = Math.Max(1, bitmap.Height * maxWidthPx / bitmap.Width);
        using var small = bitmap.Resize(new SKSizeI(maxWidthPx, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Encode(small, quality);
    }

    /// <summary>A bitmap (RGBA, 8 bits) as a frame, turned upright as its origin says.</summary>
    public static Frame ToFrame(SKBitmap bitmap, SKEncodedOrigin origin, DateTimeOffset capturedAt)
    {
        if (bitmap.ColorType != SKColorType.Rgba8888)
            throw new ArgumentException("Give an RGBA 8-bit bitmap.", nameof(bitmap));
        var (w, h) = (bitmap.Width, bitmap.Height);
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var frame = Frame.Rent(turned ? h : w, turned ? w : h, capturedAt);
        var source = bitmap.GetPixelSpan();
        var target = frame.Rgb;
        for (var y = 0; y < h; y++)
        {
            for (var x = 0; x < w; x++)
            {
                var (tx, ty) = Upright(origin, x, y, w, h);
                source.Slice((y * bitmap.RowBytes) + (x * 4), 3).CopyTo(target[(((ty * frame.Width) + tx) * 3)..]);
            }
        }
        return frame;
    }

    private static (int X, int Y) Upright(SKEncodedOrigin origin, int x, int y, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => (w - 1 - x, y),
        SKEncodedOrigin.BottomRight => (w - 1 - x, h - 1 - y),
        SKEncodedOrigin.BottomLeft => (x, h - 1 - y),
        SKEncodedOrigin.LeftTop => (y, x),
        SKEncodedOrigin.RightTop => (h - 1 - y, x),
        SKEncodedOrigin.RightBottom => (h - 1 - y, w - 1 - x),
        SKEncodedOrigin.LeftBottom => (y, w - 1 - x),
        _ => (x, y),
    };

    private static void CopyOut(Frame frame, int x0, int y0, SKBitmap bitmap)
    {
        var target = bitmap.GetPixelSpan();
        var source = frame.Rgb;
        unsafe
        {
            fixed (byte* pixels = target)
            {
                for (var y = 0; y < bitmap.Height; y++)
                {
                    var from = source.Slice((((y0 + y) * frame.Width) + x0) * 3, bitmap.Width * 3);
                    var to = pixels + (y * bitmap.RowBytes);
                    for (var x = 0; x < bitmap.Width; x++, to += 4)
                        (to[0], to[1], to[2], to[3]) = (from[x * 3], from[(x * 3) + 1], from[(x * 3) + 2], 255);
                }
            }
        }
    }

    private static byte[] Encode(SKBitmap bitmap, int quality)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality)
            ?? throw new InvalidOperationException("The picture could not be encoded.");
        return data.ToArray();
    }
}
