using Bawaba.Center.Operators;

namespace Bawaba.Center.Watchlists;

/// <summary>Reading the watch-list. Needs <see cref="Permission.SeeWatchlist"/>; each reading is audited before it is returned.</summary>
public sealed class WatchlistDesk
{
    public Task<Reading<WatchlistView>> ListAsync(Actor actor, CancellationToken cancellation) => throw new NotImplementedException();
}
