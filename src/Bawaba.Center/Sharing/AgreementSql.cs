// Statements on agreements between directorates. Whoever stands on either side sees an agreement; the joint room sees all.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Sharing;

internal static class AgreementSql
{
    private const string Columns = "id, giver, taker, mode, fields, purpose, from_at, until_at, offered_name, offered_at, accepted_name, accepted_at, ended_name, ended_at";
    private const int MostShown = 200;

    /// <summary>A condition: an agreement lets <c>@scope</c> see what this directorate began at that instant. Needs the scope's parameter and <c>@now</c>.</summary>
    internal static string Lets(string owner, string beganAt) => $"""
        EXISTS (SELECT 1 FROM agreement g WHERE g.giver = {owner} AND g.taker = @scope AND g.ended_at IS NULL
            AND g.accepted_at < {beganAt} AND g.from_at <= {beganAt} AND g.until_at > {beganAt} AND g.until_at > @now)
        """;

    internal static List<Agreement> Newest(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT {Columns} FROM agreement WHERE ({Scope.OfOwner("giver")} OR {Scope.OfOwner("taker")}) ORDER BY offered_at DESC LIMIT @most",
        Read, ("@most", MostShown), scope.Parameter);

    internal static Agreement? Find(DbConnection connection, Scope scope, AgreementId id) => connection.First(
        $"SELECT {Columns} FROM agreement WHERE id = @id AND ({Scope.OfOwner("giver")} OR {Scope.OfOwner("taker")})", Read, ("@id", id.ToString()), scope.Parameter);

    /// <summary>Those in force now that let the scope's directorate see what another began then.</summary>
    internal static List<Agreement> Letting(DbConnection connection, Scope scope, DirectorateId giver, DateTimeOffset beganAt, DateTimeOffset now) => connection.Rows(
        $"""
        SELECT {Columns} FROM agreement
        WHERE giver = @giver AND taker = @scope AND {Scope.OfOwner("taker")} AND ended_at IS NULL AND accepted_at < @began AND from_at <= @began AND until_at > @began AND until_at > @now
        """,
        Read, ("@giver", giver.Value), ("@began", beganAt), ("@now", now), scope.Parameter);

    /// <summary>All in force now: for who is told of changes.</summary>
    internal static List<Agreement> InForce(DbConnection connection, DateTimeOffset now) => connection.Rows(
        $"SELECT {Columns} FROM agreement WHERE accepted_at <= @now AND ended_at IS NULL AND from_at <= @now AND until_at > @now", Read, ("@now", now));

    internal static void Insert(DbConnection connection, Agreement agreement, AccountId by) => connection.Run("""
        INSERT INTO agreement (id, giver, taker, mode, fields, purpose, from_at, until_at, offered_by, offered_name, offered_at)
        VALUES (@id, @giver, @taker, @mode, @fields, @purpose, @from, @until, @by, @name, @at)
        """,
        ("@id", agreement.Id.ToString()), ("@giver", agreement.Giver.Value), ("@taker", agreement.Taker.Value), ("@mode", agreement.Mode),
        ("@fields", string.Join(' ', agreement.Fields)), ("@purpose", agreement.Purpose), ("@from", agreement.FromAt), ("@until", agreement.UntilAt),
        ("@by", by.ToString()), ("@name", agreement.OfferedBy), ("@at", agreement.OfferedAt));

    internal static void Accept(DbConnection connection, AgreementId id, AccountId by, string name, DateTimeOffset at) => connection.Run(
        "UPDATE agreement SET accepted_by = @by, accepted_name = @name, accepted_at = @at WHERE id = @id AND accepted_at IS NULL AND ended_at IS NULL",
        ("@by", by.ToString()), ("@name", name), ("@at", at), ("@id", id.ToString()));

    internal static void End(DbConnection connection, AgreementId id, AccountId by, string name, DateTimeOffset at) => connection.Run(
        "UPDATE agreement SET ended_by = @by, ended_name = @name, ended_at = @at WHERE id = @id AND ended_at IS NULL",
        ("@by", by.ToString()), ("@name", name), ("@at", at), ("@id", id.ToString()));

    private static Agreement Read(DbDataReader r) => new()
    {
        Id = new(Guid.Parse(r.GetString(0))),
        Giver = DirectorateId.Parse(r.GetString(1)),
        Taker = DirectorateId.Parse(r.GetString(2)),
        Mode = Enum.Parse<ShareMode>(r.GetString(3)),
        Fields = [.. r.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ShareField>)],
        Purpose = r.GetString(5),
        FromAt = r.Instant(6),
        UntilAt = r.Instant(7),
        OfferedBy = r.GetString(8),
        OfferedAt = r.Instant(9),
        AcceptedBy = r.TextOrNull(10),
        AcceptedAt = r.InstantOrNull(11),
        EndedBy = r.TextOrNull(12),
        EndedAt = r.InstantOrNull(13),
    };
}
