using Bawaba.Contracts;

namespace Bawaba.Console.Room;

/// <summary>The gates and the roads between them, with what happens there: a drawing, and the same in words.</summary>
public sealed record SchematicView
{
    /// <summary>More than these at one place stand in the list under the drawing.</summary>
    public const int MaxMarksAtPlace = 3;

    public required IReadOnlyList<SchematicNode> Nodes { get; init; }

    public required IReadOnlyList<SchematicLine> Lines { get; init; }

    /// <summary>Marks with no known place, and those that found no room beside theirs.</summary>
    public required IReadOnlyList<PlacedMark> Beside { get; init; }

    internal bool Draws(GateId gate) => Nodes.Any(node => node.Card?.Gate.Id == gate);
}
