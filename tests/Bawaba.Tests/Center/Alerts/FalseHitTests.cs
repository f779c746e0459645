using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class FalseHitTests
{
    [Fact]
    public async Task A_camera_that_misread_more_than_a_fifth_of_twenty_stops_until_a_technician_has_looked()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await DecideAsync(rig, misread: 4, right: 16);
        await TickAsync(rig);
        Assert.Empty(await StoppedAsync(rig));
        await DecideAsync(rig, misread: 2, right: 0);
        await TickAsync(rig);
        Assert.Equal(A.Camera, Assert.Single(await StoppedAsync(rig)));
        Assert.Contains(nameof(AuditAct.CameraStopped), await rig.ActsAsync());

        var desk = rig.Get<FalseHitDesk>();
        Assert.IsType<Reading<CameraId>.NotAllowed>(await desk.ResumeAsync(await rig.SignedInAsync(Role.Operator), A.North, A.Camera, rig.Cancellation));
        var technician = await rig.SignedInAsync(Role.Technician);
        Assert.IsType<Reading<CameraId>.Granted>(await desk.ResumeAsync(technician, A.North, A.Camera, rig.Cancellation));
        Assert.IsType<Reading<CameraId>.NotFound>(await desk.ResumeAsync(technician, A.North, A.Camera, rig.Cancellation));
        await TickAsync(rig);
        Assert.Empty(await StoppedAsync(rig));
        // What was misread before the technician looked counts no more.
        var shares = Assert.IsType<Reading<FalseHits>.Granted>(await desk.ReadAsync(technician, rig.Cancellation)).Value;
        Assert.Equal(0, Assert.Single(shares.Cameras).Decided);
        Assert.Equal((22, 6), (shares.Entries[0].Decided, shares.Entries[0].Rejected));
    }

    [Fact]
    public async Task An_entry_that_was_wrong_is_no_fault_of_a_camera_and_last_weeks_misreads_are_forgotten()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        for (var i = 0; i < 20; i++)
            await RejectAsync(rig, actor, RejectReason.StaleEntry);
        await TickAsync(rig);
        Assert.Empty(await StoppedAsync(rig));
        await DecideAsync(rig, misread: 4, right: 0);
        rig.Time.Advance(FalseHitRules.Window);
        await DecideAsync(rig, misread: 4, right: 16);
        await TickAsync(rig);
        Assert.Empty(await StoppedAsync(rig));
    }

    private static async Task<IReadOnlyList<CameraId>> StoppedAsync(CenterRig rig) =>
        (await rig.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation)).StoppedCameras;

    private static async Task TickAsync(CenterRig rig)
    {
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
    }

    private static async Task DecideAsync(CenterRig rig, int misread, int right)
    {
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator));
        var desk = rig.Get<AlertDesk>();
        for (var i = 0; i < right; i++)
        {
            var alert = await rig.RaiseAsync();
            alert = AlertDeskTests.Done(await desk.FirstLookAsync(first, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
            AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        }
        for (var i = 0; i < misread; i++)
            await RejectAsync(rig, first, RejectReason.Misread);
    }

    private static async Task RejectAsync(CenterRig rig, Actor actor, RejectReason reason)
    {
        var alert = await rig.RaiseAsync();
        AlertDeskTests.Done(await rig.Get<AlertDesk>().RejectAsync(actor, alert.Id, alert.Version, reason, rig.Cancellation));
    }
}
