using Bawaba.Contracts;

namespace Bawaba.Gate;

/// <summary>How a gate is, for its own page: what the center is told, and how the road to the center is.</summary>
internal sealed record GateStanding
{
    public required GateReport Report { get; init; }

    /// <summary>When the center last answered (UTC); null: never since the start.</summary>
    public required DateTimeOffset? HeardAt { get; init; }

    /// <summary>When the oldest record that waits was appended; null when none waits.</summary>
    public required DateTimeOffset? OldestAt { get; init; }

    /// <summary>When the center last confirmed the list.</summary>
    public required DateTimeOffset? ListIssuedAt { get; init; }

    public required IReadOnlyList<ActivationSlice> Mandates { get; init; }

    /// <summary>Room on the disk the outbox is on.</summary>
    public required long DiskFreeBytes { get; init; }
}
