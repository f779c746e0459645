namespace Bawaba.Contracts.City;

/// <summary>The content of <c>city.json</c>: every gate with its lanes and cameras, and the roads between.</summary>
public sealed record CitySettings
{
    public required LocalName Name { get; init; }

    /// <summary>In the demo city and in trials: directorates to be made where they are missing. Null: none.</summary>
    public IReadOnlyList<DirectorateSettings>? Directorates { get; init; }

    public required IReadOnlyList<GateSettings> Gates { get; init; }

    /// <summary>Places that roads join and that are no gates. Null: none.</summary>
    public IReadOnlyList<PlaceSettings>? Places { get; init; }

    /// <summary>The roads between places and gates. Null: none, and no schematic is drawn.</summary>
    public IReadOnlyList<SegmentSettings>? Segments { get; init; }
}
