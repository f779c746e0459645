// The administrator's verbs on accounts and sessions. Called by the accounts page. Promises: whoever has no account
// of their own business here is refused, and every change is one transaction with its audit row.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

/// <summary>The administrator's verbs on accounts and their sessions.</summary>
public sealed class AccountDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal AccountDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    public async Task<Reading<IReadOnlyList<Account>>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.ManageAccounts, cancellation))
            return new Reading<IReadOnlyList<Account>>.NotAllowed();
        return await _audit.TryWriteAsync(new(AuditAct.AccountsSeen, actor.ForAudit(), "accounts"), cancellation)
            ? new Reading<IReadOnlyList<Account>>.Granted(await _store.ReadAsync(OperatorSql.Accounts, cancellation))
            : new Reading<IReadOnlyList<Account>>.AuditUnavailable();
    }

    /// <summary>Sessions of an account, newest first; one's own without any permission.</summary>
    public async Task<Reading<IReadOnlyList<Session>>> SessionsAsync(Actor actor, AccountId account, CancellationToken cancellation)
    {
        if (!await MayAsync(actor, account, cancellation))
            return new Reading<IReadOnlyList<Session>>.NotAllowed();
        return new Reading<IReadOnlyList<Session>>.Granted(await _store.ReadAsync(c => OperatorSql.Sessions(c, account), cancellation));
    }

    /// <summary>Ends a session at once; one's own without any permission. Granted with the ended session.</summary>
    public async Task<Reading<Session>> EndSessionAsync(Actor actor, SessionId session, CancellationToken cancellation)
    {
        var found = await _store.ReadAsync(c => OperatorSql.Session(c, session), cancellation);
        // Somebody without permission does not learn which sessions exist.
        if (!await MayAsync(actor, found?.Account, cancellation) || (found is not null && !await IsWithinAsync(actor, found.Account, cancellation)))
            return new Reading<Session>.NotAllowed();
        return await WriteAsync(
            connection =>
            {
                if (OperatorSql.EndSession(connection, session, _time.GetUtcNow()) is not { } ended)
                    return null;
                _audit.Append(connection, new(AuditAct.SessionEnded, actor.ForAudit(), session.ToString(), ended.Account.ToString()));
                return ended;
            },
            cancellation);
    }

    /// <summary>Closes an account and ends its sessions. The auditor's account cannot be closed by an administrator, nor one's own.</summary>
    public async Task<Reading<Account>> CloseAsync(Actor actor, AccountId account, CancellationToken cancellation)
    {
        if (account == actor.Account || !await _guard.AllowsAsync(actor, Permission.ManageAccounts, cancellation))
            return new Reading<Account>.NotAllowed();
        var found = await _store.ReadAsync(c => OperatorSql.Account(c, account), cancellation);
        if (found?.Role == Role.Auditor || (found is not null && !await IsWithinAsync(actor, account, cancellation)))
            return new Reading<Account>.NotAllowed();
        return await WriteAsync(
            connection =>
            {
                var now = _time.GetUtcNow();
                if (OperatorSql.CloseAccount(connection, account, now) is not { } closed)
                    return null;
                OperatorSql.EndSessionsOf(connection, account, now);
                _audit.Append(connection, new(AuditAct.AccountClosed, actor.ForAudit(), account.ToString()));
                return closed;
            },
            cancellation);
    }

    private async Task<bool> MayAsync(Actor actor, AccountId? account, CancellationToken cancellation) =>
        account == actor.Account
            ? await _guard.StandsAsync(actor, cancellation)
            : await _guard.AllowsAsync(actor, Permission.ManageAccounts, cancellation);

    // Administrators see every account; they end and close those of their own part of the room alone.
    private async Task<bool> IsWithinAsync(Actor actor, AccountId id, CancellationToken cancellation)
    {
        if (id == actor.Account || await _store.ReadAsync(c => OperatorSql.Account(c, id), cancellation) is not { } account || actor.Scope.Holds(account.Scope))
            return true;
        await _guard.NoteOutsideAsync(actor, $"account/{id}", cancellation);
        return false;
    }

    private async Task<Reading<T>> WriteAsync<T>(Func<DbConnection, T?> work, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await _store.WriteAsync(work, cancellation) is { } done ? new Reading<T>.Granted(done) : new Reading<T>.NotFound();
        }
        catch (DbException)
        {
            return new Reading<T>.AuditUnavailable();
        }
    }
}
