namespace Bawaba.Center.Roads;

/// <summary>The schematic of the city's roads, as one scope may see it. Without segments there is none to draw.</summary>
public sealed record RoadMap
{
    public static RoadMap Empty { get; } = new() { Nodes = [], Segments = [] };

    /// <summary>Places and those gates that have a position, gates first, in the file's order.</summary>
    public required IReadOnlyList<RoadNode> Nodes { get; init; }

    public required IReadOnlyList<RoadSegment> Segments { get; init; }
}
