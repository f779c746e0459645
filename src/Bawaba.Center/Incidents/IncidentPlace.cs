using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>Where an incident is: a gate, or words, and where somebody knows them the coordinates.</summary>
public sealed record IncidentPlace
{
    public GateId? Gate { get; init; }

    /// <summary>1 to 120 characters where there is no gate.</summary>
    public string? Text { get; init; }

    /// <summary>Degrees, WGS 84; with <see cref="Longitude"/> or not at all.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}
