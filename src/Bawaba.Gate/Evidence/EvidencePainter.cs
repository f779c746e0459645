// Makes a hit's two pictures. Only the hit's own plate may be readable in them: everything outside its vehicle is
// coarsened until no other plate can be read (02-law: pictures obey the rule for plates). Called by LaneDesk for hits alone.
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
    private const int MinCellPx = 16;

    internal static EvidencePictures Paint(Frame frame, Quad plate)
    {
        var box = plate.Box;
        var crop = Grow(box, 0.25f * box.Width, 0.45f * box.Height, 0.45f * box.Height);
        using var overview = frame.Copy();
        Coarsen(overview, Grow(box, 1.6f * box.Width, 2.6f * box.Width, 0.8f * box.Width), Math.Max(MinCellPx, (int)(box.Height / 2)));
        return new()
        {
            CropJpeg = Pixels.ToJpeg(frame, crop, CropWidthPx, Quality),
            OverviewJpeg = Pixels.ToJpeg(overview, OverviewWidthPx, Quality),
        };
    }

    private static PixelBox Grow(PixelBox box, float x, float above, float below) => new(box.X0 - x, box.Y0 - above, box.X1 + x, box.Y1 + below);

    // Replaces each cell outside the kept box by its mean; cells of 16 px or more hold no character of any plate.
    private static void Coarsen(Frame frame, PixelBox keep, int cell)
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
        int r = 0, g = 0, b = 0;
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
