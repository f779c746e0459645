// Incidents as people see them. The reading half of IncidentDesk. Promises: what is shown is in the audit log before, once a session, incident
// and window; of another directorate's incident nothing but what an agreement names.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;

namespace Bawaba.Center.Incidents;

internal sealed class IncidentReading(CenterStore store, AuditLog audit, Disclosures disclosures, SessionGuard guard, TimeProvider time)
{
    internal const int MostListed = 200;
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(5);

    internal async Task<Reading<IReadOnlyList<IncidentLine>>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeIncidents, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<IncidentLine>>.NotAllowed();
        if (!await NoteAsync(actor, AuditAct.IncidentsListed, "incidents", cancellation))
            return new Reading<IReadOnlyList<IncidentLine>>.AuditUnavailable();
        return new Reading<IReadOnlyList<IncidentLine>>.Granted(await store.ReadAsync(
            c => IncidentSql.List(c, scope, time.GetUtcNow(), MostListed).ConvertAll(found => LineOf(c, scope, found)), cancellation));
    }

    internal async Task<Reading<IncidentFile>> FindAsync(Actor actor, IncidentNumber number, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeIncidents, cancellation) is not { } scope)
            return new Reading<IncidentFile>.NotAllowed();
        var now = time.GetUtcNow();
        if (await guard.FindAsync(actor, scope, $"incident/{number}", (c, within) => IncidentSql.Find(c, within, now, number), cancellation) is not { } incident)
            return new Reading<IncidentFile>.NotFound();
        if (!await NoteAsync(actor, AuditAct.IncidentSeen, $"incident/{number}", cancellation))
            return new Reading<IncidentFile>.AuditUnavailable();
        var file = await store.ReadAsync(c => FileOf(c, scope, incident, actor.Can(Permission.SeeAlerts), now), cancellation);
        // The alerts' plates are shown with it: each is a consultation of its own.
        foreach (var alert in file.Alerts)
        {
            if (!await NoteAsync(actor, AuditAct.AlertSeen, alert.Id.ToString(), cancellation))
                return new Reading<IncidentFile>.AuditUnavailable();
        }
        return new Reading<IncidentFile>.Granted(file);
    }

    internal async Task<Reading<IncidentFile>> ReportAsync(Actor actor, IncidentNumber number, CancellationToken cancellation)
    {
        var reading = await FindAsync(actor, number, cancellation);
        return reading is not Reading<IncidentFile>.Granted || await audit.TryWriteAsync(new(AuditAct.IncidentReported, actor.ForAudit(), $"incident/{number}"), cancellation)
            ? reading
            : new Reading<IncidentFile>.AuditUnavailable();
    }

    internal async Task<IReadOnlyList<IncidentNumber>> OfAsync(Actor actor, string subject, CancellationToken cancellation) =>
        await guard.MayAsync(actor, Permission.SeeIncidents, cancellation)
            ? await store.ReadAsync(c => IncidentSql.Of(c, actor.Scope, time.GetUtcNow(), subject), cancellation)
            : [];

    internal async Task<ILookup<string, IncidentNumber>> CallsAsync(Actor actor, CancellationToken cancellation)
    {
        var links = await guard.MayAsync(actor, Permission.SeeIncidents, cancellation)
            ? await store.ReadAsync(c => IncidentSql.LinkedCalls(c, actor.Scope, time.GetUtcNow()), cancellation)
            : [];
        return links.ToLookup(l => l.Call, l => l.Incident, StringComparer.Ordinal);
    }

    /// <summary>The alerts an incident is about, as far as one's own part of the room or an agreement goes.</summary>
    internal static List<Alert> AlertsOf(IncidentStep step) => AlertsOf(step.Connection, step.Scope, step.Access, step.Incident.Number);

    // An agreement on alerts is on those of the incident, wherever their gates are. Of one's own incidents, and of common ones, a person is
    // shown what stands within their own part of the room.
    private static List<Alert> AlertsOf(DbConnection connection, Scope own, IncidentAccess access, IncidentNumber number)
    {
        var scope = !access.IsOwn && access.Sees(ShareField.Alerts) ? Scope.Joint : own;
        return [.. IncidentLogSql.Links(connection, number).Where(s => s.StartsWith("alert/", StringComparison.Ordinal))
            .Select(s => AlertSql.Find(connection, scope, AlertId.Parse(s["alert/".Length..]))).OfType<Alert>()];
    }

    /// <summary>True where words hold the plate of an alert of this incident: that is erased on time where it is kept by rule, in a log it would stay.</summary>
    internal static bool HoldsAPlate(IncidentStep step, string words) =>
        AlertsOf(step).Any(a => a.Plate is { } plate && IncidentChecks.Holds(words, plate));

    private static IncidentLine LineOf(DbConnection connection, Scope scope, (Incident Incident, long Skipped, long Units, long Overdue) found) => new(
        found.Incident, IncidentTypes.Of(connection, found.Incident), Math.Max(0, found.Skipped - found.Incident.SkippedSeen), found.Units, scope.Sees(found.Incident.Directorate))
    {
        Overdue = scope.Sees(found.Incident.Directorate) ? found.Overdue : 0,
    };

    private static IncidentFile FileOf(DbConnection connection, Scope scope, Incident incident, bool seesAlerts, DateTimeOffset now)
    {
        var access = IncidentWork.AccessTo(connection, scope, incident, now);
        var type = IncidentTypes.Of(connection, incident);
        var lines = IncidentLogSql.Lines(connection, incident.Number);
        var alerts = AlertsOf(connection, scope, access, incident.Number);
        var units = access.Sees(ShareField.Units) ? UnitsOf(connection, incident.Number) : [];
        return new()
        {
            Units = units,
            Incident = incident,
            Type = type,
            Access = access,
            Clocks = IncidentClocks.Of(incident, alerts, SubjectClocks.Of([.. units.Select(u => u.Assignment)])),
            Steps = access.Sees(ShareField.Log) ? Checklist.Of(type, lines) : [],
            Log = [.. lines.Where(l => IsShown(l.Kind, access)).Concat(units.SelectMany(StepsOf)).OrderBy(l => l.At)],
            Alerts = seesAlerts && access.Sees(ShareField.Alerts) ? alerts : [],
            Links = access.IsOwn ? [.. IncidentLogSql.Links(connection, incident.Number).Where(s => !s.StartsWith("alert/", StringComparison.Ordinal))] : [],
            Attachments = access.Sees(ShareField.Log) ? IncidentLogSql.Attachments(connection, incident.Number) : [],
            Outcomes = access.Sees(ShareField.Outcomes) ? OutcomeSql.Of(connection, incident.Number) : [],
        };
    }

    // Whosever they are: who sees the units of an incident sees those that came to help.
    private static List<IncidentUnit> UnitsOf(DbConnection connection, IncidentNumber number) => UnitBook.OfSubject(connection, Scope.Joint, DispatchDesk.SubjectOf(number)).ConvertAll(assignment =>
    {
        var unit = UnitBook.Find(connection, Scope.Joint, assignment.Unit);
        return new IncidentUnit(unit?.Name ?? new() { Ar = assignment.Unit.Value, En = assignment.Unit.Value }, assignment, unit);
    });

    // What crews said stands with their task; in the log it is shown where it belongs in time.
    private static IEnumerable<IncidentLogLine> StepsOf(IncidentUnit unit)
    {
        (IncidentLogKind Kind, DateTimeOffset? At)[] steps =
        [
            (IncidentLogKind.UnitAcknowledged, unit.Assignment.AcknowledgedAt), (IncidentLogKind.UnitEnRoute, unit.Assignment.EnRouteAt), (IncidentLogKind.UnitOnScene, unit.Assignment.OnSceneAt),
        ];
        return steps.Where(s => s.At is not null).Select(s => new IncidentLogLine { Seq = 0, At = s.At!.Value, By = "", Kind = s.Kind, Subject = $"unit/{unit.Assignment.Unit}", Text = "" });
    }

    private static bool IsShown(IncidentLogKind kind, IncidentAccess access) => kind switch
    {
        IncidentLogKind.UnitAssigned or IncidentLogKind.UnitAcknowledged or IncidentLogKind.UnitEnRoute or IncidentLogKind.UnitOnScene or IncidentLogKind.UnitReleased
            or IncidentLogKind.WelfareOverdue or IncidentLogKind.WelfareSettled => access.Sees(ShareField.Units),
        IncidentLogKind.Apprehension or IncidentLogKind.Seizure or IncidentLogKind.Assistance or IncidentLogKind.NothingFound
            or IncidentLogKind.CustodyChanged or IncidentLogKind.SeizureHandedOver => access.Sees(ShareField.Outcomes),
        IncidentLogKind.AlertLinked => access.Sees(ShareField.Alerts),
        _ => access.Sees(ShareField.Log),
    };

    private Task<bool> NoteAsync(Actor actor, AuditAct act, string subject, CancellationToken cancellation) =>
        disclosures.NoteAsync(audit, new(act, actor.ForAudit(), subject), LookWindow, cancellation);
}
