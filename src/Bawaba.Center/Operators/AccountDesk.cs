namespace Bawaba.Center.Operators;

/// <summary>The administrator's verbs on accounts and their sessions.</summary>
public sealed class AccountDesk
{
    public Task<Reading<IReadOnlyList<Account>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Sessions of an account, newest first; one's own without any permission.</summary>
    public Task<Reading<IReadOnlyList<Session>>> SessionsAsync(Actor actor, AccountId account, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Ends a session at once; one's own without any permission. Granted with the ended session.</summary>
    public Task<Reading<Session>> EndSessionAsync(Actor actor, SessionId session, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Closes an account and ends its sessions. The auditor's account cannot be closed by an administrator, nor one's own.</summary>
    public Task<Reading<Account>> CloseAsync(Actor actor, AccountId account, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
