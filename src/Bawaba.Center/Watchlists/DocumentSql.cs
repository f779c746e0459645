// Statements on the documents entries rest on.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Watchlists;

internal static class DocumentSql
{
    internal static HashSet<string> Hashes(DbConnection connection) =>
        connection.Rows("SELECT sha256 FROM source_document", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);

    internal static bool IsStored(DbConnection connection, string hash) =>
        connection.First("SELECT sha256 FROM source_document WHERE sha256 = @hash", r => r.GetString(0), ("@hash", hash)) is not null;

    internal static byte[]? Body(DbConnection connection, string hash) =>
        connection.First("SELECT body FROM source_document_body WHERE sha256 = @hash", r => r.Bytes(0), ("@hash", hash));

    internal static void Keep(DbConnection connection, string hash, byte[] body, string mediaType, AccountId by, DateTimeOffset at)
    {
        if (connection.Run("""
            INSERT INTO source_document (sha256, media_type, bytes_count, added_by, added_at) VALUES (@hash, @type, @count, @by, @at) ON CONFLICT (sha256) DO NOTHING
            """,
            ("@hash", hash), ("@type", mediaType), ("@count", (long)body.Length), ("@by", by.ToString()), ("@at", at)) > 0)
        {
            connection.Run("INSERT INTO source_document_body (sha256, body) VALUES (@hash, @body)", ("@hash", hash), ("@body", body));
        }
    }
}
