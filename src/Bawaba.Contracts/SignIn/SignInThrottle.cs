// Slows down guessing: failures are counted per name and per network address, and too many lock either for a while.
// Used by SignInDesk. Promises: an attempt counts as failed before its password is looked at, so that many at once
// gain nothing; memory is bounded. In memory only: a restart forgives, and a restart is nothing a guesser can cause.
namespace Bawaba.Contracts.SignIn;

internal sealed class SignInThrottle(TimeProvider time)
{
    internal const int FailuresPerName = 5;
    internal const int FailuresPerAddress = 30;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);
    private const int MaxKept = 20_000;
    private readonly Dictionary<(string Kind, string Key), Count> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>Counts an attempt; when name or address is locked, how long still.</summary>
    internal TimeSpan? Begin(string name, string address)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var byName = Of("name", name, now);
            var byAddress = Of("address", address, now);
            var until = byName.LockedUntil > byAddress.LockedUntil ? byName.LockedUntil : byAddress.LockedUntil;
            if (until > now)
                return until - now;
            Fail(byName, FailuresPerName, now);
            Fail(byAddress, FailuresPerAddress, now);
            return null;
        }
    }

    /// <summary>The attempt was good: the name starts anew, the address gets its one back.</summary>
    internal void Succeeded(string name, string address)
    {
        lock (_lock)
        {
            _counts.Remove(("name", name));
            if (_counts.TryGetValue(("address", address), out var count))
            {
                count.Failures--;
                if (count.Failures < FailuresPerAddress)
                    count.LockedUntil = default;
            }
        }
    }

    private Count Of(string kind, string key, DateTimeOffset now)
    {
        if (_counts.TryGetValue((kind, key), out var count) && count.LastAt + Window > now)
            return count;
        return _counts[(kind, key)] = new() { LastAt = now };
    }

    private static void Fail(Count count, int limit, DateTimeOffset now)
    {
        count.LastAt = now;
        count.Failures++;
        if (count.Failures < limit)
            return;
        var factor = Math.Pow(2, Math.Min(count.Failures - limit, 10));
        count.LockedUntil = now + TimeSpan.FromTicks(Math.Min((long)(FirstLock.Ticks * factor), LongestLock.Ticks));
    }

    private void Forget(DateTimeOffset now)
    {
        if (_counts.Count < MaxKept)
            return;
        foreach (var old in _counts.Where(c => c.Value.LastAt + Window <= now).Select(c => c.Key).ToList())
            _counts.Remove(old);
        // Still full: a flood of made-up names. Those farthest from a lock go first.
        foreach (var weak in _counts.OrderBy(c => c.Value.Failures).Take(_counts.Count - (MaxKept / 2)).Select(c => c.Key).ToList())
            _counts.Remove(weak);
    }

    private sealed class Count
    {
        internal int Failures { get; set; }

        internal DateTimeOffset LastAt { get; set; }

        internal DateTimeOffset LockedUntil { get; set; }
    }
}
