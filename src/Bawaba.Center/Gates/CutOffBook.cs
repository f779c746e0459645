// Gates that have not been heard for 30 s, and who knows of it. In memory; owned by GateBoard. Promises: each cutting off
// and each return is told exactly once, for the audit log.
using System.Collections.Concurrent;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

internal sealed class CutOffBook
{
    private readonly ConcurrentDictionary<GateId, CutOff> _now = new();
    private readonly ConcurrentQueue<CutOffEvent> _untold = new();

    internal bool IsCutOff(GateId gate) => _now.ContainsKey(gate);

    internal string? SeenBy(GateId gate) => _now.TryGetValue(gate, out var cut) ? cut.SeenBy : null;

    /// <summary>True when it was not cut off before.</summary>
    internal bool Begin(GateId gate, DateTimeOffset? lastHeardAt, DateTimeOffset now)
    {
        if (!_now.TryAdd(gate, new(now, null)))
            return false;
        _untold.Enqueue(new(gate, IsBack: false, lastHeardAt is { } at ? now - at : null));
        return true;
    }

    internal void End(GateId gate, DateTimeOffset now)
    {
        if (_now.TryRemove(gate, out var cut))
            _untold.Enqueue(new(gate, IsBack: true, now - cut.Since));
    }

    /// <summary>False when it is not cut off (any more).</summary>
    internal bool Acknowledge(GateId gate, string by) =>
        _now.TryGetValue(gate, out var cut) && _now.TryUpdate(gate, cut with { SeenBy = cut.SeenBy ?? by }, cut);

    /// <summary>Gates that are cut off and that nobody has said they know of, with when that was found.</summary>
    internal List<(GateId Gate, DateTimeOffset Since)> Unseen() => [.. _now.Where(c => c.Value.SeenBy is null).Select(c => (c.Key, c.Value.Since))];

    internal List<CutOffEvent> TakeUntold()
    {
        var events = new List<CutOffEvent>();
        while (_untold.TryDequeue(out var e))
            events.Add(e);
        return events;
    }

    private sealed record CutOff(DateTimeOffset Since, string? SeenBy);
}

/// <param name="After">How long it had not been heard before, or how long it was cut off; null where it was never heard.</param>
internal sealed record CutOffEvent(GateId Gate, bool IsBack, TimeSpan? After);
