// Where a road's minutes can be read: along the road, where neither a name nor other minutes stand. Used by SchematicDrawing. Sizes are those
// of the smallest drawing that is shown; on a wider one there is more room. What marks of units and incidents cover is not known here.
using Bawaba.Contracts.City;

namespace Bawaba.Console.Room;

internal sealed class SchematicRoom
{
    internal const double Width = 470;
    internal const double Height = 375;
    private const double MinutesWidth = 34;
    private const double MinutesHeight = 28;
    private const double LetterWidth = 7.5;

    // The middle first; never at an end, where it would belong to the place.
    private static readonly double[] Shares = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];
    private readonly List<Box> _taken;

    /// <param name="nodes">Each by percent of the drawing; a gate has figures below its name.</param>
    internal SchematicRoom(IReadOnlyList<(double X, double Y, LocalName Name, bool IsGate)> nodes) => _taken = [.. nodes.Select(n => BoxOf(n.X, n.Y, n.Name, n.IsGate))];

    /// <summary>The place for the minutes of a road between two points, in percent; it is taken from now on.</summary>
    internal (double X, double Y) Take((double X, double Y) from, (double X, double Y) to)
    {
        var best = Shares.Select(share => (X: from.X + (share * (to.X - from.X)), Y: from.Y + (share * (to.Y - from.Y)))).MinBy(p => Hidden(p.X, p.Y));
        _taken.Add(MinutesAt(best.X, best.Y));
        return best;
    }

    private double Hidden(double x, double y)
    {
        var minutes = MinutesAt(x, y);
        return _taken.Sum(box => box.Overlap(minutes));
    }

    private static Box MinutesAt(double x, double y) => Box.Around(x * Width / 100, y * Height / 100, MinutesWidth, MinutesHeight);

    private static Box BoxOf(double x, double y, LocalName name, bool isGate)
    {
        var letters = Math.Max(name.Ar.Length, name.En.Length) * LetterWidth;
        return isGate
            ? Box.Around(x * Width / 100, (y * Height / 100) + 4, Math.Max(letters + 30, 130), 56)
            : Box.Around(x * Width / 100, (y * Height / 100) + 17, letters + 10, 36);
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        internal static Box Around(double x, double y, double width, double height) => new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

        internal double Overlap(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
    }
}
