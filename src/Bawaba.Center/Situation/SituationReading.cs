// Reads the room for the situation sheet, in one snapshot of the store. Used by SituationDesk for a person, and by the hourly file for the
// center itself. Promises: what is read is within the scope; a plate is left only of an alert that two people confirmed; the file's sheet has
// no plate, no caller and no caller's words; changes nothing.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Situation;

/// <summary>Reads the room for the hourly file. No person is behind it, so nothing of a person is in it.</summary>
public sealed class SituationReading
{
    private const int MostRead = 500;
    private static readonly TimeSpan Tail = TimeSpan.FromHours(1);
    private readonly CenterStore _store;
    private readonly GateRegistry _registry;
    private readonly GateBoard _board;
    private readonly TimeProvider _time;

    internal SituationReading(CenterStore store, GateRegistry registry, GateBoard board, TimeProvider time) => (_store, _registry, _board, _time) = (store, registry, board, time);

    /// <summary>The whole room without a plate and without who called and what they said.</summary>
    public async Task<SituationSheet> ForFileAsync(CancellationToken cancellation)
    {
        var sheet = await ReadAsync(Scope.Joint, cancellation);
        return sheet with
        {
            Alerts = [.. sheet.Alerts.Select(WithoutPlate)],
            Calls = [.. sheet.Calls.Select(c => c with { Caller = "", CallBack = "", What = "", MarkNote = "" })],
        };
    }

    internal Task<SituationSheet> ReadAsync(Scope scope, CancellationToken cancellation) => _store.ReadAsync(c => Read(c, scope), cancellation);

    private SituationSheet Read(DbConnection connection, Scope scope)
    {
        var now = _time.GetUtcNow();
        var alerts = AlertSql.Open(connection, scope, MostRead);
        var sums = CountSql.Sums(connection, scope, new() { FromAt = now - Tail, UntilAt = now.AddMinutes(1), StepMinutes = CountDesk.MaxStepMinutes });
        var units = UnitBook.Within(connection, scope);
        var onDuty = units.Where(u => u.Status is not UnitStatus.OffDuty).ToList();
        // Another directorate's incident is shown by an agreement that may end before the paper does: it is not on it.
        var incidents = IncidentSql.List(connection, scope, now, MostRead).Where(i => i.Incident.State is IncidentState.Open && scope.Sees(i.Incident.Directorate)).ToList();
        var calls = CallSql.Newest(connection, scope, now - Tail, now.AddMinutes(1), MostRead);
        return new()
        {
            MadeAt = now,
            StandsUntil = SituationSheet.HourAfter(now),
            Gates = [.. _registry.Within(scope).Select(gate => GateOf(gate, sums, alerts))],
            Alerts = [.. alerts.OrderBy(a => a.Entry.Kind).ThenBy(a => a.RaisedAt).Take(SituationSheet.MostOfEach).Select(a => a.State is AlertState.Confirmed ? a : WithoutPlate(a))],
            MoreAlerts = Math.Max(0, alerts.Count - SituationSheet.MostOfEach),
            Incidents = [.. incidents.OrderBy(i => i.Incident.Priority).ThenBy(i => i.Incident.OpenedAt).Take(SituationSheet.MostOfEach)
                .Select(i => new SituationIncident(i.Incident, IncidentTypes.Of(connection, i.Incident), NamesOf(onDuty, i.Incident), i.Units))],
            MoreIncidents = Math.Max(0, incidents.Count - SituationSheet.MostOfEach),
            Units = [.. onDuty.Take(SituationSheet.MostOfEach)],
            MoreUnits = Math.Max(0, onDuty.Count - SituationSheet.MostOfEach),
            UnitsOffDuty = units.Count - onDuty.Count,
            Calls = [.. calls.Take(SituationSheet.MostOfEach)],
            MoreCalls = Math.Max(0, calls.Count - SituationSheet.MostOfEach),
        };
    }

    private SituationGate GateOf(Gate gate, List<PassageSum> sums, List<Alert> alerts)
    {
        var own = sums.Where(s => s.Gate == gate.Id).ToList();
        var (into, outOf) = (Of(Direction.In), Of(Direction.Out));
        return new(gate, _board.StateOf(gate), into, outOf, own.Sum(s => s.Passages) - into - outOf, alerts.Count(a => a.Gate == gate.Id));

        long Of(Direction direction) => own.Where(s => s.Direction == direction).Sum(s => s.Passages);
    }

    private static List<Contracts.City.LocalName> NamesOf(List<Unit> onDuty, Incident incident) =>
        [.. onDuty.Where(u => u.Assignment?.Task.Subject == $"incident/{incident.Number}").Select(u => u.Name)];

    private static Alert WithoutPlate(Alert alert) => alert with { Plate = null, EntryPlate = null };
}
