using Bawaba.Center.Alerts;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class AlertEscalationTests
{
    [Fact]
    public async Task An_alert_nobody_answers_goes_on_to_the_supervisor_at_30_s_and_to_the_commander_at_90_s_each_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.RaiseAsync();
        await PassAsync(rig, 29.9);
        Assert.Equal(EscalationLevel.Operator, (await OnlyAsync(rig)).EscalatedTo);
        await PassAsync(rig, 0.1);
        var alert = await OnlyAsync(rig);
        Assert.Equal((EscalationLevel.Supervisor, rig.Now, 1L), (alert.EscalatedTo, alert.SupervisorAt!.Value, alert.Version));
        await PassAsync(rig, 60);
        await PassAsync(rig, 60);
        alert = await OnlyAsync(rig);
        Assert.Equal((EscalationLevel.Commander, 1L), (alert.EscalatedTo, alert.Version));
        Assert.Equal(TimeSpan.FromSeconds(90), alert.CommanderAt - alert.RaisedAt);
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "AlertEscalated"));
    }

    [Fact]
    public async Task Whoever_answers_undoes_it_and_is_not_refused_because_it_went_on_meanwhile()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var seen = await rig.RaiseAsync();
        await PassAsync(rig, 31);
        var answered = AlertDeskTests.Done(await rig.Get<AlertDesk>().AnswerAsync(await rig.SignedInAsync(Role.Supervisor), seen.Id, seen.Version, rig.Cancellation));
        Assert.Equal((AlertState.Answered, EscalationLevel.Operator), (answered.State, answered.EscalatedTo));
        await PassAsync(rig, 100);
        Assert.Null((await OnlyAsync(rig)).CommanderAt);
    }

    [Fact]
    public async Task A_late_alert_goes_on_to_nobody_and_is_never_slow()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        var alert = await rig.RaiseAsync(A.Hit(rig.Now - TimeSpan.FromMinutes(6)));
        Assert.Equal((true, AlertState.Raised), (alert.Late, alert.State));
        await PassAsync(rig, 100);
        await rig.Get<AlertDesk>().AnswerAsync(await rig.SignedInAsync(Role.Operator), alert.Id, alert.Version, rig.Cancellation);
        await PassAsync(rig, 100);
        alert = await OnlyAsync(rig);
        Assert.Equal((EscalationLevel.Operator, null), (alert.EscalatedTo, alert.SlowAt));
    }

    [Fact]
    public async Task An_answered_alert_without_a_next_step_is_slow_after_60_s_until_the_next_step_comes()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (actor, desk) = (await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        var alert = await rig.RaiseAsync();
        alert = AlertDeskTests.Done(await desk.AnswerAsync(actor, alert.Id, alert.Version, rig.Cancellation));
        await PassAsync(rig, 59);
        Assert.Null((await OnlyAsync(rig)).SlowAt);
        await PassAsync(rig, 1);
        Assert.NotNull((await OnlyAsync(rig)).SlowAt);
        alert = AlertDeskTests.Done(await desk.FirstLookAsync(actor, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        Assert.Null(alert.SlowAt);
        await PassAsync(rig, 60);
        Assert.NotNull((await OnlyAsync(rig)).SlowAt);
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "AlertSlow"));
    }

    [Fact]
    public async Task Screens_are_told_under_the_same_version_that_it_went_on()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await rig.RaiseAsync();
        using var live = rig.Get<LiveFeed>().Subscribe();
        await PassAsync(rig, 30);
        rig.Time.Advance(LiveFeed.RoundDuration);
        await foreach (var change in live.ReadAllAsync(rig.Cancellation))
        {
            // A gate that is not heard is a change as well.
            if (change.Kind != LiveKind.Alert || change.State != "Escalated")
                continue;
            Assert.Equal((alert.Id.ToString(), 1L), (change.Subject, change.Version));
            break;
        }
    }

    [Fact]
    public async Task Two_centers_over_one_store_let_it_go_on_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.RaiseAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rig.Get<AlertEscalation>().TickAsync(rig.Cancellation)));
        Assert.Single(await rig.ActsAsync(), a => a == "AlertEscalated");
    }

    [Theory]
    [InlineData(31, 90, 60)]
    [InlineData(30, 91, 60)]
    [InlineData(30, 90, 61)]
    [InlineData(30, 30, 60)]
    [InlineData(0, 90, 60)]
    public async Task Settings_make_it_shorter_and_never_longer(int supervisor, int commander, int slow)
    {
        var times = new EscalationTimes { ToSupervisor = TimeSpan.FromSeconds(supervisor), ToCommander = TimeSpan.FromSeconds(commander), Slow = TimeSpan.FromSeconds(slow) };
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => CenterRig.WithAnEntryAsync(change: o => o with { Escalation = times }));
        Assert.Contains("at most", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stricter_setting_holds()
    {
        var times = new EscalationTimes { ToSupervisor = TimeSpan.FromSeconds(2), ToCommander = TimeSpan.FromSeconds(4) };
        await using var rig = await CenterRig.WithAnEntryAsync(change: o => o with { Escalation = times });
        await rig.RaiseAsync();
        await PassAsync(rig, 4);
        Assert.Equal(EscalationLevel.Commander, (await OnlyAsync(rig)).EscalatedTo);
    }

    [Fact]
    public async Task A_commander_works_what_went_on_to_them_and_is_refused_what_did_not()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (commander, desk) = (await rig.SignedInAsync(Role.Commander), rig.Get<AlertDesk>());
        var alert = await rig.RaiseAsync();
        await PassAsync(rig, 89);
        Func<Task<AlertResult>>[] steps =
        [
            () => desk.AnswerAsync(commander, alert.Id, 1, rig.Cancellation), () => desk.FirstLookAsync(commander, alert.Id, 1, LookVerdict.Same, rig.Cancellation),
            () => desk.ConfirmAsync(commander, alert.Id, 1, rig.Cancellation), () => desk.RejectAsync(commander, alert.Id, 1, RejectReason.Other, rig.Cancellation),
            () => desk.CloseAsync(commander, alert.Id, 1, rig.Cancellation),
        ];
        foreach (var step in steps)
        {
            Assert.IsType<AlertResult.NotAllowed>(await step());
            Assert.Equal("Refused", (await rig.ActsAsync())[^1]);
        }
        Assert.Equal(1, (await OnlyAsync(rig)).Version);
        await PassAsync(rig, 1);
        alert = AlertDeskTests.Done(await desk.AnswerAsync(commander, alert.Id, 1, rig.Cancellation));
        Assert.Equal((AlertState.Answered, commander.Account), (alert.State, alert.Answered!.Account));
    }

    [Fact]
    public async Task A_commanders_look_is_one_of_two_and_the_other_is_another_persons()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (commander, desk) = (await rig.SignedInAsync(Role.Commander), rig.Get<AlertDesk>());
        var alert = await rig.RaiseAsync();
        await PassAsync(rig, 90);
        alert = AlertDeskTests.Done(await desk.FirstLookAsync(commander, alert.Id, 1, LookVerdict.Same, rig.Cancellation));
        Assert.IsType<AlertResult.SameAccount>(await desk.ConfirmAsync(commander, alert.Id, alert.Version, rig.Cancellation));
        alert = AlertDeskTests.Done(await desk.ConfirmAsync(await rig.SignedInAsync(Role.Operator), alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(AlertState.Confirmed, alert.State);
        var second = await rig.RaiseAsync(A.Hit(rig.Now));
        await PassAsync(rig, 90);
        second = AlertDeskTests.Done(await desk.FirstLookAsync(await rig.SignedInAsync(Role.Supervisor), second.Id, 1, LookVerdict.Same, rig.Cancellation));
        Assert.Equal(commander.Account, AlertDeskTests.Done(await desk.ConfirmAsync(commander, second.Id, second.Version, rig.Cancellation)).Confirmed!.Account);
    }

    private static async Task PassAsync(CenterRig rig, double seconds)
    {
        rig.Time.Advance(TimeSpan.FromSeconds(seconds));
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
    }

    private static async Task<Alert> OnlyAsync(CenterRig rig) => Assert.Single(await rig.AlertsAsync());
}
