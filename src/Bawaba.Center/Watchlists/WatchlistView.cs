using Bawaba.Center.Sources;

namespace Bawaba.Center.Watchlists;

/// <summary>The entries, drafts and removed ones too. Expired ones are in it and say so by their expiry.</summary>
/// <param name="Entries">Newest change last.</param>
/// <param name="HeldSince">Since when nothing is compared because the store came out of a backup; null: it is compared.</param>
/// <param name="Report">How the file was last read, in the demo city and in trials; null elsewhere.</param>
public sealed record WatchlistView(IReadOnlyList<WatchlistEntry> Entries, DateTimeOffset? HeldSince, LoadReport? Report)
{
    /// <summary>Hashes of the documents that are stored.</summary>
    public IReadOnlySet<string> Documents { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
