using System.Buffers.Binary;
using Bawaba.Tests.Gate;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using SkiaSharp;

namespace Bawaba.Tests.Vision;

public sealed class PhotoFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void A_photo_is_opened_by_what_it_is(SKEncodedImageFormat format)
    {
        using var frame = PhotoFile.TryOpen(Write("photo.dat", Picture(40, 20, format)), default, out var fault);
        Assert.Null(fault);
        Assert.Equal((40, 20), (frame!.Width, frame.Height));
        Assert.InRange(frame.Rgb[0], 190, 255);
        Assert.InRange(frame.Rgb[(39 * 3) + 2], 190, 255);
    }

    [Fact]
    public void A_missing_file_says_so() => AssertFault(_folder.File("none.jpg"), "does not exist");

    [Fact]
    public void An_empty_file_says_so() => AssertFault(Write("empty.jpg", []), "0 bytes");

    [Fact]
    public void A_text_named_like_a_photo_is_no_picture() => AssertFault(Write("text.jpg", "hello"u8.ToArray()), "not a picture");

    [Fact]
    public void Another_kind_of_picture_is_named() => AssertFault(Write("photo.jpg", Picture(40, 20, SKEncodedImageFormat.Webp)), "Webp");

    [Fact]
    public void A_picture_of_more_than_fifty_megapixels_is_refused_before_it_is_decoded()
    {
        // Only the header claims the size: a decoder that trusted it would take 240 MB.
        var png = Picture(8, 8, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 10_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 6_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        AssertFault(Write("huge.png", png), "60 megapixels");
    }

    [Fact]
    public void A_photo_cut_short_shows_what_there_is_of_it()
    {
        var jpeg = Picture(200, 100, SKEncodedImageFormat.Jpeg);
        using var frame = PhotoFile.TryOpen(Write("cut.jpg", jpeg[..(jpeg.Length * 3 / 4)]), default, out _);
        Assert.Equal(200, frame!.Width);
    }

    // Orientation tag → where the red corner of the stored picture (top-left) is seen: x, y as shares of the upright picture.
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public void A_turned_photo_is_seen_upright(byte orientation, int cornerX, int cornerY)
    {
        using var frame = PhotoFile.TryOpen(Write("turned.jpg", WithOrientation(Corner(), orientation)), default, out var fault);
        Assert.Null(fault);
        Assert.Equal(orientation >= 5 ? (32, 64) : (64, 32), (frame!.Width, frame.Height));
        var (x, y) = (cornerX == 0 ? 4 : frame.Width - 5, cornerY == 0 ? 4 : frame.Height - 5);
        var pixel = frame.Rgb.Slice(((y * frame.Width) + x) * 3, 3);
        Assert.True(pixel[0] > 180 && pixel[1] < 90, $"the corner is {pixel[0]},{pixel[1]},{pixel[2]}");
    }

    [Fact]
    public void A_part_of_a_frame_becomes_a_jpeg_no_wider_than_asked()
    {
        using var frame = Frame.Rent(400, 200, default);
        frame.Rgb.Fill(120);
        using var whole = SKBitmap.Decode(Pixels.ToJpeg(frame, 100, 80));
        Assert.Equal((100, 50), (whole.Width, whole.Height));
        using var part = SKBitmap.Decode(Pixels.ToJpeg(frame, new(-50, 150, 90, 500), 100, 80));
        Assert.Equal((90, 50), (part.Width, part.Height));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertFault(string path, string words)
    {
        Assert.Null(PhotoFile.TryOpen(path, default, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(_folder.File(name), content);
        return _folder.File(name);
    }

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format) =>
        Draw(width, height, format, canvas => canvas.DrawRect(width / 2f, 0, width / 2f, height, new SKPaint { Color = SKColors.Blue }));

    private static byte[] Corner() =>
        Draw(64, 32, SKEncodedImageFormat.Jpeg, canvas => canvas.DrawRect(0, 0, 16, 12, new SKPaint { Color = SKColors.Red }), SKColors.White);

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format, Action<SKCanvas> draw, SKColor? ground = null)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground ?? SKColors.Red);
        draw(canvas);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }
        return ~crc;
    }

    // An EXIF segment with the one tag, behind the file's first marker.
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
