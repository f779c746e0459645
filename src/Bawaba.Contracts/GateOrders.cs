using Bawaba.Contracts.Officers;

namespace Bawaba.Contracts;

/// <summary>What the center tells a gate: the mandates in force there and the list slice they allow.</summary>
public sealed record GateOrders
{
    public const int MaxEntries = 10_000;

    /// <summary>Grows with every change of what this gate may do.</summary>
    public required long Version { get; init; }

    /// <summary>When the center last confirmed this content (UTC); a slice older than 24 h is not matched.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    public required IReadOnlyList<ActivationSlice> Activations { get; init; }

    public required IReadOnlyList<ListEntry> Entries { get; init; }

    /// <summary>Who may sign in at the gate's own page. Not part of the version.</summary>
    // The generated JSON reader sets what is left out to its type's default, past any initialiser.
    public IReadOnlyList<GateOfficer> Officers { get => field ?? []; init; }

    /// <summary>What became of the gate's hits of the last hour, newest first. Not part of the version.</summary>
    public IReadOnlyList<HitDecision> Decisions { get => field ?? []; init; }
}
