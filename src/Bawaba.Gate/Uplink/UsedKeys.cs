// What the center says about keys that were used before this outbox was copied or restored. Used by GateUplink, by both
// lanes. Promises: what came under a used key stays in the outbox; a new epoch begins only when it is known of every record
// of the backlog whether it was stored, for under a new key a stored one would be stored twice.
using Bawaba.Contracts;

namespace Bawaba.Gate.Uplink;

internal sealed class UsedKeys(TimeProvider time)
{
    // Records whose fate is unknown may lie behind those that are refused, out of reach.
    private const int MostRefusals = 10;
    private readonly Lock _lock = new();
    private readonly HashSet<RecordKey> _unanswered = [];
    private int _refusals;
    private long _lastTicks;

    internal DateTimeOffset? LastAt => Interlocked.Read(ref _lastTicks) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;

    /// <summary>Records under used keys wait for a new epoch.</summary>
    internal bool AreRefused
    {
        get
        {
            lock (_lock)
                return _refusals > 0;
        }
    }

    /// <summary>A new epoch can begin, and must.</summary>
    internal bool IsTime
    {
        get
        {
            lock (_lock)
                return _refusals > 0 && (_unanswered.Count == 0 || _refusals >= MostRefusals);
        }
    }

    /// <summary>Sent, and no answer came: stored or not.</summary>
    internal void Unanswered(IReadOnlyList<GateRecord> records)
    {
        lock (_lock)
            _unanswered.UnionWith(records.Select(r => r.Key));
    }

    /// <summary>The records that the gate may forget.</summary>
    internal IReadOnlyList<GateRecord> Answered(IReadOnlyList<GateRecord> records, IntakeAck ack)
    {
        lock (_lock)
        {
            _unanswered.ExceptWith(records.Select(r => r.Key));
            if (ack.UnderUsedKeys is not { Count: > 0 })
                return records;
            _refusals++;
        }
        Interlocked.Exchange(ref _lastTicks, time.GetUtcNow().UtcTicks);
        var used = ack.UnderUsedKeys!.ToHashSet();
        return [.. records.Where(r => !used.Contains(r.Key.Sequence))];
    }

    internal void Begun()
    {
        lock (_lock)
        {
            _refusals = 0;
            _unanswered.Clear();
        }
    }
}
