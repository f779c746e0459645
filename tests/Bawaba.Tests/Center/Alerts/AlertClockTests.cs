using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class AlertClockTests
{
    [Fact]
    public async Task An_alert_nobody_confirmed_expires_at_fifteen_minutes_and_not_before()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.RaiseAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        Assert.Equal(AlertState.Raised, (await rig.AlertsAsync()).Single().State);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        var alert = (await rig.AlertsAsync()).Single();
        Assert.Equal((AlertState.Expired, rig.Now), (alert.State, alert.ClosedAt!.Value));
        Assert.Contains("AlertExpired", await rig.ActsAsync());
    }

    [Fact]
    public async Task Whoever_confirms_after_fifteen_minutes_is_too_late_even_before_the_clock_came()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await AlertDeskTests.LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        rig.Time.Advance(TimeSpan.FromMinutes(15));
        var second = await rig.SignedInAsync(Role.Operator);
        var closed = Assert.IsType<AlertResult.AlreadyClosed>(
            await rig.Get<AlertDesk>().ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(AlertState.Expired, closed.Alert.State);
    }

    [Fact]
    public async Task Plate_and_pictures_of_a_rejected_alert_are_in_no_file_a_day_later_and_who_rejected_it_still_is()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var alert = await rig.RaiseAsync();
        await rig.Get<AlertDesk>().RejectAsync(actor, alert.Id, alert.Version, RejectReason.Misread, rig.Cancellation);
        await TakeTheListAwayAsync(rig);
        Assert.True(await rig.HoldsAsync("5-123456") && await rig.HoldsAsync("overview-p"));
        rig.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        Assert.True(await rig.HoldsAsync("5-123456"));
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        Assert.False(await rig.HoldsAsync("5-123456") || await rig.HoldsAsync("crop-p") || await rig.HoldsAsync("overview-p"));
        var erased = (await rig.AlertsAsync()).Single();
        Assert.Equal((actor.Account, RejectReason.Misread), (erased.Rejected!.Account, erased.RejectReason!.Value));
        Assert.Null(erased.Plate);
        Assert.False(erased.HasPictures);
    }

    [Fact]
    public async Task A_confirmed_alert_keeps_its_plate_for_twenty_one_days_closed_or_not()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await AlertDeskTests.LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        var second = await rig.SignedInAsync(Role.Operator);
        var desk = rig.Get<AlertDesk>();
        alert = AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        AlertDeskTests.Done(await desk.CloseAsync(second, alert.Id, alert.Version, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromDays(21) - TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        Assert.NotNull((await rig.AlertsAsync()).Single().Plate);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await TickAsync(rig);
        Assert.Null((await rig.AlertsAsync()).Single().Plate);
    }

    private static async Task TickAsync(CenterRig rig)
    {
        await rig.Get<EntryClock>().TickAsync(rig.Cancellation);
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
    }

    // The kept copy of the watch-list holds the plate as long as the list does; here it is the alert's traces that count.
    private static async Task TakeTheListAwayAsync(CenterRig rig)
    {
        File.Delete(rig.WatchlistPath);
        await rig.PollSourcesAsync();
    }
}
