namespace Bawaba.Simulator.City;

/// <summary>The content of mandates.json.</summary>
internal sealed record OrderFile(IReadOnlyList<OrderRow> Orders);
