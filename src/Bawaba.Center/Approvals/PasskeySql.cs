// Statements on passkeys.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Approvals;

internal static class PasskeySql
{
    private const string Columns = "credential, point, account, label, made_at, removed_at";

    internal static List<Passkey> Of(DbConnection connection, AccountId account) => connection.Rows(
        $"SELECT {Columns} FROM passkey WHERE account = @account AND removed_at IS NULL ORDER BY made_at", ToPasskey, ("@account", account.ToString()));

    /// <summary>Also those that were removed: an id or a key is never another's.</summary>
    internal static bool IsKnown(DbConnection connection, string credential, string point) => connection.First(
        "SELECT 1 FROM passkey WHERE credential = @credential OR point = @point", _ => true, ("@credential", credential), ("@point", point));

    /// <summary>The passkeys that stand of all open accounts of these roles, with the account.</summary>
    internal static List<(Passkey Passkey, Role Role, string Chain)> OfRoles(DbConnection connection, IReadOnlyList<Role> roles) => connection.Rows(
        $"""
        SELECT p.credential, p.point, p.account, p.label, p.made_at, p.removed_at, a.role, a.chain
        FROM passkey p JOIN account a ON a.id = p.account
        WHERE p.removed_at IS NULL AND a.closed_at IS NULL ORDER BY p.made_at
        """,
        r => (ToPasskey(r), Enum.Parse<Role>(r.GetString(6)), r.GetString(7))).FindAll(row => roles.Contains(row.Item2));

    internal static void Insert(DbConnection connection, Passkey passkey) => connection.Run("""
        INSERT INTO passkey (credential, point, account, label, made_at, signatures) VALUES (@credential, @point, @account, @label, @at, 0)
        """,
        ("@credential", passkey.Key.Id), ("@point", passkey.Key.Point), ("@account", passkey.Account.ToString()),
        ("@label", passkey.Label), ("@at", passkey.MadeAt));

    internal static Passkey? Remove(DbConnection connection, AccountId account, string credential, DateTimeOffset at) => connection.First(
        $"UPDATE passkey SET removed_at = @at WHERE credential = @credential AND account = @account AND removed_at IS NULL RETURNING {Columns}",
        ToPasskey,
        ("@at", at), ("@credential", credential), ("@account", account.ToString()));

    /// <summary>False where the authenticator's count went back: two of them have the key.</summary>
    internal static bool Count(DbConnection connection, string credential, uint signatures) => signatures == 0 || connection.Run(
        "UPDATE passkey SET signatures = @count WHERE credential = @credential AND signatures < @count", ("@count", (long)signatures), ("@credential", credential)) > 0;

    private static Passkey ToPasskey(DbDataReader r) => new()
    {
        Key = new() { Id = r.GetString(0), Point = r.GetString(1) },
        Account = AccountId.Parse(r.GetString(2)),
        Label = r.GetString(3),
        MadeAt = r.Instant(4),
        RemovedAt = r.InstantOrNull(5),
    };
}
