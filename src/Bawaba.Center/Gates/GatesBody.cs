namespace Bawaba.Center.Gates;

/// <summary>Gates on the wire, in the city file's order.</summary>
internal sealed record GatesBody(IReadOnlyList<GateBody> Gates);
