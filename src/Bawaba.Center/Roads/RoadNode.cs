using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Roads;

/// <summary>A place or a gate on the schematic. Of another directorate's gate its name and where it is drawn, and nothing else.</summary>
public sealed record RoadNode
{
    public required PlaceId Id { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>0 to 1000 from the schematic's left edge, in both directions of writing.</summary>
    public required double X { get; init; }

    /// <summary>0 to 1000 from its upper edge.</summary>
    public required double Y { get; init; }

    /// <summary>Degrees north; null where the file does not say.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null where the file does not say.</summary>
    public double? Longitude { get; init; }

    /// <summary>It is a gate, whosever.</summary>
    public bool IsGate { get; init; }

    /// <summary>The gate, where it is within the scope; null for places and for another directorate's gate.</summary>
    public GateId? Gate { get; init; }
}
