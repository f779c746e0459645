namespace Bawaba.Contracts;

/// <summary>What makes delivery exactly once: the gate, the life of its outbox, and the place in it.</summary>
/// <param name="Gate">The gate that appended the record.</param>
/// <param name="Epoch">Microseconds since 1970 when that outbox began; a new outbox is a new epoch, and so is one whose keys turn out to be used.</param>
/// <param name="Sequence">1, 2, 3 … in the order of appending; a new epoch of an outbox goes on counting.</param>
public readonly record struct RecordKey(GateId Gate, long Epoch, long Sequence);
