// Statements on feeds of positions.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class FeedSql
{
    private const string Columns = "id, label, directorate, made_at, revoked_at";

    /// <summary>The newest first. A directorate's people see their own alone: the joint room's speaks of all units.</summary>
    internal static List<UnitFeed> List(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT {Columns} FROM unit_feed WHERE {Scope.OfOwner("directorate")} AND (@scope = '' OR directorate IS NOT NULL) ORDER BY made_at DESC",
        Read,
        scope.Parameter);

    internal static UnitFeed? Find(DbConnection connection, Scope scope, UnitFeedId id) => connection.First(
        $"SELECT {Columns} FROM unit_feed WHERE id = @id AND {Scope.OfOwner("directorate")} AND (@scope = '' OR directorate IS NOT NULL)",
        Read,
        ("@id", id.ToString()), scope.Parameter);

    internal static void Insert(DbConnection connection, UnitFeed feed, string tokenHash, AccountId by) => connection.Run("""
        INSERT INTO unit_feed (id, label, directorate, token_hash, made_by, made_at) VALUES (@id, @label, @directorate, @hash, @by, @at)
        """,
        ("@id", feed.Id.ToString()), ("@label", feed.Label), ("@directorate", feed.Directorate?.Value), ("@hash", tokenHash),
        ("@by", by.ToString()), ("@at", feed.MadeAt));

    internal static int Revoke(DbConnection connection, UnitFeedId id, DateTimeOffset at) => connection.Run(
        "UPDATE unit_feed SET revoked_at = @at WHERE id = @id AND revoked_at IS NULL", ("@at", at), ("@id", id.ToString()));

    /// <summary>Whose token it is, where it counts.</summary>
    internal static UnitFeed? ByToken(DbConnection connection, string tokenHash) => connection.First(
        $"SELECT {Columns} FROM unit_feed WHERE token_hash = @hash AND revoked_at IS NULL", Read, ("@hash", tokenHash));

    private static UnitFeed Read(DbDataReader r) => new()
    {
        Id = UnitFeedId.Parse(r.GetString(0)),
        Label = r.GetString(1),
        Directorate = r.TextOrNull(2) is { } directorate ? DirectorateId.Parse(directorate) : null,
        MadeAt = r.Instant(3),
        RevokedAt = r.InstantOrNull(4),
    };
}
