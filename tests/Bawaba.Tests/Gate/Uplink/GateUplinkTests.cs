using Bawaba.Contracts;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Uplink;

public sealed class GateUplinkTests
{
    private static readonly GateId Gate = GateId.Parse("south-gate");

    [Fact]
    public async Task Every_appended_record_reaches_the_center_exactly_once_over_a_road_that_fails_at_random() =>
        await (from seed in Gen.Int[1, 1_000_000]
               from fails in Gen.Double[0, 0.6]
               from sizes in Gen.Int[1, 40].Array[1, 12]
               select (seed, fails, sizes)).SampleAsync(c => DeliverAllAsync(c.seed, c.fails, c.sizes), iter: 12);

    [Fact]
    public async Task Records_are_kept_while_the_center_is_away_and_go_when_it_is_back()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new FlakyLink(1, 0) { IsOpen = false };
        await using var outbox = Open(folder, time);
        using var stop = new CancellationTokenSource();
        var delivering = new GateUplink(Gate, outbox, new GateMatcher(time).Accept, link, time, NullLogger.Instance).DeliverAsync(stop.Token);
        await outbox.AppendAsync([A.CountItem(), A.HitItem()], Cancel);
        await Eventually.IsTrueAsync(() => link.Calls >= 3, () => time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(3, outbox.Pending);
        link.IsOpen = true;
        await Eventually.IsTrueAsync(() => outbox.Pending == 0, () => time.Advance(TimeSpan.FromSeconds(5)));
        Assert.Equal([1, 2, 3], link.Stored.Select(r => r.Key.Sequence).Order());
        await stop.CancelAsync();
        await delivering;
    }

