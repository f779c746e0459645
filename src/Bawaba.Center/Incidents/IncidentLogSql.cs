// Statements on what hangs on an incident: its log, links and attachments. IncidentDesk and its sisters have found the incident within the
// scope before.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Incidents;

internal static class IncidentLogSql
{
    internal static List<IncidentLogLine> Lines(DbConnection connection, IncidentNumber number) => connection.Rows(
        "SELECT seq, at, name, kind, subject, text FROM incident_log WHERE number = @number ORDER BY seq", Read, ("@number", number.Value));

    internal static bool HasLine(DbConnection connection, string id) =>
        connection.First("SELECT 1 FROM incident_log WHERE id = @id", _ => true, ("@id", id));

    internal static void Append(DbConnection connection, IncidentNumber number, string id, string account, IncidentLogLine line) => connection.Run("""
        INSERT INTO incident_log (number, seq, id, at, account, name, kind, subject, text) VALUES (@number, @seq, @id, @at, @account, @name, @kind, @subject, @text)
        """,
        ("@number", number.Value), ("@seq", line.Seq), ("@id", id), ("@at", line.At), ("@account", account), ("@name", line.By), ("@kind", line.Kind),
        ("@subject", line.Subject), ("@text", line.Text));

    internal static List<string> Links(DbConnection connection, IncidentNumber number) => connection.Rows(
        "SELECT subject FROM incident_link WHERE number = @number ORDER BY linked_at, subject", r => r.GetString(0), ("@number", number.Value));

    /// <summary>False where it was linked already.</summary>
    internal static bool Link(DbConnection connection, IncidentNumber number, string subject, AccountId by, DateTimeOffset at) => connection.Run("""
        INSERT INTO incident_link (number, subject, linked_by, linked_at) VALUES (@number, @subject, @by, @at) ON CONFLICT (number, subject) DO NOTHING
        """,
        ("@number", number.Value), ("@subject", subject), ("@by", by.ToString()), ("@at", at)) > 0;

    internal static List<IncidentAttachment> Attachments(DbConnection connection, IncidentNumber number) => connection.Rows(
        "SELECT id, name, media_type, bytes_count, added_name, added_at FROM incident_attachment WHERE number = @number ORDER BY added_at, id",
        r => new IncidentAttachment
        {
            Id = Guid.Parse(r.GetString(0)),
            Name = r.GetString(1),
            MediaType = r.GetString(2),
            Bytes = r.GetInt64(3),
            AddedBy = r.GetString(4),
            AddedAt = r.Instant(5),
        },
        ("@number", number.Value));

    internal static byte[]? AttachmentBody(DbConnection connection, IncidentNumber number, Guid id) => connection.First(
        "SELECT body FROM incident_attachment WHERE id = @id AND number = @number", r => r.Bytes(0), ("@id", id.ToString("N")), ("@number", number.Value));

    internal static void Attach(DbConnection connection, IncidentNumber number, IncidentAttachment attachment, string sha256, byte[] body, AccountId by) => connection.Run("""
        INSERT INTO incident_attachment (id, number, name, media_type, bytes_count, sha256, body, added_by, added_name, added_at)
        VALUES (@id, @number, @name, @type, @count, @hash, @body, @by, @byName, @at)
        """,
        ("@id", attachment.Id.ToString("N")), ("@number", number.Value), ("@name", attachment.Name), ("@type", attachment.MediaType), ("@count", attachment.Bytes),
        ("@hash", sha256), ("@body", body), ("@by", by.ToString()), ("@byName", attachment.AddedBy), ("@at", attachment.AddedAt));

    private static IncidentLogLine Read(DbDataReader r) => new()
    {
        Seq = r.GetInt64(0),
        At = r.Instant(1),
        By = r.GetString(2),
        Kind = Enum.Parse<IncidentLogKind>(r.GetString(3)),
        Subject = r.GetString(4),
        Text = r.GetString(5),
    };
}
