using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

/// <summary>How a gate is now, from its last report; in memory only.</summary>
public sealed record GateState
{
    public required GateId Gate { get; init; }

    /// <summary>When it was last heard (center's clock); null when not since the center started.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>True when not heard for more than 5 s: everything below is then old.</summary>
    public required bool Unheard { get; init; }

    /// <summary>Not heard for more than 30 s: a technical alarm of the room.</summary>
    public bool CutOff { get; init; }

    /// <summary>Who has said that they know of it; null while nobody has. Forgotten when the gate is heard again.</summary>
    public string? CutOffSeenBy { get; init; }

    /// <summary>An activation order lets the gate compare.</summary>
    public bool Comparing { get; init; }

    /// <summary>The version of the orders in force at the gate.</summary>
    public long OrdersVersion { get; init; }

    /// <summary>When the gate's list was last confirmed; null: it has none, or is not heard.</summary>
    public DateTimeOffset? ListIssuedAt { get; init; }

    /// <summary>The list is older than 24 h, or dated by a wrong clock: it is not compared with.</summary>
    public bool ListIsStale { get; init; }

    /// <summary>Coded words for what of its orders the gate did not believe; empty when all was in order.</summary>
    public IReadOnlyList<string> OrdersRefused { get; init; } = [];

    /// <summary>Records the gate has not delivered yet.</summary>
    public long OutboxPending { get; init; }

    /// <summary>When the gate learnt that keys of its outbox were used before it: its disk was copied or restored. Null: never since its start.</summary>
    public DateTimeOffset? KeysUsedBeforeAt { get; init; }

    /// <summary>Wide pictures of hits that the gate gave up for want of room.</summary>
    public long PicturesGivenUp { get; init; }

    /// <summary>Set while the gate cannot append (disk full, …).</summary>
    public string? OutboxFault { get; init; }

    /// <summary>One for each registered camera, in the registry's order.</summary>
    public required IReadOnlyList<CameraState> Cameras { get; init; }
}
