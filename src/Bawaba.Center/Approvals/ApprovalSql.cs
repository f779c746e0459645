// Statements on what people are asked to approve, on what they approved, and on key rings.
using System.Data.Common;
using System.Text.Json;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;

namespace Bawaba.Center.Approvals;

internal static class ApprovalSql
{
    internal static void Ask(DbConnection connection, ApprovalAsk ask) => connection.Run("""
        INSERT INTO approval_ask (id, account, session, kind, body, subject, expires_at) VALUES (@id, @account, @session, @kind, @body, @subject, @expires)
        """,
        ("@id", ask.Id), ("@account", ask.Account.ToString()), ("@session", ask.Session.ToString()), ("@kind", ask.Kind),
        ("@body", ask.Body), ("@subject", ask.Subject), ("@expires", ask.ExpiresAt));

    /// <summary>What was asked, once: the row is gone afterwards. Null where it was asked of somebody else, or too long ago.</summary>
    internal static ApprovalAsk? TakeAsk(DbConnection connection, string id, Actor actor, string kind, DateTimeOffset at)
    {
        connection.Run("DELETE FROM approval_ask WHERE expires_at <= @at", ("@at", at));
        return connection.First(
            """
            DELETE FROM approval_ask WHERE id = @id AND account = @account AND session = @session AND kind = @kind
            RETURNING id, account, session, kind, body, subject, expires_at
            """,
            r => new ApprovalAsk
            {
                Id = r.GetString(0),
                Account = AccountId.Parse(r.GetString(1)),
                Session = SessionId.Parse(r.GetString(2)),
                Kind = r.GetString(3),
                Body = r.GetString(4),
                Subject = r.GetString(5),
                ExpiresAt = r.Instant(6),
            },
            ("@id", id), ("@account", actor.Account.ToString()), ("@session", actor.Session.ToString()), ("@kind", kind));
    }

    internal static void Keep(DbConnection connection, ApprovalSheet sheet) => connection.Run("""
        INSERT INTO approval_sheet (id, kind, approver, approved_at, body) VALUES (@id, @kind, @approver, @at, @body)
        """,
        ("@id", sheet.Id), ("@kind", sheet.Kind), ("@approver", sheet.Approver), ("@at", sheet.ApprovedAt),
        ("@body", JsonSerializer.Serialize(sheet, ContractsJson.Default.ApprovalSheet)));

    internal static List<ApprovalSheet> Sheets(DbConnection connection, string kind) => connection.Rows(
        "SELECT body FROM approval_sheet WHERE kind = @kind",
        r => JsonSerializer.Deserialize(r.GetString(0), ContractsJson.Default.ApprovalSheet)!,
        ("@kind", kind));

    /// <summary>Every ring that stands, oldest first.</summary>
    internal static List<KeyRing> Rings(DbConnection connection) => connection.Rows(
        "SELECT body FROM key_ring WHERE stands_at IS NOT NULL ORDER BY number", ToRing);

    internal static KeyRing? Proposed(DbConnection connection) => connection.First(
        "SELECT body FROM key_ring WHERE stands_at IS NULL ORDER BY number DESC LIMIT 1", ToRing);

    internal static void Put(DbConnection connection, KeyRing ring, DateTimeOffset at, bool stands) => connection.Run("""
        INSERT INTO key_ring (number, body, made_at, stands_at) VALUES (@number, @body, @at, @stands)
        ON CONFLICT (number) DO UPDATE SET body = excluded.body, made_at = excluded.made_at, stands_at = excluded.stands_at
        WHERE key_ring.stands_at IS NULL
        """,
        ("@number", (long)ring.Number), ("@body", JsonSerializer.Serialize(ring, ContractsJson.Default.KeyRing)), ("@at", at), ("@stands", stands ? at : null));

    /// <summary>Says that a part of the law changed, to every process of this store.</summary>
    internal static void Mark(DbConnection connection, string part) => connection.Run(
        "INSERT INTO law_mark (part, number) VALUES (@part, 1) ON CONFLICT (part) DO UPDATE SET number = law_mark.number + 1", ("@part", part));

    internal static long MarkOf(DbConnection connection, string part) =>
        connection.First("SELECT number FROM law_mark WHERE part = @part", r => r.GetInt64(0), ("@part", part));

    private static KeyRing ToRing(DbDataReader r) => JsonSerializer.Deserialize(r.GetString(0), ContractsJson.Default.KeyRing)!;
}
