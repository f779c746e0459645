// Statements on accounts, sessions and invitations.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

internal static class OperatorSql
{
    private const string AccountColumns = "id, user_name, display_name, role, created_at, closed_at, chain, recovered_at, directorate";
    private const string SessionColumns = "id, account, started_at, expires_at, ended_at, address";

    internal static bool AnyAccount(DbConnection connection) =>
        connection.First("SELECT 1 FROM account LIMIT 1", _ => true);

    internal static bool NameExists(DbConnection connection, string userName) =>
        connection.First("SELECT 1 FROM account WHERE user_name = @name", _ => true, ("@name", userName));

    internal static void InsertAccount(DbConnection connection, Account account, string passwordHash) => connection.Run("""
        INSERT INTO account (id, user_name, display_name, role, password_hash, created_at, chain, directorate)
        VALUES (@id, @name, @display, @role, @hash, @at, @chain, @directorate)
        """,
        ("@id", account.Id.ToString()), ("@name", account.UserName), ("@display", account.DisplayName),
        ("@role", account.Role), ("@hash", passwordHash), ("@at", account.CreatedAt), ("@chain", account.Chain),
        ("@directorate", account.Directorate?.Value));

    internal static List<Account> Accounts(DbConnection connection) =>
        connection.Rows($"SELECT {AccountColumns} FROM account ORDER BY user_name", ToAccount);

    internal static Account? Account(DbConnection connection, AccountId id) =>
        connection.First($"SELECT {AccountColumns} FROM account WHERE id = @id", ToAccount, ("@id", id.ToString()));

    /// <summary>An account that may sign in, with its password's hash and its second factor, sealed.</summary>
    internal static (Account Account, string PasswordHash, (string? Secret, long LastStep) Factor)? ToSignIn(DbConnection connection, string userName) => connection.First(
        $"SELECT {AccountColumns}, password_hash, code_secret, code_step FROM account WHERE user_name = @name AND closed_at IS NULL",
        r => ((Account, string, (string?, long))?)(ToAccount(r), r.GetString(9), (r.TextOrNull(10), r.GetInt64(11))),
        ("@name", userName));

    /// <summary>Who asked first that the account be given a new way in, where that was less than a day ago.</summary>
    internal static string? RecoveryAskedBy(DbConnection connection, AccountId id, DateTimeOffset since) => connection.First(
        "SELECT recovery_asked_by FROM account WHERE id = @id AND recovery_asked_at > @since", r => r.TextOrNull(0), ("@id", id.ToString()), ("@since", since));

    internal static void AskRecovery(DbConnection connection, AccountId id, AccountId by, DateTimeOffset at) => connection.Run(
        "UPDATE account SET recovery_asked_by = @by, recovery_asked_at = @at WHERE id = @id", ("@by", by.ToString()), ("@at", at), ("@id", id.ToString()));

    /// <summary>A new password; no second factor any more; nothing to approve for a day.</summary>
    internal static Account? Recover(DbConnection connection, AccountId id, string passwordHash, DateTimeOffset at) => connection.First(
        $"""
        UPDATE account SET password_hash = @hash, code_secret = NULL, code_step = 0, recovered_at = @at, recovery_asked_by = NULL, recovery_asked_at = NULL
        WHERE id = @id AND closed_at IS NULL RETURNING {AccountColumns}
        """,
        ToAccount,
        ("@hash", passwordHash), ("@at", at), ("@id", id.ToString()));

    internal static void SetCodeSecret(DbConnection connection, AccountId id, SealedSecret secret, long step = 0) => connection.Run(
        "UPDATE account SET code_secret = @secret, code_step = @step WHERE id = @id AND code_step = 0",
        ("@secret", secret.Text), ("@step", step), ("@id", id.ToString()));

    /// <summary>False where a code of this step or a later one was used already.</summary>
    internal static bool UseCodeStep(DbConnection connection, AccountId id, long step) => connection.Run(
        "UPDATE account SET code_step = @step WHERE id = @id AND code_step < @step", ("@step", step), ("@id", id.ToString())) > 0;

    internal static Account? CloseAccount(DbConnection connection, AccountId id, DateTimeOffset at) => connection.First(
        $"UPDATE account SET closed_at = @at WHERE id = @id AND closed_at IS NULL RETURNING {AccountColumns}",
        ToAccount,
        ("@id", id.ToString()), ("@at", at));

    internal static void InsertSession(DbConnection connection, Session session, string tokenHash) => connection.Run("""
        INSERT INTO session (id, token_hash, account, started_at, expires_at, address)
        VALUES (@id, @hash, @account, @started, @expires, @address)
        """,
        ("@id", session.Id.ToString()), ("@hash", tokenHash), ("@account", session.Account.ToString()),
        ("@started", session.StartedAt), ("@expires", session.ExpiresAt), ("@address", session.Address));

