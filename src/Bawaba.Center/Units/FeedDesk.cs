// Tokens of what brings positions of units: made by a supervisor for their own part of the room, shown once, revoked at once. Called by
// the units' pages. Promises: the token is in no file, log or address; a token speaks for no more of the room than who made it.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Units;

/// <summary>Feeds of positions and their tokens. Needs <see cref="Permission.ManageUnits"/>.</summary>
public sealed class FeedDesk
{
    private const int MaxLabel = 60;
    private const int MaxFeeds = 50;
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal FeedDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    /// <summary>The newest first, revoked ones too; without their tokens.</summary>
    public async Task<Reading<IReadOnlyList<UnitFeed>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.ManageUnits, cancellation) is { } scope
            ? new Reading<IReadOnlyList<UnitFeed>>.Granted(await _store.ReadAsync(c => FeedSql.List(c, scope), cancellation))
            : new Reading<IReadOnlyList<UnitFeed>>.NotAllowed();

    /// <summary>A new token for the actor's part of the room.</summary>
    public Task<FeedResult> MakeAsync(Actor actor, string? label, CancellationToken cancellation) => WriteAsync(
        actor,
        (connection, scope) =>
        {
            if (label?.Trim() is not { Length: > 0 and <= MaxLabel } line || line.Any(char.IsControl) || FeedSql.List(connection, scope).Count(f => f.RevokedAt is null) >= MaxFeeds)
                return new FeedResult.Unfit();
            var feed = new UnitFeed { Id = UnitFeedId.Mint(_time), Label = line, Directorate = scope.Directorate, MadeAt = _time.GetUtcNow() };
            var token = SecretToken.Mint();
            _audit.Append(connection, new(AuditAct.UnitFeedMade, actor.ForAudit(), $"unit-feed/{feed.Id}", $"directorate={scope.Directorate?.Value}"));
            FeedSql.Insert(connection, feed, SecretToken.Hash(token), actor.Account);
            return new FeedResult.Made(feed, token);
        },
        cancellation);

    /// <summary>Its next batch is refused.</summary>
    public Task<FeedResult> RevokeAsync(Actor actor, UnitFeedId id, CancellationToken cancellation) => WriteAsync(
        actor,
        (connection, scope) =>
        {
            if (_guard.Find(connection, actor, scope, $"unit-feed/{id}", within => FeedSql.Find(connection, within, id)) is not { } feed
                || FeedSql.Revoke(connection, id, _time.GetUtcNow()) == 0)
                return new FeedResult.NotFound();
            _audit.Append(connection, new(AuditAct.UnitFeedRevoked, actor.ForAudit(), $"unit-feed/{id}"));
            return new FeedResult.Revoked(feed with { RevokedAt = _time.GetUtcNow() });
        },
        cancellation);

    private async Task<FeedResult> WriteAsync(Actor actor, Func<DbConnection, Scope, FeedResult> work, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ManageUnits, cancellation) is not { } scope)
            return new FeedResult.NotAllowed();
        try
        {
            return await _store.WriteAsync(c => work(c, scope), cancellation);
        }
        catch (DbException)
        {
            return new FeedResult.AuditUnavailable();
        }
    }
}
