using System.Text;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class AlertFramesTests
{
    [Fact]
    public async Task Further_pictures_come_to_their_alert_the_best_crop_first_and_interrupt_nobody()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await RaisedAsync(rig);
        var actor = await rig.SignedInAsync(Role.Operator);
        Assert.Equal(["crop-2", "crop-1"], await ShownAsync(rig, actor, alert, FrameKind.Crop));
        Assert.Equal(["clip-1", "clip-2", "clip-3"], await ShownAsync(rig, actor, alert, FrameKind.Clip));
        Assert.Equal(alert, Assert.Single(await rig.AlertsAsync()));
        Assert.IsType<Reading<byte[]>.NotFound>(await rig.Get<AlertDesk>().FrameAsync(actor, alert.Id, FrameKind.Crop, 2, rig.Cancellation));
        Assert.IsType<Reading<byte[]>.NotFound>(await rig.Get<AlertDesk>().FrameAsync(actor, alert.Id, FrameKind.Clip, -1, rig.Cancellation));
    }

    [Fact]
    public async Task They_are_in_the_audit_log_before_they_are_shown_a_clip_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await RaisedAsync(rig);
        var actor = await rig.SignedInAsync(Role.Operator);
        await ShownAsync(rig, actor, alert, FrameKind.Clip);
        Assert.Single(await rig.ActsAsync(), a => a == "AlertPictureSeen");
        await ShownAsync(rig, actor, alert, FrameKind.Crop);
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "AlertPictureSeen"));
        var other = await rig.SignedInAsync(Role.Commander);
        await rig.BreakAuditAsync();
        Assert.IsType<Reading<byte[]>.AuditUnavailable>(await rig.Get<AlertDesk>().FrameAsync(other, alert.Id, FrameKind.Crop, 0, rig.Cancellation));
        await rig.MendAuditAsync();
        Assert.IsType<Reading<byte[]>.NotAllowed>(await rig.Get<AlertDesk>().FrameAsync(await rig.SignedInAsync(Role.Technician), alert.Id, FrameKind.Crop, 0, rig.Cancellation));
    }

    [Fact]
    public async Task They_go_with_their_alerts_pictures_from_every_file_and_none_comes_after()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await RaisedAsync(rig);
        Assert.True(await rig.HoldsAsync("clip-2") && await rig.HoldsAsync("crop-1"));
        await rig.Get<AlertDesk>().RejectAsync(await rig.SignedInAsync(Role.Operator), alert.Id, alert.Version, RejectReason.Misread, rig.Cancellation);
        rig.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
        Assert.True(await rig.HoldsAsync("clip-2"));
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
        foreach (var text in (string[])["crop-1", "crop-2", "clip-1", "clip-2", "clip-3"])
            Assert.False(await rig.HoldsAsync(text), text);
        await rig.DeliverAsync(Record(9, rig, alert.Entry.Id, alert.Passage, FrameKind.Clip, "clip-9"));
        Assert.False(await rig.HoldsAsync("clip-9"));
        Assert.Empty(Assert.IsType<Reading<IReadOnlyList<AlertFrame>>.Granted>(
            await rig.Get<AlertDesk>().FramesAsync(await rig.SignedInAsync(Role.Operator), alert.Id, rig.Cancellation)).Value);
    }

    [Fact]
    public async Task No_more_and_no_larger_than_a_hit_may_have_are_taken_however_often_they_are_sent()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await RaisedAsync(rig);
        await rig.DeliverAsync(Record(10, rig, alert.Entry.Id, alert.Passage, FrameKind.Crop, [.. Enumerable.Range(1, 30).Select(i => $"more-{i}")]));
        Assert.Equal(HitFrames.MostCrops, await CountAsync(rig, "Crop"));
        await rig.DeliverAsync(Record(11, rig, alert.Entry.Id, alert.Passage, FrameKind.Clip, [.. Enumerable.Range(1, 60).Select(i => $"many-{i}")]));
        Assert.Equal(HitFrames.MostClip, await CountAsync(rig, "Clip"));
        var second = await rig.RaiseAsync(A.Hit(rig.Now));
        await rig.DeliverAsync(Record(12, rig, second.Entry.Id, second.Passage, FrameKind.Clip, new string('x', HitFrames.MostBytes + 1)));
        Assert.Equal(HitFrames.MostClip, await CountAsync(rig, "Clip"));
    }

    [Fact]
    public async Task One_gate_puts_none_to_anothers_hit_and_none_without_a_hit_is_kept()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await rig.RaiseAsync();
        var elsewhere = GateId.Parse("south");
        var record = Record(1, rig, alert.Entry.Id, alert.Passage, FrameKind.Clip, "clip-x");
        await rig.Get<ICenterLink>().DeliverAsync(new() { Gate = elsewhere, Records = [record with { Key = record.Key with { Gate = elsewhere } }] }, rig.Cancellation);
        Assert.Equal(new IntakeAck(1, 0), await rig.DeliverAsync(Record(50, rig, alert.Entry.Id, new(Guid.CreateVersion7(rig.Now)), FrameKind.Crop, "crop-x")));
        Assert.Equal((0, 0), (await CountAsync(rig, "Clip"), await CountAsync(rig, "Crop")));
    }

    [Fact]
    public async Task A_gate_is_told_that_this_center_takes_them()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        Assert.True((await rig.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation)).TakesFrames);
    }

    private static async Task<Alert> RaisedAsync(CenterRig rig)
    {
        var alert = await rig.RaiseAsync();
        await rig.DeliverAsync(
            Record(2, rig, alert.Entry.Id, alert.Passage, FrameKind.Crop, "crop-1", "crop-2"),
            Record(3, rig, alert.Entry.Id, alert.Passage, FrameKind.Clip, "clip-1", "clip-2", "clip-3"));
        return alert;
    }

    // The later the better.
    private static GateRecord Record(long sequence, CenterRig rig, EntryId entry, PassageId passage, FrameKind kind, params string[] jpegs) => new()
    {
        Key = new(A.North, 7, sequence),
        RecordedAt = rig.Now,
        Frames = new()
        {
            Passage = passage,
            Entry = entry,
            Kind = kind,
            Frames = [.. jpegs.Select((text, i) => new HitFrame { CapturedAt = rig.Now.AddMilliseconds((100 * i) + sequence), Weight = i, Jpeg = Encoding.ASCII.GetBytes(text) })],
        },
    };

    private static async Task<List<string>> ShownAsync(CenterRig rig, Bawaba.Center.Operators.Actor actor, Alert alert, FrameKind kind)
    {
        var desk = rig.Get<AlertDesk>();
        var frames = Assert.IsType<Reading<IReadOnlyList<AlertFrame>>.Granted>(await desk.FramesAsync(actor, alert.Id, rig.Cancellation)).Value;
        var shown = new List<string>();
        for (var i = 0; i < frames.Count(f => f.Kind == kind); i++)
            shown.Add(Encoding.ASCII.GetString(Assert.IsType<Reading<byte[]>.Granted>(await desk.FrameAsync(actor, alert.Id, kind, i, rig.Cancellation)).Value));
        return shown;
    }

    private static Task<long> CountAsync(CenterRig rig, string kind) => rig.Get<CenterStore>().ReadAsync(
        c => c.First("SELECT count(*) FROM alert_frame WHERE kind = @kind", r => r.GetInt64(0), ("@kind", kind)), rig.Cancellation);
}
