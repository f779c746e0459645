namespace Bawaba.Contracts.City;

/// <summary>The content of <c>city.json</c>: every gate with its lanes and cameras.</summary>
public sealed record CitySettings
{
    public required LocalName Name { get; init; }

    public required IReadOnlyList<GateSettings> Gates { get; init; }
}
