namespace Bawaba.Simulator.City;

/// <summary>The content of watchlist.json.</summary>
internal sealed record EntryFile(IReadOnlyList<EntryRow> Entries);
