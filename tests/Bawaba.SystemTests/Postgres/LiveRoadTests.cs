// Two centers over one database: what one changes reaches the screens of the other, over NATS at once, and whatever is
// lost on the road is noticed and leads to a reload.
using System.Diagnostics;
using Bawaba.Center.Live;
using Bawaba.Tests.Center;

namespace Bawaba.SystemTests.Postgres;

public sealed class LiveRoadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Without_a_road_another_centers_change_makes_screens_reload_at_the_next_look_and_ones_own_does_not()
    {
        await using var one = await CenterRig.WithAnEntryAsync();
        await using var other = await CenterRig.WithAnEntryAsync(beside: one);
        await LookAsync(one, other);
        using var mine = one.Get<LiveFeed>().Subscribe();
        using var theirs = other.Get<LiveFeed>().Subscribe();
        await one.RaiseAsync();
        await LookAsync(one, other);
        Assert.True(theirs.Lost);
        Assert.False(mine.Lost);
        Assert.Equal(LiveKind.Alert, (await NextAsync(mine)).Kind);
        using var again = other.Get<LiveFeed>().Subscribe();
        await LookAsync(one, other);
        Assert.False(again.Lost);
    }

    [Fact]
    public async Task Over_NATS_a_change_comes_at_once_with_its_id_and_no_look_reloads_anybody()
    {
        await using var nats = await NatsServer.StartAsync();
        await using var one = await JoinedAsync(nats, null);
        await using var other = await JoinedAsync(nats, one.Rig);
        using var screen = other.Rig.Get<LiveFeed>().Subscribe();
        await UntilHeardAsync(one.Rig, screen);
        var since = Stopwatch.GetTimestamp();
        var alert = await one.Rig.RaiseAsync();
        var change = await NextAsync(screen, c => c.Kind == LiveKind.Alert);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms from delivery to the other center's feed");
        Assert.Equal((alert.Id.ToString(), alert.Version), (change.Subject, change.Version));
        await LookAsync(one.Rig, other.Rig);
        await LookAsync(one.Rig, other.Rig);
        Assert.False(screen.Lost);
    }

    [Fact]
    public async Task A_change_whose_word_never_came_is_found_at_the_second_look_although_the_road_is_open()
    {
        await using var nats = await NatsServer.StartAsync();
        // It commits and tells nobody, as a process that dies in between.
        await using var silent = await CenterRig.WithAnEntryAsync();
        await using var talking = await JoinedAsync(nats, silent);
        await using var other = await JoinedAsync(nats, silent);
        using var screen = other.Rig.Get<LiveFeed>().Subscribe();
        await UntilHeardAsync(talking.Rig, screen);
        await LookAsync(other.Rig);
        Assert.True(other.Rig.Get<NatsRoad>().IsOpen);
        await silent.RaiseAsync();
        await LookAsync(other.Rig);
        Assert.False(screen.Lost);
        await LookAsync(other.Rig);
        Assert.True(screen.Lost);
    }

    [Fact]
    public async Task While_NATS_is_away_screens_reload_at_the_next_look_and_afterwards_changes_come_over_it_again()
    {
        await using var nats = await NatsServer.StartAsync();
        await using var one = await JoinedAsync(nats, null);
        await using var other = await JoinedAsync(nats, one.Rig);
        var screen = other.Rig.Get<LiveFeed>().Subscribe();
        await UntilHeardAsync(one.Rig, screen);
        await LookAsync(one.Rig, other.Rig);
        await nats.StopAsync();
        await UntilAsync(() => !other.Rig.Get<NatsRoad>().IsOpen);
        await one.Rig.RaiseAsync();
        await LookAsync(other.Rig);
        Assert.True(screen.Lost);
        await nats.RunAsync();
        screen.Dispose();
        screen = other.Rig.Get<LiveFeed>().Subscribe();
        await UntilHeardAsync(one.Rig, screen);
        screen.Dispose();
    }

    private static async Task LookAsync(params CenterRig[] rigs)
    {
        foreach (var rig in rigs)
        {
            await rig.Get<LiveWatch>().LookAsync(rig.Cancellation);
            // A round later than any before it: nothing waits for the next.
            rig.Time.Advance(LiveFeed.RoundDuration);
        }
    }

    // Subscribing and connecting take their time: counts are delivered until one comes through.
    private static async Task UntilHeardAsync(CenterRig from, LiveSubscription screen)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var i = 1; ; i++)
        {
            await from.DeliverAsync(A.Record(i, from.Now, A.Count(from.Now), epoch: 99));
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            moment.CancelAfter(TimeSpan.FromMilliseconds(200));
            try
            {
                if (await screen.Reader.WaitToReadAsync(moment.Token))
                    return;
                throw new InvalidOperationException("the screen was told to reload instead");
            }
            catch (OperationCanceledException) when (!limit.IsCancellationRequested)
            {
                // Not yet.
            }
        }
    }

    private static async Task<LiveChange> NextAsync(LiveSubscription screen, Func<LiveChange, bool>? wanted = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var change = await screen.Reader.ReadAsync(limit.Token);
            if (wanted?.Invoke(change) != false)
                return change;
        }
    }

    private static async Task UntilAsync(Func<bool> wished)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!wished())
            await Task.Delay(50, limit.Token);
    }

    private static async Task<Joined> JoinedAsync(NatsServer nats, CenterRig? beside)
    {
        var rig = await CenterRig.WithAnEntryAsync(beside, options => options with { Nats = NatsAddress.Parse(nats.Url) });
        return new(rig);
    }

    /// <summary>A center whose road is open for as long as the test wants; its looks are the test's.</summary>
    private sealed class Joined : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _road;

        internal Joined(CenterRig rig)
        {
            Rig = rig;
            _road = rig.Get<NatsRoad>().RunAsync(
                notice =>
                {
                    rig.Get<LiveWatch>().Hear(notice);
                    rig.Time.Advance(LiveFeed.RoundDuration);
                },
                _stop.Token);
        }

        internal CenterRig Rig { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _road.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
            await Rig.DisposeAsync();
        }
    }
}
