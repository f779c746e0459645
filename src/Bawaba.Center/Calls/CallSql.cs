// Statements on the phone and radio log.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Calls;

internal static class CallSql
{
    private const string Columns = "number, at, channel, caller, call_back, place, what, corrects, directorate, recorded_name, erased_at, priority, mark, mark_note, marked_at, marked_name";

    internal static List<CallEntry> Newest(DbConnection connection, Scope scope, DateTimeOffset from, DateTimeOffset until, int most) => connection.Rows(
        $"SELECT {Columns} FROM call_entry WHERE at >= @from AND at < @until AND {Scope.OfOwner("directorate")} ORDER BY at DESC, number DESC LIMIT @most",
        Read, ("@from", from), ("@until", until), ("@most", (long)most), scope.Parameter);

    /// <summary>Those before a number that fit what the store can tell; where words are asked for, the caller looks at each.</summary>
    internal static List<CallEntry> Matching(DbConnection connection, Scope scope, CallQuery query, int most) => connection.Rows(
        $"""
        SELECT {Columns} FROM call_entry
        WHERE erased_at IS NULL AND at >= @from AND at < @until AND (@before = '' OR number < @before)
            AND (@priority = '' OR priority = @priority) AND (@channel = '' OR channel = @channel) AND (@mark = '' OR mark = @mark)
            AND {Scope.OfOwner("directorate")}
        ORDER BY number DESC LIMIT @most
        """,
        Read,
        ("@from", query.From ?? DateTimeOffset.UnixEpoch), ("@until", query.Until ?? DateTimeOffset.MaxValue), ("@before", query.Before),
        ("@priority", query.Priority?.ToString() ?? ""), ("@channel", query.Channel?.ToString() ?? ""), ("@mark", query.Mark?.ToString() ?? ""),
        ("@most", (long)most), scope.Parameter);

    /// <summary>Those somebody waits for an answer to, oldest first, of whatever day.</summary>
    internal static List<CallEntry> Waiting(DbConnection connection, Scope scope, int most) => connection.Rows(
        $"SELECT {Columns} FROM call_entry WHERE mark = 'NeedsAnswer' AND erased_at IS NULL AND {Scope.OfOwner("directorate")} ORDER BY number LIMIT @most",
        Read, ("@most", (long)most), scope.Parameter);

    internal static CallEntry? Find(DbConnection connection, Scope scope, string number) => connection.First(
        $"SELECT {Columns} FROM call_entry WHERE number = @number AND {Scope.OfOwner("directorate")}", Read, ("@number", number), scope.Parameter);

    internal static CallEntry? ByRequest(DbConnection connection, Scope scope, string request, AccountId by) => connection.First(
        $"SELECT {Columns} FROM call_entry WHERE request = @request AND recorded_by = @by AND {Scope.OfOwner("directorate")}",
        Read, ("@request", request), ("@by", by.ToString()), scope.Parameter);

    internal static bool IsRequestTaken(DbConnection connection, string request) =>
        connection.First("SELECT 1 FROM call_entry WHERE request = @request", _ => true, ("@request", request));

    internal static string NextNumber(DbConnection connection, DateTimeOffset at) => YearSerial.After(
        connection.First("SELECT max(number) FROM call_entry WHERE number LIKE @year", r => r.TextOrNull(0), ("@year", YearSerial.OfYear(at))), at);

    internal static void Insert(DbConnection connection, CallEntry call, AccountId by, string request) => connection.Run("""
        INSERT INTO call_entry (number, at, channel, caller, call_back, place, what, corrects, directorate, recorded_by, recorded_name, kept, request,
            priority, mark, marked_at, marked_name)
        VALUES (@number, @at, @channel, @caller, @back, @place, @what, @corrects, @directorate, @by, @name, 0, @request, @priority, @mark, @marked, @marker)
        """,
        ("@number", call.Number), ("@at", call.At), ("@channel", call.Channel), ("@caller", call.Caller), ("@back", call.CallBack), ("@place", call.Place),
        ("@what", call.What), ("@corrects", call.Corrects), ("@directorate", call.Directorate?.Value), ("@by", by.ToString()), ("@name", call.RecordedBy), ("@request", request),
        ("@priority", call.Priority), ("@mark", call.Mark), ("@marked", call.MarkedAt), ("@marker", call.MarkedBy));

    internal static void Mark(DbConnection connection, CallEntry call) => connection.Run(
        "UPDATE call_entry SET mark = @mark, mark_note = @note, marked_at = @at, marked_name = @name WHERE number = @number",
        ("@mark", call.Mark), ("@note", call.MarkNote), ("@at", call.MarkedAt), ("@name", call.MarkedBy), ("@number", call.Number));

    /// <summary>An incident is linked: the entry stays.</summary>
    internal static void Keep(DbConnection connection, string number) => connection.Run("UPDATE call_entry SET kept = 1 WHERE number = @number", ("@number", number));

    internal static List<string> DueToErase(DbConnection connection, DateTimeOffset until, int most) => connection.Rows(
        "SELECT number FROM call_entry WHERE at <= @until AND kept = 0 AND erased_at IS NULL ORDER BY at LIMIT @most",
        r => r.GetString(0), ("@until", until), ("@most", (long)most));

    internal static void Erase(DbConnection connection, string number, DateTimeOffset at) => connection.Run(
        "UPDATE call_entry SET caller = '', call_back = '', place = '', what = '', mark_note = '', erased_at = @at WHERE number = @number", ("@at", at), ("@number", number));

    private static CallEntry Read(DbDataReader r) => new()
    {
        Number = r.GetString(0),
        At = r.Instant(1),
        Channel = Enum.Parse<CallChannel>(r.GetString(2)),
        Caller = r.GetString(3),
        CallBack = r.GetString(4),
        Place = r.GetString(5),
        What = r.GetString(6),
        Corrects = r.TextOrNull(7),
        Directorate = r.TextOrNull(8) is { } directorate ? DirectorateId.Parse(directorate) : null,
        RecordedBy = r.GetString(9),
        ErasedAt = r.InstantOrNull(10),
        Priority = Enum.Parse<CallPriority>(r.GetString(11)),
        Mark = r.TextOrNull(12) is { } mark ? Enum.Parse<CallMark>(mark) : null,
        MarkNote = r.GetString(13),
        MarkedAt = r.InstantOrNull(14),
        MarkedBy = r.TextOrNull(15),
    };
}
