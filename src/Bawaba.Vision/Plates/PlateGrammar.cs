// The shapes plates have, country by country, as data (plate-shapes.json). It knows shapes, not which codes have been
// issued, and it only ever says no: it never changes a character.
using System.Text.Json;

namespace Bawaba.Vision.Plates;

internal sealed class PlateGrammar
{
    private readonly IReadOnlyList<PlateShape> _shapes;

    private PlateGrammar(IReadOnlyList<PlateShape> shapes) => _shapes = shapes;

    internal static PlateGrammar Load()
    {
        using var stream = typeof(PlateGrammar).Assembly.GetManifestResourceStream("plate-shapes.json")
            ?? throw new InvalidOperationException("plate-shapes.json is not embedded.");
        var shapes = JsonSerializer.Deserialize(stream, VisionJson.Default.PlateShapeArray)
            ?? throw new InvalidDataException("plate-shapes.json is empty.");
        return new(shapes);
    }

    /// <summary>True when some country's plates may look like this.</summary>
    internal bool Knows(string text) => _shapes.Any(shape => shape.Matches(text));
}
