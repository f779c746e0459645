using Bawaba.Center.Roads;

namespace Bawaba.Console.Room;

/// <summary>A segment as it is drawn, from one node to another.</summary>
public sealed record SchematicLine
{
    public required RoadSegment Segment { get; init; }

    public required SchematicNode From { get; init; }

    public required SchematicNode To { get; init; }

    /// <summary>Where its minutes stand; one way, its arrow's point: "42.5%".</summary>
    public required string MiddleX { get; init; }

    public required string MiddleY { get; init; }
}
