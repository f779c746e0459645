// watchlist.json of the demo city and of trials, as it was last read. Taken into force by FiledLaw.
using Bawaba.Center.Sources;

namespace Bawaba.Center.Watchlists;

internal sealed class WatchlistFile(SourceBook<IReadOnlyList<WatchlistEntry>> book)
{
    internal IReadOnlyList<WatchlistEntry> Entries => book.Content;

    internal LoadReport Report => book.Report;

    internal Task LoadAsync(CancellationToken cancellation) => book.LoadAsync(cancellation);
}
