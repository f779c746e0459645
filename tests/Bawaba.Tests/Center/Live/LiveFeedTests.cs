using Bawaba.Center.Live;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Center.Live;

public sealed class LiveFeedTests
{
    private readonly FakeTimeProvider _time = new(CenterRig.Start);

    [Fact]
    public void The_first_change_goes_out_at_once_and_the_next_ones_at_four_a_second_newest_only()
    {
        using var feed = new LiveFeed(_time);
        using var reader = feed.Subscribe();
        feed.Announce(LiveKind.Alert, "a", 1);
        Assert.Equal([1L], Versions(reader));
        for (var version = 2; version <= 9; version++)
            feed.Announce(LiveKind.Alert, "a", version);
        Assert.Empty(Versions(reader));
        _time.Advance(LiveFeed.RoundDuration);
        Assert.Equal([9L], Versions(reader));
    }

    [Fact]
    public void Numbers_follow_each_other_without_a_gap()
    {
        using var feed = new LiveFeed(_time);
        using var reader = feed.Subscribe();
        var before = feed.Seq;
        for (var i = 0; i < 20; i++)
            feed.Announce(LiveKind.Gate, $"gate-{i}");
        _time.Advance(LiveFeed.RoundDuration);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => before + i), Drain(reader).Select(c => c.Seq));
        Assert.Equal(before + 20, feed.Seq);
    }

    [Fact]
    public void Numbers_grow_over_a_restart()
    {
        using var before = new LiveFeed(_time);
        before.Announce(LiveKind.Alert, "a");
        _time.Advance(TimeSpan.FromSeconds(2));
        using var after = new LiveFeed(_time);
        Assert.True(after.Seq > before.Seq);
    }

    [Fact]
    public void A_reader_that_is_too_slow_is_told_that_it_lost_changes_and_others_are_not_held_up()
    {
        using var feed = new LiveFeed(_time);
        using var slow = feed.Subscribe();
        using var quick = feed.Subscribe();
        var seen = 0;
        for (var i = 0; i <= LiveSubscription.Capacity; i++)
        {
            feed.Announce(LiveKind.Alert, $"a{i}");
            _time.Advance(LiveFeed.RoundDuration);
            seen += Drain(quick).Count;
        }
        Assert.True(slow.Lost);
        Assert.False(quick.Lost);
        Assert.Equal(LiveSubscription.Capacity + 1, seen);
    }

    [Fact]
    public async Task A_feed_of_one_kind_hands_out_null_after_a_loss_and_goes_on()
    {
        using var feed = new LiveFeed(_time);
        await using var reading = LiveReading.Of(feed, LiveKind.Alert, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i <= LiveSubscription.Capacity; i++)
        {
            feed.Announce(LiveKind.Alert, $"a{i}");
            _time.Advance(LiveFeed.RoundDuration);
        }
        for (var i = 0; i < LiveSubscription.Capacity; i++)
        {
            Assert.True(await reading.MoveNextAsync());
            Assert.NotNull(reading.Current);
        }
        Assert.True(await reading.MoveNextAsync());
        Assert.Null(reading.Current);
        feed.Announce(LiveKind.Gate, "north");
        _time.Advance(LiveFeed.RoundDuration);
        feed.Announce(LiveKind.Alert, "later");
        _time.Advance(LiveFeed.RoundDuration);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal("later", reading.Current!.Subject);
    }

    private static IEnumerable<long> Versions(LiveSubscription reader) => Drain(reader).Select(c => c.Version);

    private static List<LiveChange> Drain(LiveSubscription reader)
    {
        var changes = new List<LiveChange>();
        while (reader.Reader.TryRead(out var change))
            changes.Add(change);
        return changes;
    }
}
