using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

/// <summary>Reading the watch-list. Each reading is audited before it is returned.</summary>
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

    /// <summary>The whole list. Needs <see cref="Permission.SeeWatchlist"/>.</summary>
    public Task<Reading<WatchlistView>> ListAsync(Actor actor, CancellationToken cancellation) =>
        ReadAsync(actor, Permission.SeeWatchlist, LoadReport.Watchlist, _ => true, cancellation);

    /// <summary>Urgent entries alone. Needs <see cref="Permission.SeeUrgentEntries"/>.</summary>
    public Task<Reading<WatchlistView>> UrgentAsync(Actor actor, CancellationToken cancellation) =>
        ReadAsync(actor, Permission.SeeUrgentEntries, "urgent", e => ListCategory.Find(e.Category) is { Urgent: true }, cancellation);

    private async Task<Reading<WatchlistView>> ReadAsync(
        Actor actor, Permission needed, string subject, Func<WatchlistEntry, bool> shown, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, needed, cancellation) is not { } scope)
            return new Reading<WatchlistView>.NotAllowed();
        var view = new WatchlistView([.. _book.Within(scope).Where(shown)], _book.HeldSince, scope.IsWhole ? _sources.Find(LoadReport.Watchlist) : null)
        {
            Documents = _book.DocumentsWithin(scope),
        };
        return await _audit.TryWriteAsync(new(AuditAct.WatchlistSeen, actor.ForAudit(), subject, $"entries={view.Entries.Count}"), cancellation)
            ? new Reading<WatchlistView>.Granted(view)
            : new Reading<WatchlistView>.AuditUnavailable();
    }
}
