using Bawaba.Center.Alerts;
using Bawaba.Center.Units;

namespace Bawaba.Center.Incidents;

/// <summary>The clocks of an incident, from the camera to its close. Null: not yet, or not of this incident.</summary>
public sealed record IncidentClocks
{
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Of the first alert it is about.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? FirstDispatchAt { get; init; }

    public DateTimeOffset? FirstEnRouteAt { get; init; }

    public DateTimeOffset? FirstOnSceneAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    internal static IncidentClocks Of(Incident incident, IReadOnlyCollection<Alert> alerts, SubjectClocks units) => new()
    {
        RaisedAt = incident.RaisedAt,
        AnsweredAt = alerts.Min(a => a.Answered?.At),
        ConfirmedAt = alerts.Min(a => a.Confirmed?.At),
        OpenedAt = incident.OpenedAt,
        FirstDispatchAt = units.FirstDispatchAt,
        FirstEnRouteAt = units.FirstEnRouteAt,
        FirstOnSceneAt = units.FirstOnSceneAt,
        ClosedAt = incident.ClosedAt,
    };
}
