namespace Bawaba.Center.Incidents;

/// <summary>One line of an incident's log. Written once, never changed.</summary>
public sealed record IncidentLogLine
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who, as screens show it; empty: the system.</summary>
    public required string By { get; init; }

    public required IncidentLogKind Kind { get; init; }

    /// <summary>A step, a unit, <c>alert/…</c>, <c>call/…</c>, <c>case/…</c> or coded words; empty for a note.</summary>
    public required string Subject { get; init; }

    /// <summary>What a person wrote; may be empty.</summary>
    public required string Text { get; init; }
}
