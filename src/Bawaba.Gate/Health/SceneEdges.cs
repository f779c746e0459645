// The outlines of what a camera looks at, at a small size: where edges are, not how bright anything is. Kept for a few
// seconds, so that what drives through fades. Used by PictureJudge; no plate can be read in it.
using Bawaba.Contracts.City;
using Bawaba.Gate.Passages;
using Bawaba.Vision;

namespace Bawaba.Gate.Health;

internal sealed class SceneEdges(IReadOnlyList<PictureArea> masks)
{
    private const int Columns = RoadModel.Columns;
    private const int Rows = RoadModel.Rows;
    private const int BlockColumns = 20;
    private const int BlockRows = 18;

    // Blocks in which the reference shows little say nothing; of the others a quarter must still look alike. A lorry
    // that stands before the camera leaves some as they were, a turn of the camera none.
    private const double SpeakingShare = 0.5;
    private const double AlikeShare = 0.25;
    private readonly float[] _cells = new float[Columns * Rows];
    private readonly float[] _edges = new float[Columns * Rows];

    internal ReadOnlySpan<float> Edges => _edges;

    /// <summary>Takes a frame in; <paramref name="share"/> of what is kept becomes that of this frame.</summary>
    internal void Take(Frame frame, float share)
    {
        SmallPicture.Fill(frame, _cells, Columns, Rows);
        for (var y = 1; y < Rows - 1; y++)
        {
            for (var x = 1; x < Columns - 1; x++)
            {
                var at = (y * Columns) + x;
                // The root keeps one bright lamp from outweighing the whole road.
                var edge = MathF.Sqrt(MathF.Abs(_cells[at + 1] - _cells[at - 1]) + MathF.Abs(_cells[at + Columns] - _cells[at - Columns]));
                _edges[at] += share * ((IsMasked(x, y) ? 0 : edge) - _edges[at]);
            }
        }
    }

    /// <summary>How alike this is to a reference, -1 to 1.</summary>
    internal double LikenessTo(ReadOnlySpan<float> reference)
    {
        var blocks = new List<(double Spread, double Likeness)>();
        for (var y = 0; y < Rows; y += BlockRows)
        {
            for (var x = 0; x < Columns; x += BlockColumns)
                blocks.Add(Block(reference, x, y));
        }
        var speaking = blocks.OrderByDescending(b => b.Spread).Take((int)(blocks.Count * SpeakingShare)).Select(b => b.Likeness).OrderDescending().ToList();
        return speaking[(int)(speaking.Count * AlikeShare)];
    }

    private (double Spread, double Likeness) Block(ReadOnlySpan<float> reference, int left, int top)
    {
        var (sumA, sumB, sumAa, sumBb, sumAb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var y = top; y < top + BlockRows; y++)
        {
            for (var x = left; x < left + BlockColumns; x++)
            {
                double a = _edges[(y * Columns) + x], b = reference[(y * Columns) + x];
                (sumA, sumB, sumAa, sumBb, sumAb) = (sumA + a, sumB + b, sumAa + (a * a), sumBb + (b * b), sumAb + (a * b));
            }
        }
        const double Cells = BlockColumns * BlockRows;
        var (spreadA, spreadB) = (sumAa - (sumA * sumA / Cells), sumBb - (sumB * sumB / Cells));
        return (spreadB, (sumAb - (sumA * sumB / Cells)) / Math.Sqrt(Math.Max(1e-6, spreadA * spreadB)));
    }

    private bool IsMasked(int x, int y)
    {
        foreach (var mask in masks)
        {
            if (mask.Contains((x + 0.5) / Columns, (y + 0.5) / Rows))
                return true;
        }
        return false;
    }
}