    /// <summary>Whose session a token is, where it is valid at the instant.</summary>
    internal static (SessionId Session, Account Account)? ByToken(DbConnection connection, string tokenHash, DateTimeOffset at) => connection.First("""
        SELECT a.id, a.user_name, a.display_name, a.role, a.created_at, a.closed_at, a.chain, a.recovered_at, a.directorate, s.id
        FROM session s JOIN account a ON a.id = s.account
        WHERE s.token_hash = @hash AND s.ended_at IS NULL AND s.expires_at > @at AND a.closed_at IS NULL
        """,
        r => ((SessionId, Account)?)(SessionId.Parse(r.GetString(9)), ToAccount(r)),
        ("@hash", tokenHash), ("@at", at));

    /// <summary>Role and directorate behind a session, where session and account are valid at the instant.</summary>
    internal static (Role Role, DirectorateId? Directorate)? StandingOf(DbConnection connection, SessionId session, AccountId account, DateTimeOffset at) => connection.First("""
        SELECT a.role, a.directorate FROM session s JOIN account a ON a.id = s.account
        WHERE s.id = @session AND s.account = @account AND s.ended_at IS NULL AND s.expires_at > @at AND a.closed_at IS NULL
        """,
        r => ((Role, DirectorateId?)?)(Enum.Parse<Role>(r.GetString(0)), Directorate(r, 1)),
        ("@session", session.ToString()), ("@account", account.ToString()), ("@at", at));

    internal static List<Session> Sessions(DbConnection connection, AccountId account) => connection.Rows(
        $"SELECT {SessionColumns} FROM session WHERE account = @account ORDER BY started_at DESC LIMIT 200",
        ToSession,
        ("@account", account.ToString()));

    internal static Session? Session(DbConnection connection, SessionId id) =>
        connection.First($"SELECT {SessionColumns} FROM session WHERE id = @id", ToSession, ("@id", id.ToString()));

    internal static Session? EndSession(DbConnection connection, SessionId id, DateTimeOffset at) => connection.First(
        $"UPDATE session SET ended_at = @at WHERE id = @id AND ended_at IS NULL RETURNING {SessionColumns}",
        ToSession,
        ("@id", id.ToString()), ("@at", at));

    internal static void EndSessionsOf(DbConnection connection, AccountId account, DateTimeOffset at) => connection.Run(
        "UPDATE session SET ended_at = @at WHERE account = @account AND ended_at IS NULL",
        ("@account", account.ToString()), ("@at", at));

    internal static void InsertInvitation(DbConnection connection, string tokenHash, Invitation invitation, DateTimeOffset at) => connection.Run("""
        INSERT INTO invitation (token_hash, user_name, role, created_at, expires_at, chain, recovers, directorate)
        VALUES (@hash, @name, @role, @at, @expires, @chain, @recovers, @directorate)
        """,
        ("@hash", tokenHash), ("@name", invitation.UserName), ("@role", invitation.Role), ("@at", at), ("@expires", invitation.ExpiresAt),
        ("@chain", invitation.Chain), ("@recovers", invitation.Recovers?.ToString()), ("@directorate", invitation.Directorate?.Value));

    /// <summary>Ends unused links: those for this name; with null those whose person chooses the name.</summary>
    internal static void EndInvitations(DbConnection connection, string? userName, DateTimeOffset at) => connection.Run(
        "UPDATE invitation SET used_at = @at WHERE used_at IS NULL AND coalesce(user_name, '') = @name",
        ("@name", userName ?? ""), ("@at", at));

    internal static Invitation? Invitation(DbConnection connection, string tokenHash, DateTimeOffset at) => connection.First(
        "SELECT user_name, role, expires_at, chain, recovers, directorate FROM invitation WHERE token_hash = @hash AND used_at IS NULL AND expires_at > @at",
        r => new Invitation
        {
            UserName = r.TextOrNull(0),
            Role = Enum.Parse<Role>(r.GetString(1)),
            ExpiresAt = r.Instant(2),
            Chain = r.GetString(3),
            Recovers = r.TextOrNull(4) is { } id ? AccountId.Parse(id) : null,
            Directorate = Directorate(r, 5),
        },
        ("@hash", tokenHash), ("@at", at));

    internal static void UseInvitation(DbConnection connection, string tokenHash, DateTimeOffset at) => connection.Run(
        "UPDATE invitation SET used_at = @at WHERE token_hash = @hash",
        ("@hash", tokenHash), ("@at", at));

    private static DirectorateId? Directorate(DbDataReader r, int column) => r.TextOrNull(column) is { } id ? DirectorateId.Parse(id) : null;

    private static Account ToAccount(DbDataReader r) => new()
    {
        Id = AccountId.Parse(r.GetString(0)),
        UserName = r.GetString(1),
        DisplayName = r.GetString(2),
        Role = Enum.Parse<Role>(r.GetString(3)),
        CreatedAt = r.Instant(4),
        ClosedAt = r.InstantOrNull(5),
        Chain = r.GetString(6),
        RecoveredAt = r.InstantOrNull(7),
        Directorate = Directorate(r, 8),
    };

    private static Session ToSession(DbDataReader r) => new()
    {
        Id = SessionId.Parse(r.GetString(0)),
        Account = AccountId.Parse(r.GetString(1)),
        StartedAt = r.Instant(2),
        ExpiresAt = r.Instant(3),
        EndedAt = r.InstantOrNull(4),
        Address = r.GetString(5),
    };
}
