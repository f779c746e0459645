// Puts the page of a gate together from what the person's role may read. Called by GateEndpoints.
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Gates;

internal sealed class GateReader(CountDesk counts, DirectorateDesk directorates, EnrolmentDesk? computers = null)
{
    internal const int ChartMinutes = 60;
    private const int WholeDayMinutes = 1440;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal async Task<GatePageView> ReadAsync(Screen screen, Actor actor, GateView view, CancellationToken cancellation)
    {
        var page = new GatePageView
        {
            Gate = view.Gate,
            State = view.State,
            Directorate = await directorates.NameAsync(actor, view.Gate.Directorate, cancellation),
            HasComputerPage = computers is not null && (actor.Can(Permission.EnrolGates) || actor.Can(Permission.ReleaseGates)),
        };
        if (!actor.Can(Permission.SeeCounts))
            return page;
        var until = new DateTimeOffset(screen.Now.Ticks - (screen.Now.Ticks % Minute.Ticks), TimeSpan.Zero) + Minute;
        var from = until - (ChartMinutes * Minute);
        var minutes = await SumsAsync(from, 1);
        var day = await SumsAsync(LocalTime.DayStart(screen.Now), WholeDayMinutes);
        return page with
        {
            Chart = minutes is null ? null : CountChartView.Of(minutes, from, until, Minute),
            Today = day is null ? null : [.. view.Gate.Lanes.Select(lane => (lane, FlowView.Of(day.Where(sum => sum.Lane == lane.Id))))],
        };

        async Task<IReadOnlyList<PassageSum>?> SumsAsync(DateTimeOffset start, int step) =>
            (await counts.SumsAsync(
                actor,
                new() { Gate = view.Gate.Id, FromAt = start, UntilAt = until, StepMinutes = step },
                cancellation)).OrNothing();
    }
}
