// One-time links by which people come to have accounts. Called by the administrator's page, by `bawaba up` at the
// first run, and by the page behind a link. Promises: a link works once and for 24 h; the store has only its hash.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Operators;

/// <summary>One-time links that let a person set name and password. A link lives 24 h and works once.</summary>
public sealed class InvitationDesk
{
    public const int MinPasswordLength = 12;
    public const int MaxPasswordLength = 200;
    public const int MaxChain = 80;
    public static readonly TimeSpan LinkDuration = TimeSpan.FromHours(24);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly PasswordHash _passwords;
    private readonly TimeProvider _time;

    internal InvitationDesk(CenterStore store, AuditLog audit, SessionGuard guard, PasswordHash passwords, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _passwords = passwords;
        _time = time;
    }

    /// <summary>
    /// Invites a person under a name and a role, into a directorate or the joint room (null). An older unused link for the name dies.
    /// Nobody gives more of the room than they have: an administrator of a directorate invites into it alone, and no auditor.
    /// </summary>
    public async Task<InviteResult> InviteAsync(
        Actor actor, string userName, Role role, CancellationToken cancellation, string chain = "", DirectorateId? directorate = null)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ManageAccounts, cancellation) is not { } scope)
            return new InviteResult.NotAllowed();
        if (!scope.Holds(Scope.Of(role, directorate)))
        {
            await _guard.NoteOutsideAsync(actor, $"invitation/{directorate?.Value ?? "joint"}", cancellation);
            return new InviteResult.NotAllowed();
        }
        var name = UserNames.Normalise(userName);
        if (!UserNames.IsValid(name) || chain.Trim() is not { Length: <= MaxChain } inChain || inChain.Any(char.IsControl))
            return new InviteResult.NameInvalid();
        try
        {
            return await _store.WriteAsync<InviteResult>(
                connection => OperatorSql.NameExists(connection, name)
                    ? new InviteResult.NameTaken()
                    : directorate is { } id && DirectorateSql.Find(connection, id) is null
                    ? new InviteResult.DirectorateUnknown()
                    : Invite(
                        connection,
                        new() { UserName = name, Role = role, Chain = inChain, Directorate = directorate, ExpiresAt = _time.GetUtcNow() + LinkDuration },
                        new(AuditAct.Invited, actor.ForAudit(), name, $"{role} directorate={directorate?.Value ?? "joint"}")),
                cancellation);
        }
        catch (DbException)
        {
            return new InviteResult.AuditUnavailable();
        }
    }

    /// <summary>The first run's link for one administrator; null once any account exists. An older unused one dies.</summary>
    public Task<string?> InviteFirstAdministratorAsync(CancellationToken cancellation) => _store.WriteAsync(
        connection => OperatorSql.AnyAccount(connection)
            ? null
            : Invite(connection, new() { Role = Role.Administrator, ExpiresAt = _time.GetUtcNow() + LinkDuration }, new(AuditAct.Invited, AuditActor.System, "first-administrator")).Token,
        cancellation);

    /// <summary>What the page behind a link may show; null when the link is unknown, used or too old.</summary>
    public Task<Invitation?> FindAsync(string token, CancellationToken cancellation) =>
        _store.ReadAsync(c => Find(c, token), cancellation);

    /// <summary>Uses the link. <paramref name="userName"/> counts only where the invitation fixes none.</summary>
    public async Task<AcceptResult> AcceptAsync(
        string token, string userName, string displayName, string password, string address, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } invitation)
            return new AcceptResult.LinkInvalid();
        var name = UserNames.Normalise(invitation.UserName ?? userName);
        if (!UserNames.IsValid(name) || !UserNames.IsValidDisplay(displayName))
            return new AcceptResult.NameInvalid();
        if (!UserNames.IsFitPassword(password))
            return new AcceptResult.PasswordUnfit();
        var account = new Account
        {
            Id = AccountId.Mint(_time),
            UserName = name,
            DisplayName = displayName.Trim(),
            Role = invitation.Role,
            Chain = invitation.Chain,
            Directorate = invitation.Directorate,
            CreatedAt = _time.GetUtcNow(),
        };
        var hash = await _passwords.CreateAsync(password, cancellation);
        try
        {
            return await _store.WriteAsync(connection => Accept(connection, token, account, hash, address), cancellation);
        }
        catch (DbException)
        {
            return new AcceptResult.AuditUnavailable();
        }
    }

    internal InviteResult.Invited Invite(DbConnection connection, Invitation invitation, AuditEvent audit)
    {
        var now = _time.GetUtcNow();
        var token = SecretToken.Mint();
        _audit.Append(connection, audit);
        OperatorSql.EndInvitations(connection, invitation.UserName, now);
        OperatorSql.InsertInvitation(connection, SecretToken.Hash(token), invitation, now);
        return new(token, invitation.ExpiresAt);
    }

    // Looked at again inside the transaction: two browsers with one link make one account.
    private AcceptResult Accept(DbConnection connection, string token, Account account, string hash, string address)
    {
        if (Find(connection, token) is not { } invitation || (invitation.UserName is null && OperatorSql.AnyAccount(connection)))
            return new AcceptResult.LinkInvalid();
        if (invitation.Recovers is { } standing)
            return Recover(connection, token, standing, hash, address);
        if (OperatorSql.NameExists(connection, account.UserName))
            return new AcceptResult.NameTaken();
        var actor = new AuditActor { Account = account.Id.ToString(), Role = account.Role.ToString(), Session = "", Address = address };
        _audit.Append(connection, new(AuditAct.InvitationUsed, actor, account.Id.ToString(), account.UserName));
        OperatorSql.UseInvitation(connection, SecretToken.Hash(token), account.CreatedAt);
        OperatorSql.InsertAccount(connection, account, hash);
        return new AcceptResult.Accepted(account);
    }

    private AcceptResult Recover(DbConnection connection, string token, AccountId standing, string hash, string address)
    {
        var now = _time.GetUtcNow();
        if (OperatorSql.Recover(connection, standing, hash, now) is not { } account)
            return new AcceptResult.LinkInvalid();
        var actor = new AuditActor { Account = account.Id.ToString(), Role = account.Role.ToString(), Session = "", Address = address };
        _audit.Append(connection, new(AuditAct.InvitationUsed, actor, account.Id.ToString(), "recovery"));
        OperatorSql.UseInvitation(connection, SecretToken.Hash(token), now);
        OperatorSql.EndSessionsOf(connection, account.Id, now);
        return new AcceptResult.Accepted(account);
    }

    private Invitation? Find(DbConnection connection, string token) =>
        OperatorSql.Invitation(connection, SecretToken.Hash(token), _time.GetUtcNow());
}
