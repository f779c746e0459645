// The verbs on incidents: every screen and endpoint comes here, and here is where it is decided who may. Promises: a step, its line in the
// log and its audit row are one transaction; nobody is sent for an alert that two people did not confirm; closing releases every unit;
// a form or a line that is sent twice counts once.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Calls;
using Bawaba.Center.Cases;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>The verbs on incidents. Reading needs <see cref="Permission.SeeIncidents"/>, acting <see cref="Permission.WorkIncidents"/>.</summary>
public sealed class IncidentDesk
{
    private readonly IncidentWork _work;
    private readonly IncidentReading _reading;
    private readonly GateRegistry _registry;
    private readonly UnitBook _units;

    internal IncidentDesk(IncidentWork work, IncidentReading reading, GateRegistry registry, UnitBook units) => (_work, _reading, _registry, _units) = (work, reading, registry, units);

    /// <summary>Open ones first, then the newest, at most 200.</summary>
    public Task<Reading<IReadOnlyList<IncidentLine>>> ListAsync(Actor actor, CancellationToken cancellation) => _reading.ListAsync(actor, cancellation);

    /// <summary>One with all that hangs on it and that the actor's directorate may see.</summary>
    public Task<Reading<IncidentFile>> FindAsync(Actor actor, IncidentNumber number, CancellationToken cancellation) => _reading.FindAsync(actor, number, cancellation);

    /// <summary>The same for a paper: written down as such, for a paper goes where no screen is logged.</summary>
    public Task<Reading<IncidentFile>> ReportAsync(Actor actor, IncidentNumber number, CancellationToken cancellation) => _reading.ReportAsync(actor, number, cancellation);

    /// <summary>The incidents an alert or call that the actor was just shown belongs to; none for who sees no incidents.</summary>
    public Task<IReadOnlyList<IncidentNumber>> OfAsync(Actor actor, string subject, CancellationToken cancellation) => _reading.OfAsync(actor, subject, cancellation);

    /// <summary>The incidents each call is linked to, by the call's number; none for who sees no incidents.</summary>
    public Task<ILookup<string, IncidentNumber>> CallsAsync(Actor actor, CancellationToken cancellation) => _reading.CallsAsync(actor, cancellation);

    /// <summary>Opens an incident; the center gives the number. Sent twice, it is one.</summary>
    public async Task<IncidentResult> OpenAsync(Actor actor, IncidentDraft draft, CancellationToken cancellation)
    {
        if (await _work.Guard.ScopeOfAsync(actor, Permission.WorkIncidents, cancellation) is not { } scope)
            return new IncidentResult.NotAllowed();
        GateId? gate = null;
        if (draft.Gate.Length > 0)
        {
            if (!GateId.TryParse(draft.Gate, out var named) || await _work.Guard.FindAsync(_registry, actor, scope, named, cancellation) is null)
                return new IncidentResult.Unfit(["gate"]);
            gate = named;
        }
        return await _work.RunAsync(connection => Open(connection, actor, scope, draft, gate), cancellation);
    }

