// A crop that was hard to read is cut out again along other corners: a detector's corners are wrong by a few pixels, and
// a character at the edge is what suffers. Called by PlateReader. Promises to change nothing of a sure reading.
using Bawaba.Vision.Plates;

namespace Bawaba.Vision.Recognition;

internal static class SecondLook
{
    private const float SureEnough = 0.9f;

    // Below this nobody would see characters there at all: more looks would not help.
    private const float SomethingToSee = 0.3f;
    private const float FirstLookWeight = 0.4f;

    /// <summary>True when looking again may help.</summary>
    internal static bool Helps(CropReading reading) => reading.Legible >= SomethingToSee && reading.Scores.Decode().Confidence < SureEnough;

    /// <summary>The corners of the other looks: a bigger margin, a smaller one, and the upright box around.</summary>
    internal static Quad[] Corners(Quad corners) => [corners.Expand(0.05f, 0.10f), corners.Expand(-0.02f, -0.05f), Straightened(corners)];

    /// <summary>All looks at one plate as one reading.</summary>
    internal static CropReading Join(CropReading first, IReadOnlyList<CropReading> others)
    {
        var rest = (1 - FirstLookWeight) / others.Count;
        var scores = SlotScores.Fuse([(first.Scores, FirstLookWeight), .. others.Select(o => (o.Scores, rest))]);
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

    private static PixelPoint Between(PixelPoint a, PixelPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
}
