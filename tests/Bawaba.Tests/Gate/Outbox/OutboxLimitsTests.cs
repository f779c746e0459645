using Bawaba.Contracts;
using Bawaba.Gate.Outbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Outbox;

public sealed class OutboxLimitsTests : IDisposable
{
    private const int WideBytes = 40_000;
    private static readonly GateId Gate = GateId.Parse("south-gate");
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(A.Morning);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_its_limit_the_oldest_wide_pictures_go_and_no_hit_and_no_count_does()
    {
        await using var outbox = Open(new(1 << 20));
        for (var i = 0; i < 60; i++)
            await outbox.AppendAsync([Hit(), A.CountItem()], Cancel);
        var records = outbox.Peek(500);
        Assert.Equal((60, 60), (records.Count(r => r.Hit is not null), records.Count(r => r.Count is not null)));
        Assert.All(records.Where(r => r.Hit is not null), r => Assert.NotNull(r.Pictures));
        var given = records.Where(r => r.IsGivenUp).ToList();
        Assert.Equal(outbox.GivenUp, given.Count);
        Assert.InRange(given.Count, 20, 59);
        outbox.Forget([.. records.Where(r => r.Hit is not null)]);
        var wide = outbox.Peek(500).Where(r => r.Overview is not null).ToList();
        Assert.Equal(60, given.Count + wide.Count);
        // Every key is still there for the center, which waits for none in vain.
        Assert.Equal(Enumerable.Range(1, 180).Select(i => (long)i), records.Concat(wide).Select(r => r.Key.Sequence).Order());
        Assert.True(given.Max(r => r.Key.Sequence) < wide.Min(r => r.Key.Sequence));
    }

    [Fact]
    public async Task What_was_given_up_is_remembered_over_a_restart()
    {
        long given;
        await using (var outbox = Open(new(1 << 20)))
        {
            for (var i = 0; i < 40; i++)
                await outbox.AppendAsync([Hit()], Cancel);
            given = outbox.GivenUp;
        }
        await using var again = Open(OutboxLimits.Usual);
        Assert.Equal(given, again.GivenUp);
    }

    [Fact]
    public async Task With_only_hits_left_appending_waits_and_says_why_and_goes_on_when_there_is_room()
    {
        await using var outbox = Open(new(300 << 10));
        Task last;
        do
        {
            last = outbox.AppendAsync([A.HitItem()], Cancel);
        }
        while (await Task.WhenAny(last, Task.Delay(300, Cancel)) == last);
        Assert.Contains("limit of 0 MiB", outbox.Fault, StringComparison.Ordinal);
        outbox.Forget(outbox.Peek(20));
        await Eventually.IsTrueAsync(() => last.IsCompleted, () => _time.Advance(TimeSpan.FromSeconds(1)));
        await last;
        Assert.Null(outbox.Fault);
    }

    [Fact]
    public void The_system_keeps_its_part_of_the_disk()
    {
        var limits = OutboxLimits.Usual with { Disk = _ => (600L << 20, 100L << 30) };
        Assert.Null(limits.FaultOf("", 0, 0, 80 << 20));
        Assert.Contains("kept for the system", limits.FaultOf("", 0, 0, 90 << 20), StringComparison.Ordinal);
        Assert.Null(limits.FaultOf("", 0, 10 << 20, 90 << 20));
        // On a small disk a twentieth.
        Assert.Null((limits with { Disk = _ => (4L << 20, 16L << 20) }).FaultOf("", 0, 0, 3 << 20));
    }

    public void Dispose() => _folder.Dispose();

    private static OutboxItem Hit()
    {
        var hit = A.HitItem();
        return hit with { Pictures = hit.Pictures! with { OverviewJpeg = new byte[WideBytes] } };
    }

    private GateOutbox Open(OutboxLimits limits) => GateOutbox.Open(_folder.File("outbox.db"), Gate, limits, _time, NullLogger.Instance);
}