    /// <summary>Writes a line. Also where an agreement lets one assist.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">The incident.</param>
    /// <param name="text">1 to 2,000 characters; the plate of an alert it is about is not written here.</param>
    /// <param name="id">A UUID given by the page: sent twice, it is one line.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IncidentResult> NoteAsync(Actor actor, IncidentNumber number, string text, string id, CancellationToken cancellation) => _work.AssistAsync(
        actor,
        number,
        step =>
        {
            if (IncidentChecks.Text(text) is not { } words || IncidentChecks.Id(id) is not { } line || IncidentReading.HoldsAPlate(step, words))
                return new IncidentResult.Unfit(["text"]);
            if (!IncidentLogSql.HasLine(step.Connection, line))
                step.Log(IncidentLogKind.Note, text: words, id: line);
            return step.Done();
        },
        cancellation);

    /// <summary>A step of the checklist was done, or is left out with a reason.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">The incident.</param>
    /// <param name="stepId">Of its type.</param>
    /// <param name="skippedBecause">Null: done.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IncidentResult> MarkStepAsync(Actor actor, IncidentNumber number, string stepId, string? skippedBecause, CancellationToken cancellation) => _work.AssistAsync(
        actor,
        number,
        step =>
        {
            var because = skippedBecause is null ? "" : IncidentChecks.Line(skippedBecause, IncidentChecks.MaxSummary);
            if (because is null || IncidentTypes.Of(step.Connection, step.Incident).Steps.All(s => s.Id != stepId))
                return new IncidentResult.Unfit(["step"]);
            var standing = Checklist.Of(IncidentTypes.Of(step.Connection, step.Incident), IncidentLogSql.Lines(step.Connection, number)).First(s => s.Step.Id == stepId);
            // Done stays done; what was left out may still be done.
            if (standing.DoneAt is null && !(standing.SkippedBecause is not null && skippedBecause is not null))
                step.Log(skippedBecause is null ? IncidentLogKind.StepDone : IncidentLogKind.StepSkipped, stepId, because);
            return step.Done();
        },
        cancellation);

    /// <summary>A supervisor takes note of the steps that were left out so far. Needs <see cref="Permission.LeadIncidents"/>.</summary>
    public Task<IncidentResult> SeeSkippedAsync(Actor actor, IncidentNumber number, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        Permission.LeadIncidents,
        assisting: false,
        step =>
        {
            var skipped = Checklist.Skipped(IncidentLogSql.Lines(step.Connection, number));
            if (skipped > step.Incident.SkippedSeen)
            {
                step.Incident = step.Incident with { SkippedSeen = skipped };
                step.Log(IncidentLogKind.SkippedSeen);
            }
            return step.Done();
        },
        cancellation,
        closedToo: true);

    public Task<IncidentResult> SetPriorityAsync(Actor actor, IncidentNumber number, IncidentPriority priority, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (!Enum.IsDefined(priority))
                return new IncidentResult.Unfit(["priority"]);
            if (priority != step.Incident.Priority)
            {
                step.Log(IncidentLogKind.PriorityChanged, priority.ToString());
                step.Incident = step.Incident with { Priority = priority };
            }
            return step.Done();
        },
        cancellation);

    /// <summary>Says better where it is.</summary>
    public Task<IncidentResult> SetPlaceAsync(Actor actor, IncidentNumber number, string place, string latitude, string longitude, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (!IncidentChecks.TryCoordinates(latitude, longitude, out var at))
                return new IncidentResult.Unfit(["latitude"]);
            if (IncidentChecks.Line(place, IncidentChecks.MaxPlace) is not { } words || IncidentReading.HoldsAPlate(step, words))
                return new IncidentResult.Unfit(["place"]);
            step.Log(IncidentLogKind.PlaceChanged, text: words);
            step.Incident = step.Incident with { Place = step.Incident.Place with { Text = words, Point = at } };
            return step.Done();
        },
        cancellation);

    /// <summary>Links a confirmed alert, a call or an open case; linked before is done.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">The incident.</param>
    /// <param name="subject"><c>alert/&lt;id&gt;</c>, <c>call/&lt;number&gt;</c> or <c>case/&lt;number&gt;</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IncidentResult> LinkAsync(Actor actor, IncidentNumber number, string subject, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step => subject.Split('/', 2) switch
        {
            ["alert", var id] when AlertId.TryParse(id, out var alert) => LinkAlert(step, alert),
            ["call", var call] => LinkCall(step, call),
            ["case", var file] => LinkCase(step, file.Trim()),
            _ => new IncidentResult.Unfit(["subject"]),
        },
        cancellation);

    /// <summary>Closes it: every unit is released, its confirmed alerts are closed. Needs the lead, or <see cref="Permission.LeadIncidents"/>.</summary>
    public Task<IncidentResult> CloseAsync(Actor actor, IncidentNumber number, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            if (step.Incident.Command != actor.Account && !actor.Can(Permission.LeadIncidents))
                return new IncidentResult.NotInCommand();
            var lines = IncidentLogSql.Lines(step.Connection, number);
            var open = Checklist.Of(IncidentTypes.Of(step.Connection, step.Incident), lines).Where(s => s.Step.Required && s is { DoneAt: null, SkippedBecause: null }).Select(s => s.Step).ToList();
            if (open.Count > 0)
                return new IncidentResult.StepsOpen(open);
            if (!lines.Any(l => l.Kind is IncidentLogKind.Apprehension or IncidentLogKind.Seizure or IncidentLogKind.Assistance or IncidentLogKind.NothingFound))
                return new IncidentResult.NoOutcome();
            DispatchDesk.ReleaseAll(step, _units);
            CloseAlerts(step);
            step.Log(IncidentLogKind.Closed);
            step.Incident = step.Incident with { State = IncidentState.Closed, ClosedAt = step.Now, OfferedTo = null, OfferedName = null };
            return step.Done();
        },
        cancellation);

    private (IncidentResult Result, IReadOnlyCollection<LiveHint> Hints) Open(DbConnection connection, Actor actor, Scope scope, IncidentDraft draft, GateId? gate)
    {
        var now = _work.Time.GetUtcNow();
        if (IncidentChecks.Id(draft.Request) is not { } request)
            return (new IncidentResult.Unfit(["request"]), []);
        if (IncidentSql.ByRequest(connection, scope, request, actor.Account) is { } before)
            return (new IncidentResult.Done(before), []);
        if (IncidentSql.IsRequestTaken(connection, request))
            return (new IncidentResult.Unfit(["request"]), []);
        Alert? alert = null;
        if (draft.Alert.Length > 0)
        {
            if (!AlertId.TryParse(draft.Alert, out var id) || _work.Guard.Find(connection, actor, scope, $"alert/{id}", within => AlertSql.Find(connection, within, id)) is not { } found)
                return (new IncidentResult.Unfit(["alert"]), []);
            if (found.Confirmed is null)
                return (new IncidentResult.NotConfirmed(), []);
            alert = found;
        }
        if (draft.Call.Length > 0 && _work.Guard.FindCall(connection, actor, scope, draft.Call) is not { ErasedAt: null })
            return (new IncidentResult.Unfit(["call"]), []);
        var faults = IncidentReader.Read(IncidentTypes.InForce(connection, scope), draft, gate ?? alert?.Gate, alert, out var read);
        if (read is null)
            return (new IncidentResult.Unfit(faults), []);
        var incident = new Incident
        {
            Number = IncidentNumber.Parse(IncidentSql.NextNumber(connection, now)),
            Version = 0,
            Type = read.Type.Code,
            TypeOwner = read.Type.Owner,
            TypeVersion = read.Type.Version,
            Priority = read.Priority,
            State = IncidentState.Open,
            Directorate = scope.Directorate,
            Summary = read.Summary,
            Place = read.Place,
            RaisedAt = alert?.RaisedAt ?? now,
            OpenedBy = actor.DisplayName,
            OpenedAt = now,
            Command = actor.Account,
            CommandName = actor.DisplayName,
        };
        _work.Audit.AppendOrSpool(connection, new(AuditAct.IncidentOpened, actor.ForAudit(), $"incident/{incident.Number}", $"type={incident.Type} priority={incident.Priority}"));
        IncidentSql.Insert(connection, incident, actor.Account, request);
        var step = new IncidentStep(connection, _work.Audit, actor, scope, IncidentAccess.Whole, incident, now);
        step.LogAudited(IncidentLogKind.Opened, incident.Type);
        if (alert is not null)
            LinkAlert(step, alert.Id);
        if (draft.Call.Length > 0)
            LinkCall(step, draft.Call);
        IncidentSql.Update(connection, step.Incident);
        return (step.Done(), [IncidentWork.HintOf(connection, step.Incident, now)]);
    }

    private IncidentResult LinkAlert(IncidentStep step, AlertId id)
    {
        if (_work.Guard.Find(step.Connection, step.Actor, step.Scope, $"alert/{id}", within => AlertSql.Find(step.Connection, within, id)) is not { } alert)
            return new IncidentResult.NotFound();
        if (alert.Confirmed is null)
            return new IncidentResult.NotConfirmed();
        if (IncidentLogSql.Link(step.Connection, step.Incident.Number, $"alert/{id}", step.Actor.Account, step.Now))
        {
            step.Incident = step.Incident with { RaisedAt = alert.RaisedAt < step.Incident.RaisedAt ? alert.RaisedAt : step.Incident.RaisedAt };
            step.Log(IncidentLogKind.AlertLinked, $"alert/{id}");
        }
        return step.Done();
    }

    private IncidentResult LinkCall(IncidentStep step, string number)
    {
        if (_work.Guard.FindCall(step.Connection, step.Actor, step.Scope, number) is not { ErasedAt: null } call)
            return new IncidentResult.Unfit(["call"]);
        if (IncidentLogSql.Link(step.Connection, step.Incident.Number, $"call/{call.Number}", step.Actor.Account, step.Now))
        {
            CallSql.Keep(step.Connection, call.Number);
            step.Incident = step.Incident with { RaisedAt = call.At < step.Incident.RaisedAt ? call.At : step.Incident.RaisedAt };
            step.Log(IncidentLogKind.CallLinked, $"call/{call.Number}");
        }
        return step.Done();
    }

    private IncidentResult LinkCase(IncidentStep step, string number)
    {
        if (_work.Guard.FindCase(step.Connection, step.Actor, step.Scope, number) is not { State: CaseState.Open } file)
            return new IncidentResult.Unfit(["case"]);
        if (IncidentLogSql.Link(step.Connection, step.Incident.Number, $"case/{file.Number}", step.Actor.Account, step.Now))
            step.Log(IncidentLogKind.CaseLinked, $"case/{file.Number}");
        return step.Done();
    }

    private static void CloseAlerts(IncidentStep step)
    {
        foreach (var alert in IncidentReading.AlertsOf(step))
        {
            if (AlertTransitions.Close(alert, new(step.Actor.Account, step.Actor.Session, step.Actor.DisplayName, step.Now)) is not AlertStep.Taken(var closed))
                continue;
            step.Audit.AppendOrSpool(step.Connection, new(AuditAct.AlertClosed, step.Actor.ForAudit(), alert.Id.ToString(), $"incident/{step.Incident.Number}"));
            step.Connection.Run(AlertSql.Update(closed));
            step.Hints.Add(AlertFeed.HintOf(closed));
        }
    }
}
