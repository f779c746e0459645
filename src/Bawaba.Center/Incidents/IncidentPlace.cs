using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>Where an incident is: a gate, or words, and where somebody knows them the coordinates.</summary>
public sealed record IncidentPlace
{
    public GateId? Gate { get; init; }

    /// <summary>1 to 120 characters where there is no gate.</summary>
    public string? Text { get; init; }

    /// <summary>Null: nobody has said it.</summary>
    public Coordinates? Point { get; init; }
}
