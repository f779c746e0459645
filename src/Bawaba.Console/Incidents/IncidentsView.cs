using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Contracts;

namespace Bawaba.Console.Incidents;

/// <summary>The list of incidents.</summary>
public sealed record IncidentsView
{
    public required IReadOnlyList<IncidentLine> Incidents { get; init; }

    public required IReadOnlyDictionary<GateId, Gate> Gates { get; init; }
}
