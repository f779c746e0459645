// Puts the room together from what the person's role may read. Called by RoomEndpoints.
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Roads;
using Bawaba.Center.Situation;
using Bawaba.Console.Gates;
using Bawaba.Center.Sources;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Room;

internal sealed class RoomReader(GateDesk gates, CountDesk counts, AlertDesk alerts, GateRegistry registry, RoadBook roads, RoomMarks marks, SourceBoard sources, SituationFolder sheets)
{
    internal const int RecentMinutes = 5;
    private const int WholeDayMinutes = 1440;

    internal async Task<RoomView> ReadAsync(Screen screen, Actor actor, CancellationToken cancellation)
    {
        var states = actor.Can(Permission.SeeGates) ? (await gates.ListAsync(actor, cancellation)).OrNothing() : null;
        var today = await SumsAsync(LocalTime.DayStart(screen.Now), WholeDayMinutes);
        var recent = await SumsAsync(screen.Now.AddMinutes(-RecentMinutes), RecentMinutes);
        var waiting = actor.Can(Permission.SeeAlerts) ? (await alerts.UndecidedAsync(actor, cancellation)).OrNothing() : null;
        var cards = (states?.Select(view => view.Gate) ?? registry.Within(actor.Scope)).Select(gate => new GateCardView
        {
            Gate = gate,
            State = states?.First(view => view.Gate.Id == gate.Id).State,
            Today = FlowOf(today, gate),
            Recent = FlowOf(recent, gate),
            OpenAlerts = waiting?.GetValueOrDefault(gate.Id),
        }).ToList();
        return new()
        {
            Gates = cards,
            Schematic = SchematicDrawing.Of(roads.Map(actor.Scope), roads.Times, cards, await marks.ReadAsync(screen, actor, cancellation)),
            SheetFault = actor.Can(Permission.PrintSheets) ? sheets.Fault : null,
            CityFaults = states is null || !actor.Scope.IsWhole ? null : sources.Reports.FirstOrDefault(report => report is { Source: LoadReport.City, IsGood: false }),
        };

        async Task<IReadOnlyList<PassageSum>?> SumsAsync(DateTimeOffset from, int step)
        {
            if (!actor.Can(Permission.SeeCounts))
                return null;
            // The minute that runs is counted too.
            var query = new CountQuery { FromAt = from, UntilAt = screen.Now.AddMinutes(1), StepMinutes = step };
            return (await counts.SumsAsync(actor, query, cancellation)).OrNothing();
        }
    }

    private static FlowView? FlowOf(IReadOnlyList<PassageSum>? sums, Gate gate) =>
        sums is null ? null : FlowView.Of(sums.Where(sum => sum.Gate == gate.Id));
}
