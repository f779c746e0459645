// Signing in and out. Called by the sign-in page and /api/session. Promises: the same work and the same answer for a
// wrong name and a wrong password, an audit row before any result, and no session without one.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Operators;

/// <summary>Signing in and out, and whose session a cookie is.</summary>
public sealed class SignInDesk
{
    /// <summary>How long a session lives, until shifts exist.</summary>
    public static readonly TimeSpan SessionDuration = TimeSpan.FromHours(8);

    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(5);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly PasswordHash _passwords;
    private readonly SignInThrottle _throttle;
    private readonly SecretSeal _seal;
    private readonly TimeProvider _time;

    internal SignInDesk(CenterStore store, AuditLog audit, PasswordHash passwords, SignInThrottle throttle, SecretSeal seal, TimeProvider time)
    {
        _seal = seal;
        _store = store;
        _audit = audit;
        _passwords = passwords;
        _throttle = throttle;
        _time = time;
    }

    /// <summary>Checks name, password and, where the account has one, the second factor; takes the same time whether the name exists or not.</summary>
    public async Task<SignInResult> SignInAsync(string userName, string password, string? code, string address, CancellationToken cancellation)
    {
        var name = UserNames.Normalise(userName);
        if (!UserNames.IsValid(name))
            name = "";
        if (_passwords.IsBusy)
            return new SignInResult.LockedOut(BusyRetry);
        if (_throttle.Begin(name, address) is { } wait)
            return await LockedAsync(name, address, wait, cancellation);
        var found = await _store.ReadAsync(c => OperatorSql.ToSignIn(c, name), cancellation);
        var tooLong = password.Length > InvitationDesk.MaxPasswordLength;
        if (!await _passwords.VerifyAsync(tooLong ? "" : password, found?.PasswordHash, cancellation) || tooLong)
            return await RefusedAsync(found?.Account, address, cancellation);
        var (account, _, factor) = found!.Value;
        long? step = null;
        if (factor.LastStep > 0 || SecondFactor.IsNeededBy(account.Role))
        {
            var secret = factor.Secret is { } stored ? _seal.Open(account.Id, stored) : null;
            // Put there by another hand than this center's: it is nobody's second factor, and no reason to give out a new one.
            if (factor.Secret is not null && secret is null)
                return await RefusedAsync(account, address, cancellation);
            if (secret is null || (factor.LastStep == 0 && string.IsNullOrEmpty(code)))
                return await SetUpAsync(account, secret, name, address, cancellation);
            step = SecondFactor.StepOf(secret, code ?? "", factor.LastStep, _time.GetUtcNow());
            if (step is null)
                return await RefusedAsync(account, address, cancellation);
        }
        _throttle.Succeeded(name, address);
        return await BeginAsync(account, step, address, cancellation);
    }

    /// <summary>Ends the actor's own session.</summary>
    public Task SignOutAsync(Actor actor, CancellationToken cancellation) => _store.WriteAsync(
        connection =>
        {
            if (OperatorSql.Session(connection, actor.Session)?.Account != actor.Account)
                return;
            _audit.Append(connection, new(AuditAct.SignedOut, actor.ForAudit(), actor.Session.ToString()));
            OperatorSql.EndSession(connection, actor.Session, _time.GetUtcNow());
        },
        cancellation);

    /// <summary>Whose session a cookie's token is; null when there is none, or it has ended.</summary>
    internal Task<(SessionId Session, Account Account)?> FindAsync(string token, CancellationToken cancellation) =>
        _store.ReadAsync(c => OperatorSql.ByToken(c, SecretToken.Hash(token), _time.GetUtcNow()), cancellation);

    // Shown again until a code of it was used: who could not scan it the first time is not locked out.
    private async Task<SignInResult> SetUpAsync(Account account, string? secret, string name, string address, CancellationToken cancellation)
    {
        _throttle.Succeeded(name, address);
        secret ??= SecondFactor.NewSecret();
        try
        {
            await _store.WriteAsync(
                connection =>
                {
                    _audit.Append(connection, new(AuditAct.SecondFactorShown, Stranger(address), account.Id.ToString()));
                    OperatorSql.SetCodeSecret(connection, account.Id, _seal.Seal(account.Id, secret));
                },
                cancellation);
        }
        catch (DbException)
        {
            return new SignInResult.AuditUnavailable();
        }
        return new SignInResult.SecondFactorNeeded(secret, SecondFactor.UriOf(account.UserName, secret));
    }

    private async Task<SignInResult> BeginAsync(Account account, long? step, string address, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var session = new Session
        {
            Id = SessionId.Mint(_time),
            Account = account.Id,
            StartedAt = now,
            ExpiresAt = now + SessionDuration,
            Address = address,
        };
        var token = SecretToken.Mint();
        var actor = new AuditActor { Account = account.Id.ToString(), Role = account.Role.ToString(), Session = session.Id.ToString(), Address = address };
        try
        {
            var begun = await _store.WriteAsync(
                connection =>
                {
                    // Two sign-ins with one code: the step is taken by one of them.
                    if (step is { } used && !OperatorSql.UseCodeStep(connection, account.Id, used))
                        return false;
                    _audit.Append(connection, new(AuditAct.SignedIn, actor, account.Id.ToString()));
                    OperatorSql.InsertSession(connection, session, SecretToken.Hash(token));
                    return true;
                },
                cancellation);
            if (!begun)
                return await RefusedAsync(account, address, cancellation);
        }
        catch (DbException)
        {
            return new SignInResult.AuditUnavailable();
        }
        return new SignInResult.SignedIn(session, token);
    }

    // The typed name is written only where it is somebody's: people type passwords into the wrong field.
    private async Task<SignInResult> RefusedAsync(Account? account, string address, CancellationToken cancellation) =>
        await _audit.TryWriteAsync(new(AuditAct.SignInRefused, Stranger(address), account?.Id.ToString() ?? "unknown"), cancellation)
            ? new SignInResult.Refused()
            : new SignInResult.AuditUnavailable();

    private async Task<SignInResult> LockedAsync(string name, string address, TimeSpan wait, CancellationToken cancellation)
    {
        var found = await _store.ReadAsync(c => OperatorSql.ToSignIn(c, name), cancellation);
        return await _audit.TryWriteAsync(new(AuditAct.SignInLocked, Stranger(address), found?.Account.Id.ToString() ?? "unknown"), cancellation)
            ? new SignInResult.LockedOut(wait)
            : new SignInResult.AuditUnavailable();
    }

    private static AuditActor Stranger(string address) => new() { Account = "", Role = "", Session = "", Address = address };
}
