// Statements on alerts and their pictures.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class AlertSql
{
    /// <summary>Changes no row when the entry and passage have an alert already.</summary>
    internal static Statement Insert(Alert alert, int revision, DateTimeOffset matchedAt) => new("""
        INSERT INTO alert (id, version, state, gate, lane, camera, passage, mandate, entry, entry_category, entry_action,
            entry_legal_basis, entry_instrument, entry_issued_by, entry_expires_at, entry_vehicle, entry_colour, direction,
            vehicle, plate, confidence, revision, late, has_pictures, passed_at, captured_at, matched_at, raised_at,
            reject_reason, closed_at, erase_at, erased_at, entry_plate)
        VALUES (@id, @version, @state, @gate, @lane, @camera, @passage, @mandate, @entry, @category, @action,
            @basis, @instrument, @issuer, @expires, @entryVehicle, @colour, @direction,
            @vehicle, @plate, @confidence, @revision, @late, @pictures, @passed, @captured, @matched, @raised,
            @reason, @closed, @eraseAt, @erased, @entryPlate)
        ON CONFLICT (entry, passage) DO NOTHING
        """,
        ("@id", alert.Id.ToString()), ("@version", alert.Version), ("@state", alert.State), ("@gate", alert.Gate.Value),
        ("@lane", alert.Lane.Value), ("@camera", alert.Camera.Value), ("@passage", alert.Passage.ToString()),
        ("@mandate", alert.Mandate.Value), ("@entry", alert.Entry.Id.Value), ("@category", alert.Entry.Category),
        ("@action", alert.Entry.PermittedAction), ("@basis", alert.Entry.LegalBasis), ("@instrument", alert.Entry.InstrumentNumber),
        ("@issuer", alert.Entry.IssuedBy), ("@expires", alert.Entry.ExpiresAt), ("@entryVehicle", alert.Entry.Vehicle),
        ("@colour", alert.Entry.Colour), ("@direction", alert.Direction), ("@vehicle", alert.Vehicle),
        ("@plate", alert.Plate?.Visual), ("@confidence", (double)alert.Confidence), ("@revision", (long)revision),
        ("@late", alert.Late), ("@pictures", alert.HasPictures), ("@passed", alert.PassedAt), ("@captured", alert.CapturedAt),
        ("@matched", matchedAt), ("@raised", alert.RaisedAt), ("@reason", alert.RejectReason), ("@closed", alert.ClosedAt),
        ("@eraseAt", AlertTransitions.EraseAt(alert)), ("@erased", alert.ErasedAt), ("@entryPlate", alert.EntryPlate?.Visual));

    internal static Alert? Find(DbConnection connection, Scope scope, AlertId id) => connection.First(
        $"SELECT {AlertRow.Columns} FROM alert WHERE id = @id AND {Scope.OfGate("gate")}", AlertRow.Read, ("@id", id.ToString()), scope.Parameter);

    /// <summary>Those that these hits have already; each with the newest reading taken in.</summary>
    internal static Dictionary<(EntryId Entry, PassageId Passage), (Alert Alert, long Revision)> FindBy(DbConnection connection, IReadOnlyCollection<Hit> hits)
    {
        var found = connection.IsPostgres()
            ? connection.Rows(
                $"""
                SELECT {AlertRow.Columns}, revision FROM alert
                WHERE (entry, passage) IN (SELECT * FROM unnest(@entries, @passages))
                """,
                r => (Alert: AlertRow.Read(r), Revision: r.GetInt64(AlertRow.Count)),
                ("@entries", hits.Select(h => h.Entry.Value).ToArray()), ("@passages", hits.Select(h => h.Passage.ToString()).ToArray()))
            : hits.Select(h => FindBy(connection, h.Entry, h.Passage)).OfType<(Alert Alert, long Revision)>().ToList();
        return found.DistinctBy(f => f.Alert.Id).ToDictionary(f => (f.Alert.Entry.Id, f.Alert.Passage));
    }

    internal static (Alert Alert, long Revision)? FindBy(DbConnection connection, EntryId entry, PassageId passage) => connection.First(
        $"SELECT {AlertRow.Columns}, revision FROM alert WHERE entry = @entry AND passage = @passage",
        r => ((Alert, long)?)(AlertRow.Read(r), r.GetInt64(AlertRow.Count)),
        ("@entry", entry.Value), ("@passage", passage.ToString()));

    internal static List<Alert> List(DbConnection connection, Scope scope, AlertQuery query) => connection.Rows(
        $"""
        SELECT {AlertRow.Columns} FROM alert
        WHERE {(query.UndecidedOnly ? "state IN ('Raised', 'Answered', 'FirstLook') AND " : "")}(@gate = '' OR gate = @gate) AND {Scope.OfGate("gate")}
        ORDER BY raised_at DESC, id DESC LIMIT @limit
        """,
        AlertRow.Read,
        ("@gate", query.Gate?.Value ?? ""), ("@limit", (long)query.Limit), scope.Parameter);

    /// <summary>Those of these that there are, newest first.</summary>
    internal static List<Alert> These(DbConnection connection, Scope scope, IReadOnlyCollection<AlertId> ids) => connection.Rows(
        $"""
        SELECT {AlertRow.Columns} FROM alert
        WHERE id IN ({(connection.IsPostgres() ? "SELECT unnest(@ids)" : "SELECT value FROM json_each(@ids)")}) AND {Scope.OfGate("gate")}
        ORDER BY raised_at DESC, id DESC
        """,
        AlertRow.Read,
        ("@ids", connection.IsPostgres() ? ids.Select(id => id.ToString()).ToArray() : $"[{string.Join(',', ids.Select(id => $"\"{id}\""))}]"), scope.Parameter);

    /// <summary>Those whose work is not done, confirmed ones too, oldest first.</summary>
    internal static List<Alert> Open(DbConnection connection, Scope scope, int most) => connection.Rows(
        $"""
        SELECT {AlertRow.Columns} FROM alert
        WHERE state IN ('Raised', 'Answered', 'FirstLook', 'Confirmed') AND {Scope.OfGate("gate")}
        ORDER BY raised_at, id LIMIT @most
        """,
        AlertRow.Read,
        ("@most", (long)most), scope.Parameter);

    /// <summary>How many are not decided, gate by gate; gates without any are left out.</summary>
    internal static List<(GateId Gate, long Alerts)> UndecidedByGate(DbConnection connection, Scope scope) => connection.Rows(
        $"SELECT gate, count(*) FROM alert WHERE state IN ('Raised', 'Answered', 'FirstLook') AND {Scope.OfGate("gate")} GROUP BY gate",
        row => (GateId.Parse(row.GetString(0)), row.GetInt64(1)),
        scope.Parameter);

    /// <summary>A gate's alerts raised since the instant, newest first: asked by every gate every second.</summary>
    internal static List<Alert> OfGate(DbConnection connection, GateId gate, DateTimeOffset since, int most) => connection.Rows(
        $"SELECT {AlertRow.Columns} FROM alert WHERE raised_at >= @since AND gate = @gate ORDER BY raised_at DESC LIMIT @most",
        AlertRow.Read,
        ("@since", since), ("@gate", gate.Value), ("@most", (long)most));

    /// <summary>Undecided alerts raised at or before the instant.</summary>
    internal static List<Alert> DueToExpire(DbConnection connection, DateTimeOffset raisedUntil, int most) => connection.Rows(
        $"""
        SELECT {AlertRow.Columns} FROM alert
        WHERE state IN ('Raised', 'Answered', 'FirstLook') AND raised_at <= @until
        ORDER BY raised_at LIMIT @most
        """,
        AlertRow.Read,
        ("@until", raisedUntil), ("@most", (long)most));

    internal static List<Alert> DueToErase(DbConnection connection, DateTimeOffset at, int most) => connection.Rows(
        $"SELECT {AlertRow.Columns} FROM alert WHERE erase_at <= @at ORDER BY erase_at LIMIT @most",
        AlertRow.Read,
        ("@at", at), ("@most", (long)most));

    /// <summary>Those in time that wait for a person, oldest first: nobody has answered, or somebody has and has not decided.</summary>
    internal static List<Alert> Waiting(DbConnection connection, int most) => connection.Rows(
        $"""
        SELECT {AlertRow.Columns} FROM alert
        WHERE state IN ('Raised', 'Answered', 'FirstLook') AND late = 0 ORDER BY raised_at LIMIT @most
        """,
        AlertRow.Read,
        ("@most", (long)most));

    /// <summary>Writes to whom it has gone on; the version stays.</summary>
    internal static Statement Escalate(Alert alert) => new("""
        UPDATE alert SET supervisor_at = @supervisor, commander_at = @commander, slow_at = @slow WHERE id = @id AND version = @version
        """,
        ("@supervisor", alert.SupervisorAt), ("@commander", alert.CommanderAt), ("@slow", alert.SlowAt), ("@id", alert.Id.ToString()), ("@version", alert.Version));

    /// <summary>Writes the step; changes no row where the version before it stands no longer.</summary>
    internal static Statement Update(Alert alert) => new("""
        UPDATE alert SET version = @version, state = @state, plate = @plate, entry_plate = @entryPlate, confidence = @confidence, has_pictures = @pictures,
            answered = @answered, first_look = @firstLook, verdict = @verdict, confirmed = @confirmed, rejected = @rejected,
            reject_reason = @reason, expired_at = @expired, closed_at = @closed, erase_at = @eraseAt, erased_at = @erased, slow_at = @slow
        WHERE id = @id AND version = @version - 1
        """,
        ("@id", alert.Id.ToString()), ("@version", alert.Version), ("@state", alert.State), ("@plate", alert.Plate?.Visual),
        ("@entryPlate", alert.EntryPlate?.Visual), ("@confidence", (double)alert.Confidence), ("@pictures", alert.HasPictures), ("@answered", AlertRow.Write(alert.Answered)),
        ("@firstLook", AlertRow.Write(alert.FirstLook)), ("@verdict", alert.Verdict), ("@confirmed", AlertRow.Write(alert.Confirmed)),
        ("@rejected", AlertRow.Write(alert.Rejected)), ("@reason", alert.RejectReason), ("@expired", alert.ExpiredAt),
        ("@closed", alert.ClosedAt), ("@eraseAt", AlertTransitions.EraseAt(alert)), ("@erased", alert.ErasedAt), ("@slow", alert.SlowAt));

    internal static Statement SetRevision(AlertId id, int revision) => new(
        "UPDATE alert SET revision = @revision WHERE id = @id", ("@id", id.ToString()), ("@revision", (long)revision));

    internal static Statement PutPicture(AlertId id, AlertPicture picture, byte[] jpeg) => new("""
        INSERT INTO alert_picture (alert, picture, jpeg) VALUES (@id, @picture, @jpeg)
        ON CONFLICT (alert, picture) DO UPDATE SET jpeg = excluded.jpeg
        """,
        ("@id", id.ToString()), ("@picture", picture), ("@jpeg", jpeg));

    internal static byte[]? Picture(DbConnection connection, Scope scope, AlertId id, AlertPicture picture) => connection.First(
        $"SELECT p.jpeg FROM alert_picture p JOIN alert a ON a.id = p.alert WHERE p.alert = @id AND p.picture = @picture AND {Scope.OfGate("a.gate")}",
        r => r.Bytes(0),
        ("@id", id.ToString()), ("@picture", picture), scope.Parameter);

    internal static void ErasePictures(DbConnection connection, AlertId id) =>
        connection.Run("DELETE FROM alert_picture WHERE alert = @id", ("@id", id.ToString()));
}
