// The verbs on who works at which gate's own page. Called by the accounts page and the officer's own page in the room.
// Promises: an administrator posts a person and never learns the password; the person sets it, for one gate, unlike the
// room's; every step is one transaction with its audit row. A gate gets the change with its next orders.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Officers;

/// <summary>Who works at which gate's own page.</summary>
public sealed class OfficerDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly PasswordHash _passwords;
    private readonly TimeProvider _time;

    internal OfficerDesk(CenterStore store, AuditLog audit, SessionGuard guard, GateRegistry registry, PasswordHash passwords, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _registry = registry;
        _passwords = passwords;
        _time = time;
    }

    /// <summary>Every posting that stands. Needs <see cref="Permission.ManageAccounts"/>.</summary>
    public async Task<Reading<IReadOnlyList<GatePosting>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.ManageAccounts, cancellation) is { } scope
            ? new Reading<IReadOnlyList<GatePosting>>.Granted(await _store.ReadAsync(c => OfficerSql.Postings(c, scope, null), cancellation))
            : new Reading<IReadOnlyList<GatePosting>>.NotAllowed();

    /// <summary>One's own. Needs <see cref="Permission.WorkAtGates"/>.</summary>
    public async Task<Reading<IReadOnlyList<GatePosting>>> MineAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.WorkAtGates, cancellation) is { } scope
            ? new Reading<IReadOnlyList<GatePosting>>.Granted(await _store.ReadAsync(c => OfficerSql.Postings(c, scope, actor.Account), cancellation))
            : new Reading<IReadOnlyList<GatePosting>>.NotAllowed();

    /// <summary>
    /// The person works at the gate from now on. Not found: no such open account of an officer or technician, no such gate, or the gate is
    /// not of the person's own part of the room.
    /// </summary>
    public async Task<Reading<Account>> PostAsync(Actor actor, AccountId account, GateId gate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ManageAccounts, cancellation) is not { } scope)
            return new Reading<Account>.NotAllowed();
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is not { RetiredAt: null })
            return new Reading<Account>.NotFound();
        return await StepAsync(actor, scope, account, gate, AuditAct.OfficerPosted, connection => OfficerSql.Post(connection, account, gate, actor.Account, _time.GetUtcNow()), cancellation);
    }

    /// <summary>The person works there no more; the gate refuses them from its next orders on.</summary>
    public async Task<Reading<Account>> EndAsync(Actor actor, AccountId account, GateId gate, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.ManageAccounts, cancellation) is not { } scope
            ? new Reading<Account>.NotAllowed()
            : await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null
            ? new Reading<Account>.NotFound()
            : await StepAsync(actor, scope, account, gate, AuditAct.OfficerRemoved, connection => OfficerSql.End(connection, account, gate, _time.GetUtcNow()), cancellation);

    /// <summary>Sets one's own password for a gate one is posted at. Needs <see cref="Permission.WorkAtGates"/>.</summary>
    public async Task<GatePasswordResult> SetPasswordAsync(Actor actor, GateId gate, string password, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.WorkAtGates, cancellation) is not { } scope
            || await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null)
            return new GatePasswordResult.NotAllowed();
        if (!UserNames.IsFitPassword(password))
            return new GatePasswordResult.Unfit();
        var room = await _store.ReadAsync(c => OperatorSql.ToSignIn(c, actor.UserName), cancellation);
        if (await _passwords.VerifyAsync(password, room?.PasswordHash, cancellation))
            return new GatePasswordResult.SameAsRoom();
        var hash = await _passwords.CreateAsync(password, cancellation);
        try
        {
            return await _store.WriteAsync<GatePasswordResult>(
                connection =>
                {
                    if (OfficerSql.PostedAt(connection, gate, actor.Account) is null)
                        return new GatePasswordResult.NotAllowed();
                    _audit.Append(connection, new(AuditAct.GatePasswordSet, actor.ForAudit(), actor.Account.ToString(), $"gate={gate}"));
                    OfficerSql.SetPassword(connection, actor.Account, gate, hash, _time.GetUtcNow());
                    return new GatePasswordResult.Done();
                },
                cancellation);
        }
        catch (DbException)
        {
            return new GatePasswordResult.AuditUnavailable();
        }
    }

    private async Task<Reading<Account>> StepAsync(
        Actor actor, Scope scope, AccountId id, GateId gate, AuditAct act, Action<DbConnection> step, CancellationToken cancellation)
    {
        try
        {
            return await _store.WriteAsync<Reading<Account>>(
                connection =>
                {
                    var account = _guard.Find(connection, actor, scope, $"account/{id}", within =>
                        OperatorSql.Account(connection, id) is { Role: Role.GateOfficer or Role.Technician or Role.Supervisor } found && within.Holds(found.Scope) ? found : null);
                    if (account is null || (act == AuditAct.OfficerPosted && (account.ClosedAt is not null || _registry.Find(account.Scope, gate) is null)))
                        return new Reading<Account>.NotFound();
                    _audit.Append(connection, new(act, actor.ForAudit(), id.ToString(), $"gate={gate}"));
                    step(connection);
                    return new Reading<Account>.Granted(account);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new Reading<Account>.AuditUnavailable();
        }
    }
}
