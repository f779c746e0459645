// Sends units to an incident and releases them. Called by the incident's page. Promises: off duty, out of service or on another task nobody is
// sent; sent twice it is one assignment; the incident's log, the unit and the audit row are one transaction; what a crew is told of a plate is
// in the unit's task alone, which goes when the unit is released. A machine recommends, a person sends.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Roads;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Incidents;

/// <summary>Sends units to incidents. Needs <see cref="Permission.WorkIncidents"/>; where an agreement lets one assist, one's own units.</summary>
public sealed class DispatchDesk
{
    private readonly IncidentWork _work;
    private readonly UnitBook _units;
    private readonly RoadBook _roads;
    private readonly GateRegistry _registry;

    internal DispatchDesk(IncidentWork work, UnitBook units, RoadBook roads, GateRegistry registry) => (_work, _units, _roads, _registry) = (work, units, roads, registry);

    /// <summary>The actor's units that could be sent, the nearest by road first, each with reasons and shortfalls; none for who sends nobody.</summary>
    public async Task<IReadOnlyList<Recommendation>> RecommendAsync(Actor actor, Incident incident, CancellationToken cancellation) =>
        await _work.Guard.MayAsync(actor, Permission.WorkIncidents, cancellation)
            ? Recommending.Rank(await _work.Announcer.ReadAsync(c => UnitBook.Within(c, actor.Scope), cancellation), incident.Place, _roads.Times, _work.Time.GetUtcNow())
            : [];

    /// <summary>Sends a unit.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">The incident.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="assignment">Given by the page: sent twice, it is one assignment.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IncidentResult> AssignAsync(Actor actor, IncidentNumber number, UnitId unit, AssignmentId assignment, CancellationToken cancellation) => _work.AssistAsync(
        actor,
        number,
        step =>
        {
            var type = IncidentTypes.Of(step.Connection, step.Incident);
            var task = new UnitTask
            {
                Subject = SubjectOf(number),
                Title = type.Name,
                Place = PlaceOf(step.Incident.Place),
                Priority = (int)step.Incident.Priority + 1,
                Instructions = Instructions(step),
            };
            if (_work.Guard.FindUnit(step.Connection, actor, step.Scope, unit) is not { } found)
                return new IncidentResult.Unfit(["unit"]);
            if (found.Assignment?.Id == assignment)
                return step.Done();
            if (_units.Assign(step.Connection, step.Scope, unit, assignment, task, actor.ForAudit(), actor.DisplayName) is not AssignResult.Done(var sent, _))
                return new IncidentResult.Unfit(["unit"]);
            step.Incident = step.Incident with { FirstDispatchAt = step.Incident.FirstDispatchAt ?? step.Now };
            step.Log(IncidentLogKind.UnitAssigned, $"unit/{unit}");
            step.Hints.Add(UnitChanges.HintOf(sent));
            return step.Done();
        },
        cancellation);

    /// <summary>Releases a unit; it is available again.</summary>
    public Task<IncidentResult> ReleaseAsync(Actor actor, IncidentNumber number, AssignmentId assignment, CancellationToken cancellation) => _work.AssistAsync(
        actor,
        number,
        step =>
        {
            // Whose incident it is may release who came to help; of a common one everybody their own.
            var scope = step.Access.IsOwn && step.Incident.Directorate is not null ? Scope.Joint : step.Scope;
            if (UnitBook.OfSubject(step.Connection, scope, SubjectOf(number)).All(a => a.Id != assignment)
                || _units.Release(step.Connection, scope, assignment, actor.ForAudit()) is not AssignResult.Done(var unit, _))
                return new IncidentResult.Unfit(["unit"]);
            step.Log(IncidentLogKind.UnitReleased, $"unit/{unit.Id}");
            step.Hints.Add(UnitChanges.HintOf(unit));
            return step.Done();
        },
        cancellation);

    /// <summary>Releases every unit that is with the incident, whosever it is; called when it closes.</summary>
    internal static void ReleaseAll(IncidentStep step, UnitBook units)
    {
        var clocks = SubjectClocks.Of(UnitBook.OfSubject(step.Connection, Scope.Joint, SubjectOf(step.Incident.Number)));
        foreach (var unit in units.ReleaseAll(step.Connection, Scope.Joint, SubjectOf(step.Incident.Number), step.Actor.ForAudit()))
        {
            step.Log(IncidentLogKind.UnitReleased, $"unit/{unit.Id}");
            step.Hints.Add(UnitChanges.HintOf(unit));
        }
        step.Incident = step.Incident with { FirstEnRouteAt = clocks.FirstEnRouteAt, FirstOnSceneAt = clocks.FirstOnSceneAt };
    }

    internal static string SubjectOf(IncidentNumber number) => $"incident/{number}";

    /// <summary>The incident a task is about; null: it is about something else.</summary>
    internal static IncidentNumber? NumberOf(string subject) =>
        subject.StartsWith("incident/", StringComparison.Ordinal) && IncidentNumber.TryParse(subject["incident/".Length..], out var number) ? number : null;

    // Two looks stand behind each alert that is linked: the crew is told the plate, in a text that goes with the task.
    private static string Instructions(IncidentStep step)
    {
        var alerts = IncidentReading.AlertsOf(step)
            .Select(a => string.Join(" · ", new[] { a.Plate?.Visual, a.Entry.Colour }.Where(w => !string.IsNullOrEmpty(w))));
        return string.Join('\n', new[] { step.Incident.Summary }.Concat(alerts.Where(a => a.Length > 0)));
    }

    private LocalName PlaceOf(IncidentPlace place)
    {
        var gate = place.Gate is { } id ? _registry.Find(Scope.Joint, id)?.Name : null;
        var words = place.Text ?? "";
        return new()
        {
            Ar = gate is null ? words : words.Length > 0 ? $"{gate.Ar} · {words}" : gate.Ar,
            En = gate is null ? words : words.Length > 0 ? $"{gate.En} · {words}" : gate.En,
        };
    }
}
