// Statements on enrolment codes and gates' certificates.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Enrolment;

internal static class EnrolmentSql
{
    internal static void InsertCode(DbConnection connection, string secretHash, GateId gate, string issuedBy, DateTimeOffset now, DateTimeOffset expiresAt) =>
        connection.Run("""
            INSERT INTO enrolment_code (secret_hash, gate, issued_by, created_at, expires_at)
            VALUES (@hash, @gate, @by, @now, @expires)
            """,
            ("@hash", secretHash), ("@gate", gate.Value), ("@by", issuedBy), ("@now", now), ("@expires", expiresAt));

    /// <summary>Codes of the gate that nobody has used work no more.</summary>
    internal static void EndCodes(DbConnection connection, GateId gate, DateTimeOffset now) => connection.Run(
        "UPDATE enrolment_code SET used_at = @now WHERE gate = @gate AND used_at IS NULL", ("@now", now), ("@gate", gate.Value));

    /// <summary>Uses a code up and says for which gate and by whom it was made; null when it is unknown, used or too old.</summary>
    internal static (GateId Gate, string IssuedBy)? UseCode(DbConnection connection, string secretHash, DateTimeOffset now) => connection.Rows("""
        UPDATE enrolment_code SET used_at = @now
        WHERE secret_hash = @hash AND used_at IS NULL AND expires_at > @now
        RETURNING gate, issued_by
        """,
        r => ((GateId, string)?)(GateId.Parse(r.GetString(0)), r.GetString(1)),
        ("@hash", secretHash), ("@now", now)).FirstOrDefault();

    internal static void InsertCertificate(DbConnection connection, GateMembership m) => connection.Run("""
        INSERT INTO gate_certificate (serial, gate, key_hash, enrolled_by, issued_at, expires_at, released_by, released_at)
        VALUES (@serial, @gate, @key, @by, @issued, @expires, @releasedBy, @releasedAt)
        """,
        ("@serial", m.Serial), ("@gate", m.Gate.Value), ("@key", m.KeyHash), ("@by", m.EnrolledBy), ("@issued", m.IssuedAt),
        ("@expires", m.ExpiresAt), ("@releasedBy", m.ReleasedBy), ("@releasedAt", m.ReleasedAt));

    /// <summary>Every certificate of the gate that still stands; the number revoked.</summary>
    internal static int Revoke(DbConnection connection, GateId gate, DateTimeOffset now) => connection.Run(
        "UPDATE gate_certificate SET revoked_at = @now WHERE gate = @gate AND revoked_at IS NULL", ("@now", now), ("@gate", gate.Value));

    /// <summary>Older certificates of the gate, once the new one is used.</summary>
    internal static int RevokeOthers(DbConnection connection, GateId gate, string serial, DateTimeOffset now) => connection.Run(
        "UPDATE gate_certificate SET revoked_at = @now WHERE gate = @gate AND serial <> @serial AND revoked_at IS NULL",
        ("@now", now), ("@gate", gate.Value), ("@serial", serial));

    /// <summary>True when the gate has another certificate that stands.</summary>
    internal static bool HasOthers(DbConnection connection, GateId gate, string serial) => connection.Rows(
        "SELECT 1 FROM gate_certificate WHERE gate = @gate AND serial <> @serial AND revoked_at IS NULL LIMIT 1",
        r => r.GetInt64(0), ("@gate", gate.Value), ("@serial", serial)).Count > 0;

    internal static int Release(DbConnection connection, GateId gate, string by, DateTimeOffset now) => connection.Run(
        "UPDATE gate_certificate SET released_by = @by, released_at = @now WHERE gate = @gate AND revoked_at IS NULL AND released_at IS NULL",
        ("@by", by), ("@now", now), ("@gate", gate.Value));

    internal static GateMembership? BySerial(DbConnection connection, string serial) =>
        connection.First(Columns + " WHERE serial = @serial", Read, ("@serial", serial));

    /// <summary>The newest certificate of the gate that stands.</summary>
    internal static GateMembership? Standing(DbConnection connection, GateId gate) => connection.First(
        Columns + " WHERE gate = @gate AND revoked_at IS NULL ORDER BY issued_at DESC LIMIT 1", Read, ("@gate", gate.Value));

    /// <summary>The newest of every gate within the scope, revoked ones too.</summary>
    internal static List<GateMembership> All(DbConnection connection, Scope scope) => connection.Rows(
        Columns + $" AS c WHERE issued_at = (SELECT MAX(issued_at) FROM gate_certificate WHERE gate = c.gate) AND {Scope.OfGate("c.gate")} ORDER BY gate",
        Read,
        scope.Parameter);

    private const string Columns =
        "SELECT gate, serial, key_hash, enrolled_by, issued_at, expires_at, released_by, released_at, revoked_at FROM gate_certificate";

    private static GateMembership Read(DbDataReader r) => new()
    {
        Gate = GateId.Parse(r.GetString(0)),
        Serial = r.GetString(1),
        KeyHash = r.GetString(2),
        EnrolledBy = r.GetString(3),
        IssuedAt = r.Instant(4),
        ExpiresAt = r.Instant(5),
        ReleasedBy = r.TextOrNull(6),
        ReleasedAt = r.InstantOrNull(7),
        RevokedAt = r.InstantOrNull(8),
    };
}
