namespace Bawaba.Contracts;

/// <summary>The center has the batch on disk, but for <see cref="UnderUsedKeys"/>; the gate may forget the rest.</summary>
/// <param name="Stored">Records that were new.</param>
/// <param name="AlreadyKnown">Records that an earlier delivery had brought.</param>
public sealed record IntakeAck(int Stored, int AlreadyKnown)
{
    /// <summary>
    /// Sequences under which another record had come before, null for none: not stored. The gate's outbox was copied or restored; it keeps
    /// them, begins a new epoch and offers them again.
    /// </summary>
    public IReadOnlyList<long>? UnderUsedKeys { get; init; }
}
