namespace Bawaba.Contracts;

/// <summary>A gate's heartbeat: a hint for screens, stored nowhere.</summary>
public sealed record GateReport
{
    /// <summary>Entries one report names as taken off before.</summary>
    public const int MaxRevived = 100;

    public required GateId Gate { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required IReadOnlyList<CameraReport> Cameras { get; init; }

    /// <summary>The version of the orders in force at the gate.</summary>
    public required long OrdersVersion { get; init; }

    /// <summary>True when an activation order lets the gate compare at this instant.</summary>
    public required bool Comparing { get; init; }

    /// <summary>True when the gate's list is older than 24 h (or dated by a wrong clock) and is therefore not compared with.</summary>
    public bool ListIsStale { get; init; }

    /// <summary>Coded words for what of its orders the gate did not believe, each once; empty when all was in order.</summary>
    public IReadOnlyList<string> OrdersRefused { get => field ?? []; init; }

    /// <summary>Retention and recording orders that let the gate keep something at this instant.</summary>
    public IReadOnlyList<MandateId> KeepingNow { get => field ?? []; init; }

    /// <summary>Entries the center sent although the gate had heard that they were taken off: a center out of a backup learns of it.</summary>
    public IReadOnlyList<EntryId> Revived { get => field ?? []; init; }

    /// <summary>When the center last confirmed the gate's list (UTC); null before it ever did.</summary>
    public DateTimeOffset? ListIssuedAt { get; init; }

    /// <summary>Records appended and not yet acknowledged.</summary>
    public required long OutboxPending { get; init; }

    /// <summary>When the center last said that keys of this outbox were used before it (UTC): its disk was copied or restored.</summary>
    public DateTimeOffset? KeysUsedBeforeAt { get; init; }

    /// <summary>Wide pictures of hits that were given up for want of room, since the outbox was made.</summary>
    public long PicturesGivenUp { get; init; }

    /// <summary>Set while the outbox cannot append (disk full, …): the technical detail.</summary>
    public string? OutboxFault { get; init; }
}
