// Connected parts of a small true/false picture. Called by RoadModel.
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class BlobFinder(int columns, int rows)
{
    private const int MaxBlobs = 24;
    private readonly bool[] _seen = new bool[columns * rows];
    private readonly int[] _stack = new int[columns * rows];

    /// <summary>Closes small gaps: a windscreen or a bumper must not cut a vehicle in two.</summary>
    internal static void Close(bool[] source, bool[] target, int columns, int rows)
    {
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
                target[(y * columns) + x] = CountAround(source, columns, rows, x, y) >= 4;
        }
    }

    /// <summary>Parts of at least <paramref name="minCells"/>, largest first, as boxes in pixels.</summary>
    internal IReadOnlyList<Blob> Find(bool[] cells, int minCells, float cellWidthPx, float cellHeightPx)
    {
        Array.Clear(_seen);
        var found = new List<(int Size, Blob Blob)>();
        for (var start = 0; start < cells.Length; start++)
        {
            if (!cells[start] || _seen[start])
                continue;
            var (size, x0, y0, x1, y1) = Flood(cells, start);
            if (size >= minCells)
                found.Add((size, new(new PixelBox(x0 * cellWidthPx, y0 * cellHeightPx, (x1 + 1) * cellWidthPx, (y1 + 1) * cellHeightPx))));
        }
        return [.. found.OrderByDescending(f => f.Size).Take(MaxBlobs).Select(f => f.Blob)];
    }

    private (int Size, int X0, int Y0, int X1, int Y1) Flood(bool[] cells, int start)
    {
        var (size, x0, y0, x1, y1) = (0, columns, rows, 0, 0);
        var depth = 0;
        _stack[depth++] = start;
        _seen[start] = true;
        while (depth > 0)
        {
            var at = _stack[--depth];
            var (x, y) = (at % columns, at / columns);
            size++;
            (x0, y0, x1, y1) = (Math.Min(x0, x), Math.Min(y0, y), Math.Max(x1, x), Math.Max(y1, y));
            if (x > 0)
                Push(cells, at - 1, ref depth);
            if (x < columns - 1)
                Push(cells, at + 1, ref depth);
            if (y > 0)
                Push(cells, at - columns, ref depth);
            if (y < rows - 1)
                Push(cells, at + columns, ref depth);
        }
        return (size, x0, y0, x1, y1);
    }

    private void Push(bool[] cells, int at, ref int depth)
    {
        if (!cells[at] || _seen[at])
            return;
        _seen[at] = true;
        _stack[depth++] = at;
    }

    private static int CountAround(bool[] source, int columns, int rows, int x, int y)
    {
        var count = 0;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                var (nx, ny) = (x + dx, y + dy);
                if (nx >= 0 && ny >= 0 && nx < columns && ny < rows && source[(ny * columns) + nx])
                    count++;
            }
        }
        return count;
    }
}
