using Bawaba.Center.Alerts;

namespace Bawaba.Center.Incidents;

/// <summary>An incident with all that hangs on it and that its reader may see.</summary>
public sealed record IncidentFile
{
    public required Incident Incident { get; init; }

    public required IncidentType Type { get; init; }

    public required IncidentAccess Access { get; init; }

    public required IncidentClocks Clocks { get; init; }

    public required IReadOnlyList<Checklist> Steps { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<IncidentLogLine> Log { get; init; }

    /// <summary>The confirmed alerts it is about, with their plates.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    /// <summary><c>call/…</c> and <c>case/…</c>.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    public required IReadOnlyList<IncidentAttachment> Attachments { get; init; }

    /// <summary>Units that are or were with it, the first sent first.</summary>
    public required IReadOnlyList<IncidentUnit> Units { get; init; }

    public required IReadOnlyList<IncidentOutcome> Outcomes { get; init; }

    /// <summary>Units that are with it and have not said in time that they are well, the longest silent first.</summary>
    public IReadOnlyList<IncidentUnit> Overdue => [.. With.Where(u => u.Unit!.OverdueAt is not null).OrderBy(u => u.Unit!.OverdueAt)];

    /// <summary>The earliest instant at which the word of a unit that is with it is due; null: of none.</summary>
    public DateTimeOffset? WelfareDueAt => With.Where(u => u.Unit!.OverdueAt is null).Min(u => u.Unit!.WelfareDueAt);

    private IEnumerable<IncidentUnit> With => Units.Where(u => u.Assignment.ReleasedAt is null && u.Unit is not null);
}
