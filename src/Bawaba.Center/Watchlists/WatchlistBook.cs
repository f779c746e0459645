// The entries in force, from memory. Asked by the slices for gates, by intake and by the second look.
using System.Collections.Frozen;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal sealed class WatchlistBook(SourceBook<IReadOnlyList<WatchlistEntry>> book)
{
    private volatile Index _index = new(-1, FrozenDictionary<EntryId, WatchlistEntry>.Empty);

    internal IReadOnlyList<WatchlistEntry> Entries => book.Content;

    internal LoadReport Report => book.Report;

    internal long Version => book.Version;

    internal WatchlistEntry? Find(EntryId id)
    {
        var version = book.Version;
        var index = _index;
        if (index.Version != version)
            _index = index = new(version, book.Content.ToFrozenDictionary(e => e.Id));
        return index.ById.GetValueOrDefault(id);
    }

    internal Task LoadAsync(CancellationToken cancellation) => book.LoadAsync(cancellation);

    private sealed record Index(long Version, FrozenDictionary<EntryId, WatchlistEntry> ById);
}
