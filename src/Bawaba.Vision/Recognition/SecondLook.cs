// A crop that was hard to read is cut out again along other corners: a detector's corners are wrong by a few pixels, and
// a character at the edge is what suffers. Called by PlateReader. Promises to change nothing of a sure reading.
using Bawaba.Vision.Plates;

namespace Bawaba.Vision.Recognition;

internal static class SecondLook
{
    private const float SureEnough = 0.9f;

    // Below this nobody would see characters there at all: more looks would not help.
    private const float SomethingToSee = 0.3f;

    // Of two looks that are equally sure the first one counts a little more.
    private const float FirstLookFavour = 1.2f;
    private const float LeanInHeights = 0.3f;

    /// <summary>True when looking again may help.</summary>
    internal static bool Helps(CropReading reading) => reading.Legible >= SomethingToSee && reading.Scores.Decode().Confidence < SureEnough;

    /// <summary>The corners of the other looks: a bigger margin, a smaller one, towards the upright box, and leaning to either side.</summary>
    internal static Quad[] Corners(Quad corners) =>
    [
        corners.Expand(0.05f, 0.10f), corners.Expand(-0.02f, -0.05f), Straightened(corners), Leaning(corners, LeanInHeights), Leaning(corners, -LeanInHeights),
    ];

    /// <summary>All looks at one plate as one reading: each counts as much as it is sure.</summary>
    internal static CropReading Join(CropReading first, IReadOnlyList<CropReading> others, Func<SlotScores, DecodedPlate> decode)
    {
        (SlotScores Scores, float Weight)[] looks =
        [
            (first.Scores, FirstLookFavour * decode(first.Scores).Confidence),
            .. others.Select(o => (o.Scores, decode(o.Scores).Confidence)),
        ];
        var all = looks.Sum(l => l.Weight);
        if (all <= 0)
            return first;
        var scores = SlotScores.Fuse([.. looks.Select(l => (l.Scores, l.Weight / all))]);
        return first with { Scores = scores, Legible = Math.Max(first.Legible, others.Average(o => o.Legible)) };
    }

    // Half-way between the quad and the box around it: corners that lean too far are put right, good ones hardly suffer.
    private static Quad Straightened(Quad quad)
    {
        var box = quad.Box;
        return new(
            Between(quad.TopLeft, new(box.X0, box.Y0)),
            Between(quad.TopRight, new(box.X1, box.Y0)),
            Between(quad.BottomRight, new(box.X1, box.Y1)),
            Between(quad.BottomLeft, new(box.X0, box.Y1)));
    }

    // The upper edge moved along itself one way and the lower one the other: what makes letters that lean stand upright.
    private static Quad Leaning(Quad quad, float heights)
    {
        var (ax, ay) = (quad.TopRight.X - quad.TopLeft.X, quad.TopRight.Y - quad.TopLeft.Y);
        var length = Math.Max(1e-3f, MathF.Sqrt((ax * ax) + (ay * ay)));
        var far = heights / 2 * quad.Height / length;
        var (dx, dy) = (far * ax, far * ay);
        return new(
            new(quad.TopLeft.X + dx, quad.TopLeft.Y + dy),
            new(quad.TopRight.X + dx, quad.TopRight.Y + dy),
            new(quad.BottomRight.X - dx, quad.BottomRight.Y - dy),
            new(quad.BottomLeft.X - dx, quad.BottomLeft.Y - dy));
    }

    private static PixelPoint Between(PixelPoint a, PixelPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
}
