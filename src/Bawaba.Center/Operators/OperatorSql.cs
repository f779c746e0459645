// Statements on accounts, sessions and invitations.
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

internal static class OperatorSql
{
    private const string AccountColumns = "id, user_name, display_name, role, created_at, closed_at, chain, recovered_at";
    private const string SessionColumns = "id, account, started_at, expires_at, ended_at, address";

    internal static bool AnyAccount(DbConnection connection) =>
        connection.First("SELECT 1 FROM account LIMIT 1", _ => true);

    internal static bool NameExists(DbConnection connection, string userName) =>
        connection.First("SELECT 1 FROM account WHERE user_name = @name", _ => true, ("@name", userName));

    internal static void InsertAccount(DbConnection connection, Account account, string passwordHash) => connection.Run("""
        INSERT INTO account (id, user_name, display_name, role, password_hash, created_at, chain)
        VALUES (@id, @name, @display, @role, @hash, @at, @chain)
        """,
        ("@id", account.Id.ToString()), ("@name", account.UserName), ("@display", account.DisplayName),
        ("@role", account.Role), ("@hash", passwordHash), ("@at", account.CreatedAt), ("@chain", account.Chain));

    internal static List<Account> Accounts(DbConnection connection) =>
        connection.Rows($"SELECT {AccountColumns} FROM account ORDER BY user_name", ToAccount);

    internal static Account? Account(DbConnection connection, AccountId id) =>
        connection.First($"SELECT {AccountColumns} FROM account WHERE id = @id", ToAccount, ("@id", id.ToString()));

    /// <summary>An account that may sign in, with its password's hash.</summary>
    internal static (Account Account, string PasswordHash)? ToSignIn(DbConnection connection, string userName) => connection.First(
        $"SELECT {AccountColumns}, password_hash FROM account WHERE user_name = @name AND closed_at IS NULL",
        r => ((Account, string)?)(ToAccount(r), r.GetString(8)),
        ("@name", userName));

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
        SELECT a.id, a.user_name, a.display_name, a.role, a.created_at, a.closed_at, a.chain, a.recovered_at, s.id
        FROM session s JOIN account a ON a.id = s.account
        WHERE s.token_hash = @hash AND s.ended_at IS NULL AND s.expires_at > @at AND a.closed_at IS NULL
        """,
        r => ((SessionId, Account)?)(SessionId.Parse(r.GetString(8)), ToAccount(r)),
        ("@hash", tokenHash), ("@at", at));

    /// <summary>The role behind a session, where session and account are valid at the instant.</summary>
    internal static Role? RoleOf(DbConnection connection, SessionId session, AccountId account, DateTimeOffset at) => connection.First("""
        SELECT a.role FROM session s JOIN account a ON a.id = s.account
        WHERE s.id = @session AND s.account = @account AND s.ended_at IS NULL AND s.expires_at > @at AND a.closed_at IS NULL
        """,
        r => (Role?)Enum.Parse<Role>(r.GetString(0)),
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
        INSERT INTO invitation (token_hash, user_name, role, created_at, expires_at)
        VALUES (@hash, @name, @role, @at, @expires)
        """,
        ("@hash", tokenHash), ("@name", invitation.UserName), ("@role", invitation.Role), ("@at", at), ("@expires", invitation.ExpiresAt));

    /// <summary>Ends unused links: those for this name; with null those whose person chooses the name.</summary>
    internal static void EndInvitations(DbConnection connection, string? userName, DateTimeOffset at) => connection.Run(
        "UPDATE invitation SET used_at = @at WHERE used_at IS NULL AND coalesce(user_name, '') = @name",
        ("@name", userName ?? ""), ("@at", at));

    internal static Invitation? Invitation(DbConnection connection, string tokenHash, DateTimeOffset at) => connection.First(
        "SELECT user_name, role, expires_at FROM invitation WHERE token_hash = @hash AND used_at IS NULL AND expires_at > @at",
        r => new Invitation { UserName = r.TextOrNull(0), Role = Enum.Parse<Role>(r.GetString(1)), ExpiresAt = r.Instant(2) },
        ("@hash", tokenHash), ("@at", at));

    internal static void UseInvitation(DbConnection connection, string tokenHash, DateTimeOffset at) => connection.Run(
        "UPDATE invitation SET used_at = @at WHERE token_hash = @hash",
        ("@hash", tokenHash), ("@at", at));

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
