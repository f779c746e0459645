// Makes a hit's two pictures. Only the hit's own plate may be readable in them: other plates that were seen are painted
// over, and everything outside its vehicle is coarsened until no plate can be read (02-law: pictures obey the rule for
// plates). Called by LaneDesk for hits alone.
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Evidence;

internal static class EvidencePainter
{
    private const int CropWidthPx = 480;
    private const int OverviewWidthPx = 960;
    private const int Quality = 82;
    private const int MinCellPx = 24;
    private const int CellsPerHeight = 24;

    internal static EvidencePictures Paint(Frame frame, Quad plate, IReadOnlyList<Quad> otherPlates)
    {
        var box = plate.Box;
        var crop = CropOf(box);
        using var overview = frame.Copy();
        foreach (var other in otherPlates)
            PaintOver(overview, other.Expand(0.1f, 0.2f).Box, box);
        var cropJpeg = Pixels.ToJpeg(overview, crop, CropWidthPx, Quality);
        Coarsen(overview, KeptOf(box), CellOf(frame, box));
        return new()
        {
            CropJpeg = cropJpeg,
            OverviewJpeg = Pixels.ToJpeg(overview, OverviewWidthPx, Quality),
        };
    }

    /// <summary>A plate with a little around it.</summary>
    internal static PixelBox CropOf(PixelBox plate) => Grow(plate, 0.25f * plate.Width, 0.45f * plate.Height, 0.45f * plate.Height);

    /// <summary>About the vehicle a plate is on: what stays as it is.</summary>
    internal static PixelBox KeptOf(PixelBox plate) => Grow(plate, 1.6f * plate.Width, 2.6f * plate.Width, 0.8f * plate.Width);

    /// <summary>How coarse the rest becomes, pixels of the frame.</summary>
    internal static int CellOf(Frame frame, PixelBox plate) => Math.Max(MinCellPx, Math.Max(frame.Height / CellsPerHeight, (int)(plate.Height / 2)));

    private static PixelBox Grow(PixelBox box, float x, float above, float below) => new(box.X0 - x, box.Y0 - above, box.X1 + x, box.Y1 + below);

    // A place found twice is the hit's own plate, not another one.
    internal static void PaintOver(Frame frame, PixelBox other, PixelBox own)
    {
        var (x0, y0) = (Math.Clamp((int)other.X0, 0, frame.Width - 1), Math.Clamp((int)other.Y0, 0, frame.Height - 1));
        var (x1, y1) = (Math.Clamp((int)other.X1 + 1, x0 + 1, frame.Width), Math.Clamp((int)other.Y1 + 1, y0 + 1, frame.Height));
        if (other.IntersectionArea(own) < 0.2f * Math.Min(own.Area, other.Area))
            Flatten(frame, x0, y0, x1, y1);
    }

    // Replaces each cell outside the kept box by its mean: a character that spans less than two cells cannot be read.
    internal static void Coarsen(Frame frame, PixelBox keep, int cell)
    {
        for (var y = 0; y < frame.Height; y += cell)
        {
            for (var x = 0; x < frame.Width; x += cell)
            {
                var (x1, y1) = (Math.Min(x + cell, frame.Width), Math.Min(y + cell, frame.Height));
                if (x < keep.X0 || y < keep.Y0 || x1 > keep.X1 || y1 > keep.Y1)
                    Flatten(frame, x, y, x1, y1);
            }
        }
    }

    private static void Flatten(Frame frame, int x0, int y0, int x1, int y1)
    {
        var rgb = frame.Rgb;
        long r = 0, g = 0, b = 0;
        for (var y = y0; y < y1; y++)
        {
            for (var at = ((y * frame.Width) + x0) * 3; at < ((y * frame.Width) + x1) * 3; at += 3)
                (r, g, b) = (r + rgb[at], g + rgb[at + 1], b + rgb[at + 2]);
        }
        var count = (x1 - x0) * (y1 - y0);
        var mean = ((byte)(r / count), (byte)(g / count), (byte)(b / count));
        for (var y = y0; y < y1; y++)
        {
            for (var at = ((y * frame.Width) + x0) * 3; at < ((y * frame.Width) + x1) * 3; at += 3)
                (rgb[at], rgb[at + 1], rgb[at + 2]) = mean;
        }
    }
}
