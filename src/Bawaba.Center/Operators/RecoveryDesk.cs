// A new way in for who lost password or second factor. Called by the accounts page. Promises: it takes two administrators, neither
// for themselves; an auditor's account is not theirs to give; whoever came in this way approves nothing for a day (SheetDesk).
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

/// <summary>A new way in for who lost theirs.</summary>
public sealed class RecoveryDesk
{
    /// <summary>How long the first administrator's word stands.</summary>
    public static readonly TimeSpan AskStands = TimeSpan.FromHours(24);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly InvitationDesk _invitations;
    private readonly TimeProvider _time;

    internal RecoveryDesk(CenterStore store, AuditLog audit, SessionGuard guard, InvitationDesk invitations, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _invitations = invitations;
        _time = time;
    }

    /// <summary>Asks for it; when another administrator has asked already, gives the link. Needs <see cref="Permission.ManageAccounts"/>.</summary>
    public async Task<RecoveryResult> RecoverAsync(Actor actor, AccountId account, CancellationToken cancellation)
    {
        if (!await _guard.AllowsAsync(actor, Permission.ManageAccounts, cancellation))
            return new RecoveryResult.NotAllowed();
        try
        {
            return await _store.WriteAsync(connection => Recover(connection, actor, account), cancellation);
        }
        catch (DbException)
        {
            return new RecoveryResult.AuditUnavailable();
        }
    }

    private RecoveryResult Recover(DbConnection connection, Actor actor, AccountId id)
    {
        if (OperatorSql.Account(connection, id) is not { ClosedAt: null } account)
            return new RecoveryResult.NotFound();
        // A new way into an account is its holder's part of the room: nobody gives more of it than they have.
        if (account.Role is Role.Auditor || id == actor.Account || !actor.Scope.Holds(account.Scope))
        {
            _audit.Append(connection, new(AuditAct.Refused, actor.ForAudit(), id.ToString(), "recovery"));
            return new RecoveryResult.NotAllowed();
        }
        var now = _time.GetUtcNow();
        if (OperatorSql.RecoveryAskedBy(connection, id, now - AskStands) is not { } first || first == actor.Account.ToString())
        {
            _audit.Append(connection, new(AuditAct.RecoveryAsked, actor.ForAudit(), id.ToString()));
            OperatorSql.AskRecovery(connection, id, actor.Account, now);
            return new RecoveryResult.Asked();
        }
        var link = _invitations.Invite(
            connection,
            new() { UserName = account.UserName, Role = account.Role, Chain = account.Chain, Directorate = account.Directorate, Recovers = id, ExpiresAt = now + InvitationDesk.LinkDuration },
            new(AuditAct.Recovered, actor.ForAudit(), id.ToString(), $"asked-by={first}"));
        return new RecoveryResult.Granted(link.Token, link.ExpiresAt);
    }
}
