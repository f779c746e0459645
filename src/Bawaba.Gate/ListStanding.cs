using Bawaba.Gate.Vault;

namespace Bawaba.Gate;

/// <summary>How a gate's list and its time are, for the page of who looks after them.</summary>
internal sealed record ListStanding
{
    public required VaultState State { get; init; }

    public required bool HasPassphrase { get; init; }

    public required bool HasMachineKey { get; init; }

    /// <summary>When the center last confirmed the list that is in force (UTC); null where none is.</summary>
    public required DateTimeOffset? ListIssuedAt { get; init; }

    /// <summary>Too old, or the time is not trusted: nothing is compared.</summary>
    public required bool IsStale { get; init; }

    public required bool TimeIsTrusted { get; init; }

    /// <summary>Who said that the clock is right and waits for a second person; null where nobody did.</summary>
    public required string? FirstWordBy { get; init; }

    /// <summary>It is later than this, for certain (UTC).</summary>
    public required DateTimeOffset LaterThan { get; init; }
}
