// Fans changes out to screens, in process. Desks and workers announce after their commit; feeds and the live endpoint
// subscribe. Promises: announcing never blocks; the first change after a quiet moment goes out at once, later ones at
// 4 Hz with the newest of each subject; every queue is bounded and a reader too slow for its own is told so.
namespace Bawaba.Center.Live;

/// <summary>Fans changes out to screens, in process: coalesced at 4 Hz, the first after a quiet moment at once.</summary>
public sealed class LiveFeed : IDisposable
{
    /// <summary>The shortest time between two rounds of changes.</summary>
    public static readonly TimeSpan RoundDuration = TimeSpan.FromMilliseconds(250);

    // More subjects than this within one round are no longer hints: everybody reloads.
    private const int MaxPending = 4_096;
    private readonly Dictionary<(LiveKind Kind, string Subject), LiveChange> _pending = [];
    private readonly List<LiveSubscription> _subscriptions = [];
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTimeOffset _lastRoundAt = DateTimeOffset.MinValue;
    private bool _timerSet;
    private bool _overflown;
    private long _seq;

    internal LiveFeed(TimeProvider time)
    {
        _time = time;
        // Milliseconds since 1970: a number above every one given out before the restart, and exact in JavaScript.
        _seq = time.GetUtcNow().ToUnixTimeMilliseconds();
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The number of the newest change sent.</summary>
    public long Seq => Interlocked.Read(ref _seq);

    /// <summary>Says that something changed; never blocks. Call it after the commit.</summary>
    public void Announce(LiveKind kind, string subject, long version = 0, string state = "", string gate = "", string directorate = "")
    {
        lock (_lock)
        {
            if (_pending.Count >= MaxPending && !_pending.ContainsKey((kind, subject)))
                _overflown = true;
            else
                _pending[(kind, subject)] = new() { Seq = 0, Kind = kind, Subject = subject, Version = version, State = state, Gate = gate, Directorate = directorate };
            Plan();
        }
    }

    /// <summary>Says that changes were lost on their way here: every reader reloads, with the next round.</summary>
    internal void LoseAll()
    {
        lock (_lock)
        {
            _overflown = true;
            Plan();
        }
    }

    /// <summary>Changes from now on. Dispose it to leave.</summary>
    public LiveSubscription Subscribe()
    {
        var subscription = new LiveSubscription(Leave);
        lock (_lock)
            _subscriptions.Add(subscription);
        return subscription;
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            foreach (var subscription in _subscriptions.ToList())
                subscription.End();
            _subscriptions.Clear();
        }
    }

    // The first after a quiet moment goes at once.
    private void Plan()
    {
        if (_timerSet)
            return;
        var wait = _lastRoundAt == DateTimeOffset.MinValue ? TimeSpan.Zero : _lastRoundAt + RoundDuration - _time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            SendRound();
            return;
        }
        _timerSet = true;
        _timer.Change(wait < RoundDuration ? wait : RoundDuration, Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            _timerSet = false;
            if (_pending.Count > 0 || _overflown)
                SendRound();
        }
    }

    private void SendRound()
    {
        _lastRoundAt = _time.GetUtcNow();
        foreach (var change in _pending.Values)
        {
            var numbered = change with { Seq = Interlocked.Increment(ref _seq) };
            _subscriptions.RemoveAll(s => !s.Offer(numbered));
        }
        _pending.Clear();
        if (!_overflown)
            return;
        _overflown = false;
        foreach (var subscription in _subscriptions)
            subscription.Lose();
        _subscriptions.Clear();
    }

    private void Leave(LiveSubscription subscription)
    {
        lock (_lock)
            _subscriptions.Remove(subscription);
    }
}
