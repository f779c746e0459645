namespace Bawaba.Contracts.City;

/// <summary>A place that roads join and that is no gate: a junction, a hospital, a directorate's house.</summary>
public sealed record PlaceSettings
{
    public required PlaceId Id { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>On the schematic, 0 to 1000 from its left edge in either language.</summary>
    public required double X { get; init; }

    /// <summary>On the schematic, 0 to 1000 from its upper edge.</summary>
    public required double Y { get; init; }

    /// <summary>Degrees north (WGS 84); with <see cref="Longitude"/> or not at all.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }
}
