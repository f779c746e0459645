using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Roads;

/// <summary>A road between two nodes with the minutes it usually takes; both ways unless it says otherwise.</summary>
public sealed record RoadSegment
{
    public required PlaceId From { get; init; }

    public required PlaceId To { get; init; }

    /// <summary>Above 0.</summary>
    public required double Minutes { get; init; }

    public LocalName? Name { get; init; }

    public bool OneWay { get; init; }
}
