// Statements on the case register.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Cases;

internal static class CaseSql
{
    private const string Columns = "number, kind, state, opened_name, opened_at, closed_at, outside_number, directorate";
    private const int MostShown = 500;
    private const int MostLinks = 5000;

    internal static List<CaseFile> Newest(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT {Columns} FROM case_file WHERE {Scope.OfOwner("directorate")} ORDER BY opened_at DESC LIMIT @most", ToCase, ("@most", MostShown), scope.Parameter);

    internal static CaseFile? Find(DbConnection connection, Scope scope, string number) =>
        connection.First($"SELECT {Columns} FROM case_file WHERE number = @number AND {Scope.OfOwner("directorate")}", ToCase, ("@number", number), scope.Parameter) is { } found
            ? found with { Links = connection.Rows("SELECT subject FROM case_link WHERE number = @number ORDER BY linked_at", r => r.GetString(0), ("@number", number)) }
            : null;

    /// <summary>The cases, within the scope, something belongs to.</summary>
    internal static List<string> NumbersOf(DbConnection connection, Scope scope, string subject) => connection.Rows(
        $"SELECT l.number FROM case_link l JOIN case_file f ON f.number = l.number WHERE l.subject = @subject AND {Scope.OfOwner("f.directorate")} ORDER BY l.linked_at",
        r => r.GetString(0), ("@subject", subject), scope.Parameter);

    /// <summary>What belongs to each of the newest cases.</summary>
    internal static ILookup<string, string> Links(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT l.number, l.subject FROM case_link l JOIN case_file f ON f.number = l.number WHERE {Scope.OfOwner("f.directorate")} ORDER BY l.linked_at DESC LIMIT @most",
        r => (Number: r.GetString(0), Subject: r.GetString(1)), ("@most", MostLinks), scope.Parameter).ToLookup(l => l.Number, l => l.Subject, StringComparer.Ordinal);

    /// <summary>The next number of the year; the writer has the room to itself.</summary>
    internal static string NextNumber(DbConnection connection, DateTimeOffset at) => YearSerial.After(
        connection.First("SELECT max(number) FROM case_file WHERE number LIKE @year", r => r.TextOrNull(0), ("@year", YearSerial.OfYear(at))), at);

    internal static void Insert(DbConnection connection, CaseFile file, AccountId by) => connection.Run("""
        INSERT INTO case_file (number, kind, state, opened_by, opened_name, opened_at, outside_number, directorate)
        VALUES (@number, @kind, @state, @by, @name, @at, @outside, @directorate)
        """,
        ("@number", file.Number), ("@kind", file.Kind), ("@state", file.State), ("@by", by.ToString()), ("@name", file.OpenedBy),
        ("@at", file.OpenedAt), ("@outside", file.OutsideNumber), ("@directorate", file.Directorate?.Value));

    internal static int Close(DbConnection connection, Scope scope, string number, DateTimeOffset at) => connection.Run(
        $"UPDATE case_file SET state = 'Closed', closed_at = @at WHERE number = @number AND state = 'Open' AND {Scope.OfOwner("directorate")}",
        ("@at", at), ("@number", number), scope.Parameter);

    internal static void Link(DbConnection connection, string number, string subject, AccountId by, DateTimeOffset at) => connection.Run("""
        INSERT INTO case_link (number, subject, linked_by, linked_at) VALUES (@number, @subject, @by, @at) ON CONFLICT (number, subject) DO NOTHING
        """,
        ("@number", number), ("@subject", subject), ("@by", by.ToString()), ("@at", at));

    private static CaseFile ToCase(DbDataReader r) => new()
    {
        Number = r.GetString(0),
        Kind = Enum.Parse<CaseKind>(r.GetString(1)),
        State = Enum.Parse<CaseState>(r.GetString(2)),
        OpenedBy = r.GetString(3),
        OpenedAt = r.Instant(4),
        ClosedAt = r.InstantOrNull(5),
        OutsideNumber = r.TextOrNull(6),
        Directorate = r.TextOrNull(7) is { } directorate ? DirectorateId.Parse(directorate) : null,
    };
}
