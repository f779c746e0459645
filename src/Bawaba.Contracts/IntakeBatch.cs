namespace Bawaba.Contracts;

/// <summary>Records of one gate, the urgent first, each kind in the order of its sequence; stored and acknowledged as a whole.</summary>
public sealed record IntakeBatch
{
    public const int MaxRecords = 500;

    public required GateId Gate { get; init; }

    public required IReadOnlyList<GateRecord> Records { get; init; }

    /// <summary>Sequences of the epoch begin after this one; 0 for the first epoch of an outbox.</summary>
    public long After { get; init; }
}
