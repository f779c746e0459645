// Makes the further pictures of a vehicle while it is followed: small, and by the rules of EvidencePainter: no other plate can be read
// in them. Called by TrackPictures for frames in which the vehicle's plate was seen.
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Evidence;

internal static class FramePainter
{
    private const int CropWidthPx = 480;
    private const int CropQuality = 80;
    private const int ClipQuality = 66;
    private const int MinCellPx = 6;

    /// <summary>The plate and a little around it.</summary>
    internal static byte[] Crop(Frame frame, Quad plate, IReadOnlyList<Quad> others)
    {
        var box = EvidencePainter.CropOf(plate.Box);
        using var part = Part(frame, box, out var origin);
        foreach (var other in others)
            EvidencePainter.PaintOver(part, other.Expand(0.1f, 0.2f).Offset(-origin.X, -origin.Y).Box, plate.Offset(-origin.X, -origin.Y).Box);
        return Pixels.ToJpeg(part, CropWidthPx, CropQuality);
    }

    /// <summary>The whole picture, small.</summary>
    internal static byte[] Wide(Frame frame, Quad plate, IReadOnlyList<Quad> others)
    {
        using var small = Small(frame, HitFrames.MostWidthPx);
        var scale = (float)small.Width / frame.Width;
        var own = plate.Scale(scale).Box;
        foreach (var other in others)
            EvidencePainter.PaintOver(small, other.Expand(0.1f, 0.2f).Scale(scale).Box, own);
        var cell = Math.Max(MinCellPx, (int)MathF.Ceiling(EvidencePainter.CellOf(frame, plate.Box) * scale));
        EvidencePainter.Coarsen(small, EvidencePainter.KeptOf(own), cell);
        return Pixels.ToJpeg(small, HitFrames.MostWidthPx, ClipQuality);
    }

    private static Frame Part(Frame frame, PixelBox box, out PixelPoint origin)
    {
        var (x0, y0) = (Math.Clamp((int)box.X0, 0, frame.Width - 1), Math.Clamp((int)box.Y0, 0, frame.Height - 1));
        var (x1, y1) = (Math.Clamp((int)box.X1 + 1, x0 + 1, frame.Width), Math.Clamp((int)box.Y1 + 1, y0 + 1, frame.Height));
        origin = new(x0, y0);
        var part = Frame.Rent(x1 - x0, y1 - y0, frame.CapturedAt);
        for (var y = y0; y < y1; y++)
            frame.Rgb.Slice(((y * frame.Width) + x0) * 3, part.Width * 3).CopyTo(part.Rgb[((y - y0) * part.Width * 3)..]);
        return part;
    }

    // The mean of four samples a pixel: a third of the cost of a filter, and enough to see a vehicle.
    private static Frame Small(Frame frame, int widthPx)
    {
        if (frame.Width <= widthPx)
            return frame.Copy();
        var small = Frame.Rent(widthPx, Math.Max(1, frame.Height * widthPx / frame.Width), frame.CapturedAt);
        var from = frame.Rgb;
        var to = small.Rgb;
        var across = new int[widthPx * 2];
        for (var i = 0; i < across.Length; i++)
            across[i] = (int)((i + 0.5) * frame.Width / across.Length) * 3;
        for (var y = 0; y < small.Height; y++)
        {
            var first = from.Slice(Row(frame, small, 2 * y) * frame.Width * 3, frame.Width * 3);
            var second = from.Slice(Row(frame, small, (2 * y) + 1) * frame.Width * 3, frame.Width * 3);
            var line = to.Slice(y * widthPx * 3, widthPx * 3);
            for (var x = 0; x < widthPx; x++)
            {
                var (left, right) = (across[2 * x], across[(2 * x) + 1]);
                var a = first.Slice(left, 3);
                var b = first.Slice(right, 3);
                var c = second.Slice(left, 3);
                var d = second.Slice(right, 3);
                var pixel = line.Slice(x * 3, 3);
                pixel[0] = (byte)((a[0] + b[0] + c[0] + d[0] + 2) >> 2);
                pixel[1] = (byte)((a[1] + b[1] + c[1] + d[1] + 2) >> 2);
                pixel[2] = (byte)((a[2] + b[2] + c[2] + d[2] + 2) >> 2);
            }
        }
        return small;
    }

    private static int Row(Frame frame, Frame small, int half) => Math.Min(frame.Height - 1, (int)((half + 0.5) * frame.Height / (2 * small.Height)));
}