    [Fact]
    public async Task A_broken_road_is_tried_ever_more_seldom_and_at_least_every_half_minute()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new FlakyLink(1, 0) { IsOpen = false };
        await using var outbox = Open(folder, time);
        await outbox.AppendAsync([A.CountItem()], Cancel);
        using var stop = new CancellationTokenSource();
        var delivering = new GateUplink(Gate, outbox, new GateMatcher(time).Accept, link, time, NullLogger.Instance).DeliverAsync(stop.Token);
        await Eventually.IsTrueAsync(() => link.Calls >= 12, () => time.Advance(TimeSpan.FromSeconds(1)));
        // 0.25 to 32 s in steps of two, each halved at most by chance: the first seven tries alone take half a minute.
        Assert.True(time.GetUtcNow() - A.Morning > TimeSpan.FromSeconds(60), $"12 tries in {time.GetUtcNow() - A.Morning}");
        var before = link.Calls;
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Eventually.IsTrueAsync(() => link.Calls > before + i);
        }
        await stop.CancelAsync();
        await delivering;
    }

    [Fact]
    public async Task Orders_are_followed_and_the_last_good_ones_stay_when_the_road_breaks()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new FlakyLink(1, 0) { Orders = A.Orders() };
        await using var outbox = Open(folder, time);
        var matcher = new GateMatcher(time);
        using var stop = new CancellationTokenSource();
        var following = new GateUplink(Gate, outbox, matcher.Accept, link, time, NullLogger.Instance).FollowOrdersAsync(stop.Token);
        await Eventually.IsTrueAsync(() => matcher.Comparing);
        link.Orders = null;
        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5, Cancel);
        }
        Assert.True(matcher.Comparing);
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task A_hit_that_has_just_been_overtakes_a_backlog_that_is_under_way()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new HeldLink();
        await using var outbox = Open(folder, time);
        // Yesterday's: a road that hangs holds the first batch of it.
        await outbox.AppendAsync([A.HitItem(), .. Enumerable.Range(0, 20).Select(_ => A.CountItem())], Cancel);
        time.Advance(TimeSpan.FromHours(20));
        using var stop = new CancellationTokenSource();
        var delivering = new GateUplink(Gate, outbox, new GateMatcher(time).Accept, link, time, NullLogger.Instance).DeliverAsync(stop.Token);
        await link.FirstIsHeld.WaitAsync(Cancel);
        await outbox.AppendAsync([A.HitItem("5-77777") with { RecordedAt = time.GetUtcNow() }], Cancel);
        await Eventually.IsTrueAsync(() => link.Arrived.Any(r => r.Hit?.Plate.Visual == "5-77777"));
        Assert.Null(link.Arrived[0].Overview);
        link.LetGo();
        await Eventually.IsTrueAsync(() => outbox.Pending == 0, () => time.Advance(TimeSpan.FromSeconds(1)));
        await stop.CancelAsync();
        await delivering;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public async Task What_a_copied_outbox_appends_under_used_keys_goes_under_a_new_epoch_and_each_once(double fails)
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new FlakyLink(7, fails);
        await DeliverAsync(folder.File("outbox.db"), time, link, 3);
        File.Copy(folder.File("outbox.db"), folder.File("copy.db"));
        await DeliverAsync(folder.File("outbox.db"), time, link, 5);
        // The copy goes on counting where the first one was when it was copied.
        await DeliverAsync(folder.File("copy.db"), time, link, 9);
        Assert.Equal(17, link.Stored.Select(r => r.RecordedAt).Distinct().Count());
        Assert.Equal(17, link.Stored.Count);
        Assert.Equal(2, link.Stored.Select(r => r.Key.Epoch).Distinct().Count());
        // The clock of a machine that lost its time brings no epoch that has been.
        Assert.True(link.Stored[^1].Key.Epoch > link.Stored[0].Key.Epoch);
        await DeliverAsync(folder.File("copy.db"), time, link, 2);
        Assert.Equal(19, link.Stored.Select(r => r.RecordedAt).Distinct().Count());
    }

    private static async Task DeliverAsync(string path, FakeTimeProvider time, FlakyLink link, int counts)
    {
        await using var outbox = GateOutbox.Open(path, Gate, time, NullLogger.Instance);
        var uplink = new GateUplink(Gate, outbox, new GateMatcher(time).Accept, link, time, NullLogger.Instance);
        for (var i = 0; i < counts; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await outbox.AppendAsync([A.CountItem() with { RecordedAt = time.GetUtcNow() }], Cancel);
        }
        using var stop = new CancellationTokenSource();
        var delivering = uplink.DeliverAsync(stop.Token);
        await Eventually.IsTrueAsync(() => outbox.Pending == 0, () => time.Advance(TimeSpan.FromSeconds(5)));
        await stop.CancelAsync();
        await delivering;
    }

    private static void AssertAfterItsHit(List<GateRecord> stored, GateRecord wide)
    {
        var hit = stored.FindIndex(r => r.Hit?.Passage == wide.Overview!.Passage);
        Assert.InRange(hit, 0, stored.IndexOf(wide) - 1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static GateOutbox Open(TempFolder folder, TimeProvider time) => GateOutbox.Open(folder.File("outbox.db"), Gate, time, NullLogger.Instance);

    private static async Task DeliverAllAsync(int seed, double fails, int[] sizes)
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        var link = new FlakyLink(seed, fails);
        var (appended, hits) = (0, 0);
        var random = new Random(seed);
        // The gate's computer is switched off and on between the parts.
        foreach (var size in sizes)
        {
            await using var outbox = Open(folder, time);
            using var stop = new CancellationTokenSource();
            var delivering = new GateUplink(Gate, outbox, new GateMatcher(time).Accept, link, time, NullLogger.Instance).DeliverAsync(stop.Token);
            for (var i = 0; i < size; i++)
                await outbox.AppendAsync([random.Next(4) == 0 && ++hits > 0 ? A.HitItem() : A.CountItem()], Cancel);
            appended += size;
            await stop.CancelAsync();
            await delivering;
        }
        await using var last = Open(folder, time);
        using var end = new CancellationTokenSource();
        var draining = new GateUplink(Gate, last, new GateMatcher(time).Accept, link, time, NullLogger.Instance).DeliverAsync(end.Token);
        await Eventually.IsTrueAsync(() => last.Pending == 0, () => time.Advance(TimeSpan.FromSeconds(10)));
        await end.CancelAsync();
        await draining;
        // A hit's wide picture is a record of its own.
        appended += hits;
        Assert.Equal(appended, link.Stored.Count);
        Assert.Equal(hits, link.Stored.Count(r => r.Overview is not null));
        Assert.All(link.Stored.Where(r => r.Overview is not null), wide => AssertAfterItsHit(link.Stored, wide));
        Assert.Equal(Enumerable.Range(1, appended).Select(i => (long)i), link.Stored.Select(r => r.Key.Sequence).Order());
        Assert.All(link.BatchSizes, size => Assert.InRange(size, 1, IntakeBatch.MaxRecords));
    }
}
