using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Incidents;

public sealed class DispatchTimesTests
{
    [Fact]
    public async Task The_figures_are_percentiles_of_each_step_from_confirmed_to_closed_with_the_target_of_sending()
    {
        await using var rig = await IncidentRig.StartAsync();
        var unit = await PatrolAsync(rig);
        // Sent after 10, 20 … 100 s; en route 30 s later, there 5 min later, over 20 min later.
        for (var i = 1; i <= 10; i++)
            await WorkAsync(rig, unit, TimeSpan.FromSeconds(10 * i), (await rig.ConfirmedAsync()).Id);
        var times = await ReadAsync(rig);
        Assert.Equal((10, 10), (times.Opened, times.Dispatched));
        var sent = Clock(times, "confirmed-dispatched");
        Assert.Equal((10, 50.0, 90.0, 100.0), (sent.Count, sent.Half!.Value.TotalSeconds, sent.NineOfTen!.Value.TotalSeconds, sent.NineteenOfTwenty!.Value.TotalSeconds));
        Assert.Equal((0.9, 60.0, 0.6), (Assert.Single(sent.Targets).Target.Share, sent.Targets[0].Target.Within.TotalSeconds, sent.Targets[0].Share));
        Assert.Equal(
            [("dispatched-en-route", 30.0), ("en-route-on-scene", 300.0), ("on-scene-closed", 1200.0), ("dispatched-on-scene", 330.0)],
            times.Clocks.Skip(1).Select(c => (c.Clock, c.NineOfTen!.Value.TotalSeconds)));
    }

    [Fact]
    public async Task An_incident_of_no_alert_has_no_time_to_dispatch_and_too_few_say_nothing()
    {
        await using var rig = await IncidentRig.StartAsync();
        var unit = await PatrolAsync(rig);
        for (var i = 1; i <= 5; i++)
            await WorkAsync(rig, unit, TimeSpan.FromSeconds(10), null);
        await rig.OpenAsync();
        var times = await ReadAsync(rig);
        Assert.Equal((6, 5), (times.Opened, times.Dispatched));
        Assert.Equal((0, true, null), (Clock(times, "confirmed-dispatched").Count, Clock(times, "confirmed-dispatched").TooFew, Clock(times, "confirmed-dispatched").Half));
        Assert.Equal((5, 30.0), (Clock(times, "dispatched-en-route").Count, Clock(times, "dispatched-en-route").Half!.Value.TotalSeconds));
        Assert.Empty(Clock(times, "confirmed-dispatched").Targets);
    }

    [Fact]
    public async Task An_alert_that_was_confirmed_when_the_unit_was_on_its_way_is_in_no_figure_of_sending_and_a_second_unit_changes_none()
    {
        await using var rig = await IncidentRig.StartAsync();
        var (first, second) = (await PatrolAsync(rig), await PatrolAsync(rig, "patrol-2"));
        var number = (await rig.OpenAsync()).Number;
        await SendAsync(rig, number, first);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        IncidentRig.Done(await rig.Desk.LinkAsync(rig.Operator, number, $"alert/{(await rig.ConfirmedAsync()).Id}", rig.Cancellation));
        await SendAsync(rig, number, second);
        var instants = Assert.Single(await rig.Center.Get<CenterStore>().ReadAsync(c => DispatchTimesSql.Since(c, Scope.Joint, rig.Center.Now.AddHours(-1)), rig.Cancellation));
        Assert.Equal((CenterRig.Start, TimeSpan.FromMinutes(1)), (instants.FirstDispatchAt!.Value, instants.ConfirmedAt - instants.FirstDispatchAt));
        Assert.Equal(0, Clock(await ReadAsync(rig), "confirmed-dispatched").Count);
    }

    [Fact]
    public async Task Figures_are_of_ones_own_part_of_the_room_and_of_a_month_at_most()
    {
        await using var rig = await IncidentRig.StartAsync();
        var (north, south) = (DirectorateId.Parse("security-north"), DirectorateId.Parse("security-south"));
        await rig.OpenAsync(by: await rig.Center.SignedInAsync(Role.Operator, "", north));
        await rig.OpenAsync();
        Assert.Equal(2, (await ReadAsync(rig, Role.Supervisor, north)).Opened);
        Assert.Equal(1, (await ReadAsync(rig, Role.Supervisor, south)).Opened);
        Assert.Equal(2, (await ReadAsync(rig)).Opened);
        rig.Center.Time.Advance(TimeSpan.FromDays(32));
        Assert.Equal(0, Assert.IsType<Reading<DispatchTimes>.Granted>(await rig.Center.Get<DispatchTimesDesk>().ReadAsync(
            await rig.Center.SignedInAsync(Role.Auditor), rig.Center.Now.AddDays(-400), rig.Cancellation)).Value.Opened);
    }

    private static ClockFigures Clock(DispatchTimes times, string name) => times.Clocks.Single(c => c.Clock == name);

    private static async Task<DispatchTimes> ReadAsync(IncidentRig rig, Role role = Role.Auditor, DirectorateId? directorate = null) => Assert.IsType<Reading<DispatchTimes>.Granted>(
        await rig.Center.Get<DispatchTimesDesk>().ReadAsync(await rig.Center.SignedInAsync(role, "", directorate), rig.Center.Now.AddDays(-1), rig.Cancellation)).Value;

    private static async Task<UnitId> PatrolAsync(IncidentRig rig, string id = "patrol-1")
    {
        var unit = Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitRegister>().RegisterAsync(rig.Supervisor, UnitsOf.Draft(id), rig.Cancellation)).Unit;
        return Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitDesk>().StepAsync(rig.Operator, unit.Id, unit.Version, UnitVerb.OnDuty, rig.Cancellation)).Unit.Id;
    }

    private static async Task SendAsync(IncidentRig rig, IncidentNumber number, UnitId unit) =>
        IncidentRig.Done(await rig.Center.Get<DispatchDesk>().AssignAsync(rig.Operator, number, unit, AssignmentId.Mint(rig.Center.Time), rig.Cancellation));

    private static async Task WorkAsync(IncidentRig rig, UnitId unit, TimeSpan sentAfter, AlertId? alert)
    {
        var number = (await rig.OpenAsync(rig.Draft() with { Alert = alert?.ToString() ?? "" })).Number;
        rig.Center.Time.Advance(sentAfter);
        await SendAsync(rig, number, unit);
        foreach (var (verb, after) in new[] { (UnitVerb.EnRoute, TimeSpan.FromSeconds(30)), (UnitVerb.OnScene, TimeSpan.FromMinutes(5)) })
        {
            rig.Center.Time.Advance(after);
            var version = (await rig.FileAsync(number)).Units.Single().Unit!.Version;
            Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitDesk>().StepAsync(rig.Operator, unit, version, verb, rig.Cancellation));
        }
        rig.Center.Time.Advance(TimeSpan.FromMinutes(20));
        await rig.FinishStepsAsync(number);
        IncidentRig.Done(await rig.Outcomes.NothingFoundAsync(rig.Operator, number, "Nothing", rig.Cancellation));
        IncidentRig.Done(await rig.Desk.CloseAsync(rig.Operator, number, rig.Cancellation));
    }
}
