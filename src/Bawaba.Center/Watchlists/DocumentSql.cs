// Statements on the documents entries rest on.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal static class DocumentSql
{
    /// <summary>Every document with who stored it; one that several directorates stored stands there for each.</summary>
    internal static List<(string Hash, DirectorateId? Directorate)> Owned(DbConnection connection) => connection.Rows(
        "SELECT sha256, directorate FROM source_document_owner",
        r => (r.GetString(0), r.GetString(1) is { Length: > 0 } id ? DirectorateId.Parse(id) : (DirectorateId?)null));

    /// <summary>True where somebody within the scope stored it.</summary>
    internal static bool IsStored(DbConnection connection, Scope scope, string hash) => connection.First(
        $"SELECT sha256 FROM source_document_owner WHERE sha256 = @hash AND {Scope.OfOwner("directorate")}", r => r.GetString(0), ("@hash", hash), scope.Parameter) is not null;

    internal static byte[]? Body(DbConnection connection, Scope scope, string hash) => connection.First(
        $"""
        SELECT b.body FROM source_document_body b
        WHERE b.sha256 = @hash AND EXISTS (SELECT 1 FROM source_document_owner o WHERE o.sha256 = b.sha256 AND {Scope.OfOwner("o.directorate")})
        """,
        r => r.Bytes(0),
        ("@hash", hash), scope.Parameter);

    internal static void Keep(DbConnection connection, Scope scope, string hash, byte[] body, string mediaType, AccountId by, DateTimeOffset at)
    {
        if (connection.Run("""
            INSERT INTO source_document (sha256, media_type, bytes_count, added_by, added_at) VALUES (@hash, @type, @count, @by, @at) ON CONFLICT (sha256) DO NOTHING
            """,
            ("@hash", hash), ("@type", mediaType), ("@count", (long)body.Length), ("@by", by.ToString()), ("@at", at)) > 0)
        {
            connection.Run("INSERT INTO source_document_body (sha256, body) VALUES (@hash, @body)", ("@hash", hash), ("@body", body));
        }
        connection.Run(
            "INSERT INTO source_document_owner (sha256, directorate) VALUES (@hash, @directorate) ON CONFLICT (sha256, directorate) DO NOTHING",
            ("@hash", hash), ("@directorate", scope.Directorate?.Value ?? ""));
    }
}
