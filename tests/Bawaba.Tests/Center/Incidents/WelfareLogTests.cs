// A unit that is with an incident and does not say in time that it is well stands in the incident's log: once, whoever restarts, and once
// when its word came.
using Bawaba.Center.Audit;
using Bawaba.Center.Incidents;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Screens;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Tests.Center.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Incidents;

public sealed class WelfareLogTests
{
    [Fact]
    public async Task A_missing_word_is_a_line_of_the_log_once_over_restarts_and_another_when_it_came()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(29));
        await TickAsync(rig);
        Assert.Empty(await LinesAsync(rig, number));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var dueAt = rig.Center.Now;
        await TickAsync(rig);
        await TickAsync(rig);
        await rig.Center.RestartAsync();
        await TickAsync(rig);
        Assert.Equal((IncidentLogKind.WelfareOverdue, "unit/patrol-1", "", dueAt), Assert.Single(await LinesAsync(rig, number)));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(3));
        await rig.PressAsync(UnitVerb.Well);
        for (var i = 0; i < 2; i++)
            await TickAsync(rig);
        await rig.Center.RestartAsync();
        await TickAsync(rig);
        Assert.Equal(
            [(IncidentLogKind.WelfareOverdue, "unit/patrol-1", "", dueAt), (IncidentLogKind.WelfareSettled, "unit/patrol-1", "", rig.Center.Now)], await LinesAsync(rig, number));
        Assert.Equal(2, await SystemLinesInAuditAsync(rig, number));
        Assert.Equal(0, await KeptAsync(rig));

        // A second time is another line.
        rig.Center.Time.Advance(TimeSpan.FromMinutes(30));
        await TickAsync(rig);
        Assert.Equal(2, (await LinesAsync(rig, number)).Count(l => l.Kind is IncidentLogKind.WelfareOverdue));
        var file = await FileAsync(rig, number);
        Assert.Equal(file.Incident.Version, file.Log.Max(l => l.Seq));
    }

    [Fact]
    public async Task A_word_that_came_before_anybody_looked_leaves_both_lines_each_at_its_own_time()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        var overdueAt = rig.Center.Now;
        await rig.TickAsync();
        rig.Center.Time.Advance(TimeSpan.FromMilliseconds(300));
        await rig.PressAsync(UnitVerb.Well);
        await TickAsync(rig);
        Assert.Equal([(IncidentLogKind.WelfareOverdue, overdueAt), (IncidentLogKind.WelfareSettled, rig.Center.Now)], (await LinesAsync(rig, number)).Select(l => (l.Kind, l.At)));
    }

    [Fact]
    public async Task Several_centers_that_look_at_the_same_time_write_it_once()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await rig.TickAsync();
        var clocks = Enumerable.Range(0, 6).Select(_ => ActivatorUtilities.CreateInstance<IncidentClock>(rig.Center.Get<IServiceProvider>())).ToList();
        await Task.WhenAll(clocks.Select(c => Task.Run(() => c.TickAsync(rig.Cancellation), rig.Cancellation)));
        Assert.Single(await LinesAsync(rig, number));
    }

    [Fact]
    public async Task Screens_are_told_that_the_incident_changed()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        await using var heard = rig.Center.Get<LiveStream>().ReadAsync(rig.Operator, rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        await heard.MoveNextAsync();
        await rig.ChangesAsync(heard);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await TickAsync(rig);
        Assert.Contains(await rig.ChangesAsync(heard), e => e is { Kind: LiveKind.Incident } && e.Subject == number.Value);
    }

    [Fact]
    public async Task A_closed_incident_and_a_unit_without_a_task_have_no_line_and_nothing_is_kept_of_them()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await rig.TickAsync();
        IncidentRig.Done(await rig.Center.Get<IncidentDesk>().MarkStepAsync(rig.Operator, number, "facts", null, rig.Cancellation));
        IncidentRig.Done(await rig.Center.Get<OutcomeDesk>().NothingFoundAsync(rig.Operator, number, "Towed", rig.Cancellation));
        var closed = IncidentRig.Done(await rig.Center.Get<IncidentDesk>().CloseAsync(rig.Operator, number, rig.Cancellation));
        await TickAsync(rig);
        Assert.Empty(await LinesAsync(rig, number));
        Assert.Equal((closed.Version, 0L), ((await FileAsync(rig, number)).Incident.Version, await KeptAsync(rig)));

        await rig.PressAsync(UnitVerb.Well);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await TickAsync(rig);
        Assert.NotNull((await rig.UnitAsync()).OverdueAt);
        Assert.Equal(0, await KeptAsync(rig));
    }

    [Fact]
    public async Task An_incident_shows_the_earliest_due_time_of_its_units_and_who_is_overdue()
    {
        await using var rig = await UnitRig.StartAsync();
        var number = await NightAsync(rig);
        var dueAt = (await rig.UnitAsync()).WelfareDueAt;
        Assert.Equal((dueAt, 0), ((await FileAsync(rig, number)).WelfareDueAt, (await FileAsync(rig, number)).Overdue.Count));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await TickAsync(rig);
        var file = await FileAsync(rig, number);
        Assert.Equal((null, UnitRig.Patrol), (file.WelfareDueAt, Assert.Single(file.Overdue).Assignment.Unit));
        var list = Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Center.Get<IncidentDesk>().ListAsync(rig.Operator, rig.Cancellation)).Value;
        Assert.Equal(1, Assert.Single(list).Overdue);
        await rig.PressAsync(UnitVerb.Well);
        file = await FileAsync(rig, number);
        Assert.Equal((rig.Center.Now.AddMinutes(30), 0), (file.WelfareDueAt, file.Overdue.Count));
    }

    // A unit that must say each half hour that it is well, with an incident.
    private static async Task<IncidentNumber> NightAsync(UnitRig rig)
    {
        await rig.BringToAsync(UnitStatus.Available);
        UnitRig.Done(await rig.Desk.SetWelfareAsync(rig.Operator, UnitRig.Patrol, (await rig.UnitAsync()).Version, 30, rig.Cancellation));
        var number = IncidentRig.Done(await rig.Center.Get<IncidentDesk>().OpenAsync(
            rig.Operator, new() { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" }, rig.Cancellation)).Number;
        IncidentRig.Done(await rig.Center.Get<DispatchDesk>().AssignAsync(rig.Operator, number, UnitRig.Patrol, AssignmentId.Mint(rig.Center.Time), rig.Cancellation));
        return number;
    }

    private static async Task TickAsync(UnitRig rig)
    {
        await rig.TickAsync();
        await rig.Center.Get<IncidentClock>().TickAsync(rig.Cancellation);
    }

    private static async Task<IncidentFile> FileAsync(UnitRig rig, IncidentNumber number) =>
        Assert.IsType<Reading<IncidentFile>.Granted>(await rig.Center.Get<IncidentDesk>().FindAsync(rig.Operator, number, rig.Cancellation)).Value;

    private static async Task<List<(IncidentLogKind Kind, string Subject, string By, DateTimeOffset At)>> LinesAsync(UnitRig rig, IncidentNumber number) =>
        [.. (await FileAsync(rig, number)).Log.Where(l => l.Kind is IncidentLogKind.WelfareOverdue or IncidentLogKind.WelfareSettled).OrderBy(l => l.Seq).Select(l => (l.Kind, l.Subject, l.By, l.At))];

    private static Task<long> KeptAsync(UnitRig rig) => rig.Center.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM unit_silence", r => r.GetInt64(0)), rig.Cancellation);

    private static Task<long> SystemLinesInAuditAsync(UnitRig rig, IncidentNumber number) => rig.Center.Get<CenterStore>().ReadAsync(
        c => c.First(
            "SELECT count(*) FROM audit_event WHERE act = @act AND account = 'system' AND subject = @subject", r => r.GetInt64(0), ("@act", nameof(AuditAct.IncidentLogged)), ("@subject", $"incident/{number}")),
        rig.Cancellation);
}
