// Statements on what came of incidents: the custody register, seizures with their chain.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class OutcomeSql
{
    private const string CustodyColumns = """
        number, incident, directorate, person, document, taken_at, taken_where, ordered_by, carried_out_by, grounds, instrument, alert, rechecked_at,
        custody_place, health, recorded_name, recorded_at
        """;

    private const string SeizureColumns = """
        number, incident, directorate, item, quantity, taken_at, taken_where, taken_from, legal_basis, bag, holder, recorded_name, recorded_at
        """;

    private const int MostShown = 300;

    internal static List<IncidentOutcome> Of(DbConnection connection, IncidentNumber number) => connection.Rows(
        "SELECT kind, subject FROM incident_outcome WHERE number = @number ORDER BY seq",
        r => new IncidentOutcome(Enum.Parse<OutcomeKind>(r.GetString(0)), r.GetString(1)), ("@number", number.Value));

    internal static void Add(DbConnection connection, IncidentNumber number, long seq, IncidentOutcome outcome) => connection.Run(
        "INSERT INTO incident_outcome (number, seq, kind, subject) VALUES (@number, @seq, @kind, @subject)",
        ("@number", number.Value), ("@seq", seq), ("@kind", outcome.Kind), ("@subject", outcome.Subject));

    internal static string NextCustody(DbConnection connection, DateTimeOffset at) => YearSerial.After(
        connection.First("SELECT max(number) FROM custody WHERE number LIKE @year", r => r.TextOrNull(0), ("@year", YearSerial.OfYear(at))), at);

    internal static string NextSeizure(DbConnection connection, DateTimeOffset at) => YearSerial.After(
        connection.First("SELECT max(number) FROM seizure WHERE number LIKE @year", r => r.TextOrNull(0), ("@year", YearSerial.OfYear(at))), at);

    internal static bool IsBagTaken(DbConnection connection, string bag, string otherThan) => connection.First(
        """
        SELECT 1 FROM seizure WHERE bag = @bag AND number <> @other
        UNION ALL SELECT 1 FROM seizure_transfer WHERE bag = @bag AND seizure <> @other LIMIT 1
        """,
        _ => true, ("@bag", bag), ("@other", otherThan));

    internal static List<CustodyEntry> NewestCustody(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT {CustodyColumns} FROM custody WHERE {Scope.OfOwner("directorate")} ORDER BY recorded_at DESC LIMIT @most", ToCustody, ("@most", MostShown), scope.Parameter);

    internal static CustodyEntry? FindCustody(DbConnection connection, Scope scope, string number) =>
        connection.First($"SELECT {CustodyColumns} FROM custody WHERE number = @number AND {Scope.OfOwner("directorate")}", ToCustody, ("@number", number), scope.Parameter) is { } found
            ? found with
            {
                Events = connection.Rows(
                    "SELECT kind, at, text, recorded_name, recorded_at FROM custody_event WHERE custody = @number ORDER BY seq",
                    r => new CustodyEvent(Enum.Parse<CustodyEventKind>(r.GetString(0)), r.Instant(1), r.GetString(2), r.GetString(3), r.Instant(4)), ("@number", number)),
            }
            : null;

    internal static void Insert(DbConnection connection, CustodyEntry entry, AccountId by) => connection.Run("""
        INSERT INTO custody (number, incident, directorate, person, document, taken_at, taken_where, ordered_by, carried_out_by, grounds, instrument, alert,
            rechecked_at, custody_place, health, recorded_by, recorded_name, recorded_at)
        VALUES (@number, @incident, @directorate, @person, @document, @taken, @where, @ordered, @carried, @grounds, @instrument, @alert,
            @rechecked, @place, @health, @by, @name, @at)
        """,
        ("@number", entry.Number), ("@incident", entry.Incident.Value), ("@directorate", entry.Directorate?.Value), ("@person", entry.Person), ("@document", entry.Document),
        ("@taken", entry.TakenAt), ("@where", entry.TakenWhere), ("@ordered", entry.OrderedBy), ("@carried", entry.CarriedOutBy), ("@grounds", entry.Grounds),
        ("@instrument", entry.Instrument), ("@alert", entry.Alert), ("@rechecked", entry.RecheckedAt), ("@place", entry.CustodyPlace), ("@health", entry.Health),
        ("@by", by.ToString()), ("@name", entry.RecordedBy), ("@at", entry.RecordedAt));

    internal static void Add(DbConnection connection, string custody, int seq, CustodyEvent e, AccountId by) => connection.Run("""
        INSERT INTO custody_event (custody, seq, at, kind, text, recorded_by, recorded_name, recorded_at) VALUES (@custody, @seq, @at, @kind, @text, @by, @name, @recorded)
        """,
        ("@custody", custody), ("@seq", (long)seq), ("@at", e.At), ("@kind", e.Kind), ("@text", e.Text), ("@by", by.ToString()), ("@name", e.RecordedBy), ("@recorded", e.RecordedAt));

    internal static List<SeizedItem> NewestSeizures(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT {SeizureColumns} FROM seizure WHERE {Scope.OfOwner("directorate")} ORDER BY recorded_at DESC LIMIT @most", ToSeizure, ("@most", MostShown), scope.Parameter)
        .ConvertAll(item => item with { Transfers = Transfers(connection, item.Number) });

    internal static SeizedItem? FindSeizure(DbConnection connection, Scope scope, string number) =>
        connection.First($"SELECT {SeizureColumns} FROM seizure WHERE number = @number AND {Scope.OfOwner("directorate")}", ToSeizure, ("@number", number), scope.Parameter) is { } found
            ? found with { Transfers = Transfers(connection, number) }
            : null;

    internal static void Insert(DbConnection connection, SeizedItem item, AccountId by) => connection.Run("""
        INSERT INTO seizure (number, incident, directorate, item, quantity, taken_at, taken_where, taken_from, legal_basis, bag, holder, recorded_by, recorded_name, recorded_at)
        VALUES (@number, @incident, @directorate, @item, @quantity, @taken, @where, @from, @basis, @bag, @holder, @by, @name, @at)
        """,
        ("@number", item.Number), ("@incident", item.Incident.Value), ("@directorate", item.Directorate?.Value), ("@item", item.Item), ("@quantity", item.Quantity),
        ("@taken", item.TakenAt), ("@where", item.TakenWhere), ("@from", item.TakenFrom), ("@basis", item.LegalBasis), ("@bag", item.Bag), ("@holder", item.Holder),
        ("@by", by.ToString()), ("@name", item.RecordedBy), ("@at", item.RecordedAt));

    internal static void Add(DbConnection connection, string seizure, int seq, SeizureTransfer transfer, AccountId by) => connection.Run("""
        INSERT INTO seizure_transfer (seizure, seq, at, from_name, to_name, purpose, bag, intact, recorded_by, recorded_name, recorded_at)
        VALUES (@seizure, @seq, @at, @from, @to, @purpose, @bag, @intact, @by, @name, @recorded)
        """,
        ("@seizure", seizure), ("@seq", (long)seq), ("@at", transfer.At), ("@from", transfer.From), ("@to", transfer.To), ("@purpose", transfer.Purpose),
        ("@bag", transfer.Bag), ("@intact", transfer.Intact), ("@by", by.ToString()), ("@name", transfer.RecordedBy), ("@recorded", transfer.RecordedAt));

    private static List<SeizureTransfer> Transfers(DbConnection connection, string number) => connection.Rows(
        "SELECT at, from_name, to_name, purpose, bag, intact, recorded_name, recorded_at FROM seizure_transfer WHERE seizure = @number ORDER BY seq",
        r => new SeizureTransfer
        {
            At = r.Instant(0),
            From = r.GetString(1),
            To = r.GetString(2),
            Purpose = r.GetString(3),
            Bag = r.GetString(4),
            Intact = r.GetInt64(5) != 0,
            RecordedBy = r.GetString(6),
            RecordedAt = r.Instant(7),
        },
        ("@number", number));

    private static CustodyEntry ToCustody(DbDataReader r) => new()
    {
        Number = r.GetString(0),
        Incident = IncidentNumber.Parse(r.GetString(1)),
        Directorate = r.TextOrNull(2) is { } directorate ? DirectorateId.Parse(directorate) : null,
        Person = r.GetString(3),
        Document = r.GetString(4),
        TakenAt = r.Instant(5),
        TakenWhere = r.GetString(6),
        OrderedBy = r.GetString(7),
        CarriedOutBy = r.GetString(8),
        Grounds = Enum.Parse<CustodyGrounds>(r.GetString(9)),
        Instrument = r.GetString(10),
        Alert = r.GetString(11),
        RecheckedAt = r.InstantOrNull(12),
        CustodyPlace = r.GetString(13),
        Health = r.GetString(14),
        RecordedBy = r.GetString(15),
        RecordedAt = r.Instant(16),
    };

    private static SeizedItem ToSeizure(DbDataReader r) => new()
    {
        Number = r.GetString(0),
        Incident = IncidentNumber.Parse(r.GetString(1)),
        Directorate = r.TextOrNull(2) is { } directorate ? DirectorateId.Parse(directorate) : null,
        Item = r.GetString(3),
        Quantity = r.GetString(4),
        TakenAt = r.Instant(5),
        TakenWhere = r.GetString(6),
        TakenFrom = r.GetString(7),
        LegalBasis = r.GetString(8),
        Bag = r.GetString(9),
        Holder = r.GetString(10),
        RecordedBy = r.GetString(11),
        RecordedAt = r.Instant(12),
    };
}
