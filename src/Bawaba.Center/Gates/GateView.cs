namespace Bawaba.Center.Gates;

/// <summary>A gate with how it is now.</summary>
public sealed record GateView(Gate Gate, GateState State);
