using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>An entry of the custody register, as ICPPED article 17(3) asks for it. Written once; what happens later are events.</summary>
public sealed record CustodyEntry
{
    /// <summary>Year and serial.</summary>
    public required string Number { get; init; }

    public required IncidentNumber Incident { get; init; }

    public DirectorateId? Directorate { get; init; }

    public required string Person { get; init; }

    public required string Document { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required string TakenWhere { get; init; }

    public required string OrderedBy { get; init; }

    public required string CarriedOutBy { get; init; }

    public required CustodyGrounds Grounds { get; init; }

    public required string Instrument { get; init; }

    /// <summary>The alert whose entry was rechecked; empty: none.</summary>
    public required string Alert { get; init; }

    /// <summary>When that entry was found to stand.</summary>
    public DateTimeOffset? RecheckedAt { get; init; }

    public required string CustodyPlace { get; init; }

    public required string Health { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CustodyEvent> Events { get; init; } = [];
}
