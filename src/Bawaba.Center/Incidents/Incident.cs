// What people are sent to. Opened, changed and closed through IncidentDesk alone, each change a line of its log.
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>An incident: type, priority, place, who leads, and its clocks. No plate stands in it: alerts are linked.</summary>
public sealed record Incident
{
    public required IncidentNumber Number { get; init; }

    /// <summary>How many lines its log has.</summary>
    public required long Version { get; init; }

    public required string Type { get; init; }

    /// <summary>Whose type it began under; null: the whole room's.</summary>
    public DirectorateId? TypeOwner { get; init; }

    public required long TypeVersion { get; init; }

    public required IncidentPriority Priority { get; init; }

    public required IncidentState State { get; init; }

    /// <summary>The directorate of who opened it; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>One line of 1 to 160 characters.</summary>
    public required string Summary { get; init; }

    public required IncidentPlace Place { get; init; }

    /// <summary>When the alert or the call behind it came; else when it was opened.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who leads.</summary>
    public required AccountId Command { get; init; }

    public required string CommandName { get; init; }

    /// <summary>To whom the lead is offered; null: to nobody.</summary>
    public AccountId? OfferedTo { get; init; }

    public string? OfferedName { get; init; }

    public DateTimeOffset? FirstDispatchAt { get; init; }

    public DateTimeOffset? FirstEnRouteAt { get; init; }

    public DateTimeOffset? FirstOnSceneAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many left-out steps a supervisor has taken note of.</summary>
    public long SkippedSeen { get; init; }
}
