using Bawaba.Center.Alerts;

namespace Bawaba.Center.Incidents;

/// <summary>One step of an incident's after-action timeline: from the camera, the alert's people and the incident's log, in the order of time.</summary>
public sealed record TimelineStep
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Since the first alert or call, which may lie before the incident; negative for the passage itself.</summary>
    public required TimeSpan Since { get; init; }

    /// <summary>A step of an alert: passed, raised, answered, first-look, confirmed; null: a line of the log.</summary>
    public string? AlertStep { get; init; }

    public IncidentLogLine? Line { get; init; }

    public string By { get; init; } = "";

    /// <summary>Oldest first; builds itself out of what was written down when it happened.</summary>
    public static IReadOnlyList<TimelineStep> Of(IncidentFile file) =>
    [
        .. file.Alerts.SelectMany(OfAlert)
            .Concat(file.Log.Select(line => (line.At, Name: (string?)null, Line: (IncidentLogLine?)line, line.By)))
            .OrderBy(s => s.At).ThenBy(s => s.Line?.Seq ?? 0)
            .Select(s => new TimelineStep { At = s.At, Since = s.At - file.Incident.RaisedAt, AlertStep = s.Name, Line = s.Line, By = s.By }),
    ];

    private static IEnumerable<(DateTimeOffset At, string? Name, IncidentLogLine? Line, string By)> OfAlert(Alert alert)
    {
        yield return (alert.PassedAt, "passed", null, "");
        yield return (alert.RaisedAt, "raised", null, "");
        if (alert.Answered is { } answered)
            yield return (answered.At, "answered", null, answered.DisplayName);
        if (alert.FirstLook is { } look)
            yield return (look.At, "first-look", null, look.DisplayName);
        if (alert.Confirmed is { } confirmed)
            yield return (confirmed.At, "confirmed", null, confirmed.DisplayName);
    }
}
