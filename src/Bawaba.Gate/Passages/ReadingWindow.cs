// Which part of a frame the reader looks at: where something moves or a vehicle is followed. A plate that is small in the
// frame is twice as large in half of it, at the same cost. Called by LaneWatch for every frame it reads.
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal static class ReadingWindow
{
    // Windows have the frame's shape, so that the network's input is always of one size.
    private static readonly float[] Shares = [0.5f, 0.7f];
    private const float Margin = 0.06f;

    /// <summary>The smallest window that holds all of it; the whole frame when there is nothing, or it is everywhere.</summary>
    internal static PixelBox Around(Frame frame, IEnumerable<PixelBox> busy)
    {
        PixelBox? all = null;
        foreach (var box in busy)
            all = all?.Union(box) ?? box;
        var whole = new PixelBox(0, 0, frame.Width, frame.Height);
        if (all is not { } area)
            return whole;
        foreach (var share in Shares)
        {
            var (width, height) = (share * frame.Width, share * frame.Height);
            if (area.Width <= width * (1 - (2 * Margin)) && area.Height <= height * (1 - (2 * Margin)))
                return At(area.Centre, width, height, frame);
        }
        return whole;
    }

    private static PixelBox At(PixelPoint centre, float width, float height, Frame frame)
    {
        var x0 = MathF.Floor(Math.Clamp(centre.X - (width / 2), 0, frame.Width - width));
        var y0 = MathF.Floor(Math.Clamp(centre.Y - (height / 2), 0, frame.Height - height));
        return new(x0, y0, x0 + MathF.Floor(width), y0 + MathF.Floor(height));
    }
}
