using Bawaba.Center.Sources;

namespace Bawaba.Center.Watchlists;

/// <summary>The entries of the file with how it was last read. Expired ones are in it and say so by their expiry.</summary>
public sealed record WatchlistView(IReadOnlyList<WatchlistEntry> Entries, LoadReport Report);
