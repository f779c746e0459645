using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using CsCheck;

namespace Bawaba.Tests.Center.Intake;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_batch_delivered_twice_is_stored_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        GateRecord[] batch = [A.Record(1, rig.Now, A.Count(rig.Now)), A.Record(2, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures())];
        Assert.Equal(new IntakeAck(2, 0), await rig.DeliverAsync(batch));
        Assert.Equal(new IntakeAck(0, 2), await rig.DeliverAsync(batch));
        Assert.Single(await rig.AlertsAsync());
        Assert.Equal(1, await PassagesAsync(rig));
    }

    [Fact]
    public async Task A_record_known_before_a_restart_is_known_after_it()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var batch = A.Record(7, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures());
        await rig.DeliverAsync(batch);
        await rig.RestartAsync();
        Assert.Equal(new IntakeAck(0, 1), await rig.DeliverAsync(batch));
        Assert.Single(await rig.AlertsAsync());
    }

    [Fact]
    public async Task A_new_outbox_is_another_epoch_and_its_records_are_new()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)));
        Assert.Equal(new IntakeAck(1, 0), await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now), epoch: 2)));
        Assert.Equal(2, await PassagesAsync(rig));
    }

    [Fact]
    public async Task Whatever_the_order_and_repetition_of_delivery_each_record_counts_once_and_marks_stay_few()
    {
        await using var rig = await CenterRig.StartAsync();
        var epoch = 0L;
        await Gen.Int[1, 60].List[1, 120].SampleAsync(async sequences =>
        {
            var mine = Interlocked.Increment(ref epoch);
            var before = await PassagesAsync(rig);
            var all = sequences.Concat(Enumerable.Range(1, 60)).Select(s => (long)s).ToList();
            foreach (var part in all.Chunk(17))
                await rig.DeliverAsync(part.Select(s => A.Record(s, rig.Now, A.Count(rig.Now), epoch: mine)).ToArray());
            Assert.Equal(before + 60, await PassagesAsync(rig));
        }, iter: 25, threads: 1);
        Assert.Equal(0, await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM intake_record", r => r.GetInt64(0)), rig.Cancellation));
    }

    [Fact]
    public async Task A_fault_while_raising_leaves_the_record_undelivered_so_that_the_gate_brings_it_again()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var record = A.Record(1, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures());
        await rig.BreakAuditAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => rig.DeliverAsync(record));
        Assert.Empty(await rig.AlertsAsync());
        await rig.MendAuditAsync();
        Assert.Equal(new IntakeAck(1, 0), await rig.DeliverAsync(record));
        Assert.Single(await rig.AlertsAsync());
    }

    [Fact]
    public async Task One_entry_and_passage_is_one_alert_even_from_two_records()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit, pictures: A.Pictures()), A.Record(2, rig.Now, hit: hit, pictures: A.Pictures()));
        await rig.DeliverAsync(A.Record(3, rig.Now, hit: hit, pictures: A.Pictures(), epoch: 2));
        Assert.Single(await rig.AlertsAsync());
    }

    [Fact]
    public async Task A_better_reading_of_the_passage_annotates_and_an_older_one_does_not()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit, pictures: A.Pictures("first")));
        await rig.DeliverAsync(A.Record(2, rig.Now, hit: hit with { Revision = 2, Confidence = 0.99f }, pictures: A.Pictures("second")));
        await rig.DeliverAsync(A.Record(3, rig.Now, hit: hit with { Revision = 1, Confidence = 0.5f }, pictures: A.Pictures("late")));
        var alert = Assert.Single(await rig.AlertsAsync());
        Assert.Equal((2, AlertState.Raised, 0.99f), (alert.Version, alert.State, alert.Confidence));
        var crop = await rig.Get<CenterStore>().ReadAsync(c => AlertSql.Picture(c, Scope.Joint, alert.Id, AlertPicture.Crop), rig.Cancellation);
        Assert.Equal(A.Pictures("second").CropJpeg, crop);
    }

    [Fact]
    public async Task The_wide_picture_comes_by_itself_and_interrupts_nobody()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit, pictures: new() { CropJpeg = [1, 2] }));
        var before = Assert.Single(await rig.AlertsAsync());
        await rig.DeliverAsync(Wide(2, rig, hit, 0, 7));
        Assert.Equal(before, Assert.Single(await rig.AlertsAsync()));
        Assert.Equal([7], await OverviewAsync(rig, before));
        // A better reading brings its own; that of the first then comes too late.
        await rig.DeliverAsync(A.Record(3, rig.Now, hit: hit with { Revision = 1 }, pictures: new() { CropJpeg = [3] }), Wide(4, rig, hit, 1, 8), Wide(5, rig, hit, 0, 9));
        Assert.Equal([8], await OverviewAsync(rig, before));
    }

    [Fact]
    public async Task One_gate_puts_no_picture_and_no_reading_to_anothers_hit()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(A.Record(1, rig.Now, hit: hit, pictures: A.Pictures("own")));
        var before = Assert.Single(await rig.AlertsAsync());
        var elsewhere = GateId.Parse("south");
        var wide = Wide(1, rig, hit, 5, 9);
        await rig.Get<ICenterLink>().DeliverAsync(new() { Gate = elsewhere, Records = [wide with { Key = wide.Key with { Gate = elsewhere } }] }, rig.Cancellation);
        Assert.Equal(A.Pictures("own").OverviewJpeg, await OverviewAsync(rig, before));
        Assert.Equal(before, Assert.Single(await rig.AlertsAsync()));
    }

    [Fact]
    public async Task A_wide_picture_without_its_alert_is_taken_and_kept_nowhere()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        Assert.Equal(new IntakeAck(1, 0), await rig.DeliverAsync(Wide(1, rig, A.Hit(rig.Now), 0, 7)));
        Assert.Equal(0, await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM alert_picture", r => r.GetInt64(0)), rig.Cancellation));
    }

    [Fact]
    public async Task Another_record_under_a_used_key_is_not_stored_and_the_gate_is_told_but_a_hit_is_raised_at_once()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var first = A.Record(1, rig.Now, A.Count(rig.Now));
        await rig.DeliverAsync(first, A.Record(2, rig.Now, A.Count(rig.Now)), A.Record(3, rig.Now, A.Count(rig.Now)));
        var later = rig.Now.AddMinutes(1);
        var (count, hit) = (A.Record(2, later, A.Count(later)), A.Record(3, later, hit: A.Hit(rig.Now), pictures: A.Pictures()));
        var ack = await rig.DeliverAsync(first, count, hit, A.Record(4, later, A.Count(later)));
        Assert.Equal((1, 1), (ack.Stored, ack.AlreadyKnown));
        Assert.Equal([2, 3], ack.UnderUsedKeys);
        Assert.Single(await rig.AlertsAsync());
        Assert.Equal(4, await PassagesAsync(rig));
        Assert.Contains("GateKeysReused", await rig.ActsAsync());
        // Under the keys of a new epoch, which goes on counting, they are new; the hit has its alert.
        var again = new IntakeBatch { Gate = A.North, After = 1, Records = [count with { Key = new(A.North, 9, 2) }, hit with { Key = new(A.North, 9, 3) }] };
        Assert.Equal(new IntakeAck(2, 0), await rig.Get<ICenterLink>().DeliverAsync(again, rig.Cancellation));
        Assert.Equal(new IntakeAck(0, 2), await rig.Get<ICenterLink>().DeliverAsync(again, rig.Cancellation));
        Assert.Single(await rig.AlertsAsync());
        Assert.Equal(5, await PassagesAsync(rig));
        Assert.Equal(0, await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM intake_record", r => r.GetInt64(0)), rig.Cancellation));
    }

    [Fact]
    public async Task A_key_from_before_all_that_is_kept_is_another_records_and_what_is_kept_stays_bounded()
    {
        await using var rig = await CenterRig.StartAsync();
        // One record a block, as hits are in a long backlog.
        GateRecord[] batch = [];
        for (var first = 0; first < 800; first += 400)
        {
            batch = [.. Enumerable.Range(first, 400).Select(i => A.Record((i * 256L) + 1, rig.Now, A.Count(rig.Now)))];
            await rig.DeliverAsync(batch);
        }
        var rows = await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM intake_hash", r => r.GetInt64(0)), rig.Cancellation);
        Assert.InRange(rows, 600, 664);
        // However far apart its records lie: a batch whose answer was lost is known whole.
        Assert.Equal(new IntakeAck(0, 400), await rig.DeliverAsync(batch));
        Assert.Equal([1], (await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)))).UnderUsedKeys);
    }

    [Fact]
    public async Task A_picture_that_was_given_up_uses_its_key_and_is_written_down()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var given = A.Record(2, rig.Now) with { IsGivenUp = true };
        Assert.Equal(new IntakeAck(2, 0), await rig.DeliverAsync(A.Record(1, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures()), given));
        Assert.Equal(new IntakeAck(0, 1), await rig.DeliverAsync(given));
        Assert.Equal(1, (await rig.ActsAsync()).Count(a => a == "GatePicturesGivenUp"));
        // One that had arrived, its answer lost, and was given up since.
        var hit = A.Hit(rig.Now);
        await rig.DeliverAsync(Wide(3, rig, hit, 0, 7));
        Assert.Equal(new IntakeAck(0, 1), await rig.DeliverAsync(A.Record(3, rig.Now) with { IsGivenUp = true }));
        Assert.Equal(0, await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM intake_record", r => r.GetInt64(0)), rig.Cancellation));
    }

    private static GateRecord Wide(long sequence, CenterRig rig, Hit hit, int revision, byte mark) =>
        A.Record(sequence, rig.Now) with { Overview = new() { Passage = hit.Passage, Entry = hit.Entry, Revision = revision, Jpeg = [mark] } };

    private static Task<byte[]?> OverviewAsync(CenterRig rig, Alert alert) =>
        rig.Get<CenterStore>().ReadAsync(c => AlertSql.Picture(c, Scope.Joint, alert.Id, AlertPicture.Overview), rig.Cancellation);

    [Fact]
    public async Task A_hit_on_an_entry_nobody_has_any_more_is_recorded_closed_without_plate_and_pictures()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await File.WriteAllTextAsync(rig.WatchlistPath, A.Watchlist(), rig.Cancellation);
        await rig.PollSourcesAsync();
        var alert = await rig.RaiseAsync(A.Hit(rig.Now));
        Assert.Equal((AlertState.Rejected, RejectReason.StaleEntry, false), (alert.State, alert.RejectReason!.Value, alert.HasPictures));
        Assert.Null(alert.Plate);
        Assert.Contains("HitRefused", await rig.ActsAsync());
    }

    [Theory]
    [InlineData("entry-1", "5-123456", "order-9")]
    [InlineData("entry-1", "5-654321", "order-1")]
    [InlineData("entry-9", "5-123456", "order-1")]
    public async Task A_gate_that_lies_about_entry_plate_or_mandate_makes_no_alert_for_people(string entry, string plate, string mandate)
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var alert = await rig.RaiseAsync(A.Hit(rig.Now, entry, plate, mandate));
        Assert.False(alert.IsUndecided);
        Assert.False(await rig.HoldsAsync("5-654321"));
    }

    [Fact]
    public async Task A_hit_matched_under_law_that_ended_before_it_arrived_is_an_alert()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var hit = A.Hit(rig.Now);
        rig.Time.Advance(TimeSpan.FromDays(40));
        var alert = await rig.RaiseAsync(hit);
        Assert.True(alert.IsUndecided);
        Assert.True(alert.Late);
    }

    [Fact]
    public async Task A_batch_of_a_gate_nobody_registered_or_with_a_malformed_record_is_refused_whole()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var link = rig.Get<ICenterLink>();
        await Assert.ThrowsAsync<ArgumentException>(() => link.DeliverAsync(new() { Gate = GateId.Parse("nowhere"), Records = [] }, rig.Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)), A.Record(2, rig.Now)));
        Assert.Equal(0, await PassagesAsync(rig));
    }

    private static Task<long> PassagesAsync(CenterRig rig) => rig.Get<CenterStore>().ReadAsync(
        c => c.First("SELECT coalesce(sum(passages), 0) FROM passage_count", r => r.GetInt64(0)), rig.Cancellation);
}
