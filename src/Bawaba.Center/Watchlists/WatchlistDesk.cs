using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;

namespace Bawaba.Center.Watchlists;

/// <summary>Reading the watch-list. Needs <see cref="Permission.SeeWatchlist"/>; each reading is audited before it is returned.</summary>
public sealed class WatchlistDesk
{
    private readonly WatchlistBook _book;
    private readonly SourceBoard _sources;
    private readonly SessionGuard _guard;
    private readonly AuditLog _audit;

    internal WatchlistDesk(WatchlistBook book, SourceBoard sources, SessionGuard guard, AuditLog audit)
    {
        _book = book;
        _sources = sources;
        _guard = guard;
        _audit = audit;
    }

    public async Task<Reading<WatchlistView>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.SeeWatchlist, cancellation))
            return new Reading<WatchlistView>.NotAllowed();
        var view = new WatchlistView(_book.Entries, _book.HeldSince, _sources.Find(LoadReport.Watchlist));
        return await _audit.TryWriteAsync(
            new(AuditAct.WatchlistSeen, actor.ForAudit(), "watchlist", $"entries={view.Entries.Count}"), cancellation)
            ? new Reading<WatchlistView>.Granted(view)
            : new Reading<WatchlistView>.AuditUnavailable();
    }
}
