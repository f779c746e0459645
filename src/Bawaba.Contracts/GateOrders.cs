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
}
