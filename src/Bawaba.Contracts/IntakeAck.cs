namespace Bawaba.Contracts;

/// <summary>The center has the whole batch on disk; the gate may forget it.</summary>
/// <param name="Stored">Records that were new.</param>
/// <param name="AlreadyKnown">Records that an earlier delivery had brought.</param>
public sealed record IntakeAck(int Stored, int AlreadyKnown);
