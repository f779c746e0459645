// Opens a photo from disk, whatever it claims to be: type and size are checked before a pixel is decoded.
// Called by `bawaba read`. Promises a frame or a fault a person understands, never an exception for a bad file.
using SkiaSharp;

namespace Bawaba.Vision.Photos;

/// <summary>JPEG and PNG photos as frames.</summary>
public static class PhotoFile
{
    public const long MaxBytes = 64L << 20;

    /// <summary>Larger pictures are refused: 50 megapixels are 150 MB of memory.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>The decoded photo, or null with the reason in <paramref name="fault"/>.</summary>
    public static Frame? TryOpen(string path, DateTimeOffset capturedAt, out string? fault)
    {
        fault = null;
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                return Fail(out fault, "the file does not exist");
            if (info.Length == 0)
                return Fail(out fault, "the file is empty (0 bytes)");
            if (info.Length > MaxBytes)
                return Fail(out fault, $"the file is larger than {MaxBytes >> 20} MiB");
            using var stream = info.OpenRead();
            using var codec = SKCodec.Create(stream, out var result);
            if (codec is null)
                return Fail(out fault, $"not a picture this program can read ({result})");
            if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png))
                return Fail(out fault, $"a {codec.EncodedFormat} picture; give a JPEG or PNG");
            var pixels = (long)codec.Info.Width * codec.Info.Height;
            if (pixels > MaxPixels)
                return Fail(out fault, $"{pixels / 1_000_000} megapixels; at most {MaxPixels / 1_000_000} are read");
            return Decode(codec, capturedAt, out fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(out fault, e.Message);
        }
    }

    /// <summary>True when the file begins like a JPEG or PNG.</summary>
    public static bool LooksLikePhoto(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    private static Frame? Decode(SKCodec codec, DateTimeOffset capturedAt, out string? fault)
    {
        fault = null;
        // What is transparent is seen on black.
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, alpha);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        // An incomplete photo still shows what there is of it; anything else is a broken file.
        if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return Fail(out fault, $"the picture is damaged ({result})");
        return Pixels.ToFrame(bitmap, codec.EncodedOrigin, capturedAt);
    }

    private static Frame? Fail(out string? fault, string reason)
    {
        fault = reason;
        return null;
    }
}
