using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class AlertReadingTests
{
    [Fact]
    public async Task Whoever_sees_an_alert_is_in_the_audit_log_once_however_often_the_list_reloads()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (one, other) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Auditor));
        await rig.RaiseAsync();
        for (var i = 0; i < 5; i++)
            await rig.Get<AlertDesk>().ListAsync(one, new(), rig.Cancellation);
        await rig.Get<AlertDesk>().ListAsync(other, new(), rig.Cancellation);
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "AlertsListed"));
        await rig.RaiseAsync();
        await rig.Get<AlertDesk>().ListAsync(one, new(), rig.Cancellation);
        Assert.Equal(3, (await rig.ActsAsync()).Count(a => a == "AlertsListed"));
    }

    [Fact]
    public async Task The_log_names_every_alert_of_a_list_however_long_it_is()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var shown = new List<string>();
        for (var i = 0; i < 103; i++)
            shown.Add((await rig.RaiseAsync()).Id.ToString());
        await rig.Get<AlertDesk>().ListAsync(actor, new() { Limit = 200 }, rig.Cancellation);
        var named = await rig.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT detail FROM audit_event WHERE act = 'AlertsListed'", r => r.GetString(0)), rig.Cancellation);
        Assert.Equal(2, named.Count);
        Assert.Equal(shown.Order(StringComparer.Ordinal), named.SelectMany(d => d.Split(' ').Skip(1)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rows_that_changed_are_read_together_and_are_one_consultation_with_the_list_they_stand_in()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var (first, second) = (await rig.RaiseAsync(), await rig.RaiseAsync());
        var desk = rig.Get<AlertDesk>();
        await desk.ListAsync(actor, new(), rig.Cancellation);
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        var third = await rig.RaiseAsync();
        await desk.RejectAsync(actor, first.Id, first.Version, RejectReason.Other, rig.Cancellation);
        for (var i = 0; i < 2; i++)
        {
            var read = Assert.IsType<Reading<AlertPage>.Granted>(await desk.TheseAsync(actor, [first.Id, third.Id, first.Id, AlertId.Mint(rig.Time)], rig.Cancellation)).Value.Alerts;
            Assert.Equal([(third.Id, AlertState.Raised), (first.Id, AlertState.Rejected)], read.Select(a => (a.Id, a.State)));
        }
        // The list, and the one row that was not on it.
        Assert.Equal(2, (await rig.ActsAsync()).Count(a => a == "AlertsListed"));
        Assert.DoesNotContain("AlertSeen", await rig.ActsAsync());
        Assert.IsType<Reading<AlertPage>.NotFound>(await desk.TheseAsync(actor, [AlertId.Mint(rig.Time)], rig.Cancellation));
        Assert.IsType<Reading<AlertPage>.NotAllowed>(await desk.TheseAsync(await rig.SignedInAsync(Role.Administrator), [second.Id], rig.Cancellation));
        await rig.RaiseAsync();
        await rig.BreakAuditAsync();
        Assert.IsType<Reading<AlertPage>.AuditUnavailable>(await desk.TheseAsync(await rig.SignedInAsync(Role.Operator), [second.Id], rig.Cancellation));
    }

    [Fact]
    public async Task Without_an_audit_log_no_list_alert_or_picture_is_shown_and_nothing_but_a_confirmation_is_done()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (first, second) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator));
        var alert = await AlertDeskTests.LookedAtAsync(rig, first, LookVerdict.Same);
        await rig.BreakAuditAsync();
        var desk = rig.Get<AlertDesk>();
        Assert.IsType<Reading<AlertPage>.AuditUnavailable>(await desk.ListAsync(second, new(), rig.Cancellation));
        Assert.IsType<Reading<Alert>.AuditUnavailable>(await desk.FindAsync(second, alert.Id, rig.Cancellation));
        Assert.IsType<Reading<byte[]>.AuditUnavailable>(await desk.PictureAsync(second, alert.Id, AlertPicture.Crop, rig.Cancellation));
        Assert.IsType<AlertResult.AuditUnavailable>(
            await desk.RejectAsync(second, alert.Id, alert.Version, RejectReason.Other, rig.Cancellation));
        AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
        await rig.MendAuditAsync();
        Assert.DoesNotContain("AlertConfirmed", await rig.ActsAsync());
        await rig.Get<AlertClock>().TickAsync(rig.Cancellation);
        Assert.Equal("AlertConfirmed", (await rig.ActsAsync()).Last());
        Assert.False(File.Exists(Path.Combine(rig.DataFolder, "audit-spool.jsonl")));
    }

    [Fact]
    public async Task Pictures_come_as_they_were_delivered_and_only_to_those_who_may_see_alerts()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await rig.RaiseAsync();
        var desk = rig.Get<AlertDesk>();
        var shown = await desk.PictureAsync(await rig.SignedInAsync(Role.Commander), alert.Id, AlertPicture.Overview, rig.Cancellation);
        Assert.Equal(A.Pictures().OverviewJpeg, Assert.IsType<Reading<byte[]>.Granted>(shown).Value);
        var refused = await desk.PictureAsync(await rig.SignedInAsync(Role.Administrator), alert.Id, AlertPicture.Crop, rig.Cancellation);
        Assert.IsType<Reading<byte[]>.NotAllowed>(refused);
    }

    [Fact]
    public async Task What_calls_is_raised_in_time_and_within_the_scope_has_no_plate_and_leaves_nothing_in_the_log()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var (actor, desk) = (await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        await rig.RaiseAsync(A.Hit(rig.Now - TimeSpan.FromMinutes(6)));
        var answered = await rig.RaiseAsync();
        await desk.AnswerAsync(actor, answered.Id, answered.Version, rig.Cancellation);
        var calling = await rig.RaiseAsync();
        var acts = await rig.ActsAsync();
        var said = Assert.Single(Assert.IsType<Reading<IReadOnlyList<Alert>>.Granted>(await desk.CallingAsync(actor, rig.Cancellation)).Value);
        Assert.Equal((calling.Id, null, null), (said.Id, said.Plate, said.EntryPlate));
        Assert.Equal(acts, await rig.ActsAsync());
        await rig.Get<CenterStore>().WriteAsync(c => c.Run("UPDATE gate SET directorate = 'security-south'"), rig.Cancellation);
        var other = await rig.SignedInAsync(Role.Operator, "", DirectorateId.Parse("security-north"));
        Assert.Empty(Assert.IsType<Reading<IReadOnlyList<Alert>>.Granted>(await desk.CallingAsync(other, rig.Cancellation)).Value);
        Assert.IsType<Reading<IReadOnlyList<Alert>>.NotAllowed>(await desk.CallingAsync(await rig.SignedInAsync(Role.Administrator), rig.Cancellation));
    }

    [Fact]
    public async Task The_list_is_newest_first_and_can_be_narrowed_to_what_is_undecided()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        var older = await rig.RaiseAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        var newer = await rig.RaiseAsync();
        var desk = rig.Get<AlertDesk>();
        await desk.RejectAsync(actor, older.Id, older.Version, RejectReason.Other, rig.Cancellation);
        Assert.Equal([newer.Id, older.Id], (await PageAsync(new())).Select(a => a.Id));
        Assert.Equal([newer.Id], (await PageAsync(new() { UndecidedOnly = true })).Select(a => a.Id));
        Assert.Equal([newer.Id], (await PageAsync(new() { Limit = 1 })).Select(a => a.Id));
        Assert.Empty(await PageAsync(new() { Gate = Bawaba.Contracts.GateId.Parse("south") }));

        async Task<IReadOnlyList<Alert>> PageAsync(AlertQuery query) =>
            Assert.IsType<Reading<AlertPage>.Granted>(await desk.ListAsync(actor, query, rig.Cancellation)).Value.Alerts;
    }
}
