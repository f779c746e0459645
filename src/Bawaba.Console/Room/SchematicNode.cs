using Bawaba.Center.Roads;

namespace Bawaba.Console.Room;

/// <summary>A place or a gate as it is drawn.</summary>
public sealed record SchematicNode
{
    public required RoadNode Place { get; init; }

    /// <summary>From the drawing's left edge, "42.5%".</summary>
    public required string X { get; init; }

    /// <summary>From its upper edge.</summary>
    public required string Y { get; init; }

    /// <summary>The gate's figures; null for a place, and for another directorate's gate, which is a name and nothing else.</summary>
    public GateCardView? Card { get; init; }

    /// <summary>Beside the place, at most <see cref="SchematicView.MaxMarksAtPlace"/>.</summary>
    public required IReadOnlyList<PlacedMark> Marks { get; init; }
}
