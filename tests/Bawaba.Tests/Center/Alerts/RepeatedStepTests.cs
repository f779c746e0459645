using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

/// <summary>A step whose answer was lost on the way is asked for again, with the version that was looked at.</summary>
public sealed class RepeatedStepTests
{
    [Fact]
    public async Task A_confirmation_that_is_asked_for_again_by_who_gave_it_is_done_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await AlertDeskTests.LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        var (second, desk) = (await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        var done = AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromSeconds(20));
        var again = Assert.IsType<AlertResult.DoneBefore>(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        Assert.Equal(done, again.Alert);
        Assert.Single(await rig.ActsAsync(), a => a == "AlertConfirmed");
        // After it was closed too: it was confirmed, by this person.
        AlertDeskTests.Done(await desk.CloseAsync(second, done.Id, done.Version, rig.Cancellation));
        Assert.IsType<AlertResult.DoneBefore>(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
    }

    [Fact]
    public async Task Another_person_or_session_is_told_that_it_was_decided()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await AlertDeskTests.LookedAtAsync(rig, await rig.SignedInAsync(Role.Operator), LookVerdict.Same);
        var (second, desk) = (await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        var third = await rig.SignedInAsync(Role.Supervisor);
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.ConfirmAsync(third, alert.Id, alert.Version, rig.Cancellation));
        // The first look's own account does not become the second by asking late.
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.RejectAsync(second, alert.Id, alert.Version, RejectReason.Other, rig.Cancellation));
    }

    [Fact]
    public async Task Another_verdict_or_reason_is_no_repetition()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (actor, desk) = (await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        var raised = await rig.RaiseAsync();
        AlertDeskTests.Done(await desk.FirstLookAsync(actor, raised.Id, raised.Version, LookVerdict.Different, rig.Cancellation));
        Assert.IsType<AlertResult.DoneBefore>(await desk.FirstLookAsync(actor, raised.Id, raised.Version, LookVerdict.Different, rig.Cancellation));
        Assert.IsType<AlertResult.Stale>(await desk.FirstLookAsync(actor, raised.Id, raised.Version, LookVerdict.Same, rig.Cancellation));
        var other = await rig.RaiseAsync();
        AlertDeskTests.Done(await desk.RejectAsync(actor, other.Id, other.Version, RejectReason.Misread, rig.Cancellation));
        Assert.IsType<AlertResult.DoneBefore>(await desk.RejectAsync(actor, other.Id, other.Version, RejectReason.Misread, rig.Cancellation));
        Assert.IsType<AlertResult.AlreadyClosed>(await desk.RejectAsync(actor, other.Id, other.Version, RejectReason.StaleEntry, rig.Cancellation));
        Assert.Single(await rig.ActsAsync(), a => a == "AlertRejected");
    }
}
