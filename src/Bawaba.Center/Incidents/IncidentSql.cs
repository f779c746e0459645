// Statements on incidents. Each that reads takes a scope: one's own incidents, the common ones, and those an agreement lets one see.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Incidents;

internal static class IncidentSql
{
    private static readonly string Shared = AgreementSql.Lets("i.directorate", "i.opened_at");

    /// <summary>Open ones first, then the newest; each with how many steps were left out, how many units are with it, and how many of these are overdue.</summary>
    internal static List<(Incident Incident, long Skipped, long Units, long Overdue)> List(DbConnection connection, Scope scope, DateTimeOffset now, int most) => connection.Rows(
        $"""
        SELECT {IncidentRow.Columns}, (SELECT count(*) FROM incident_log l WHERE l.number = i.number AND l.kind = 'StepSkipped'),
            (SELECT count(*) FROM unit_assignment u WHERE u.subject = 'incident/' || i.number AND u.released_at IS NULL),
            (SELECT count(*) FROM unit_assignment u JOIN unit n ON n.assignment = u.id WHERE u.subject = 'incident/' || i.number AND n.overdue_at IS NOT NULL)
        FROM incident i WHERE ({Scope.OfOwner("i.directorate")} OR {Shared})
        ORDER BY CASE WHEN i.state = 'Open' THEN 0 ELSE 1 END, i.opened_at DESC LIMIT @most
        """,
        r => (IncidentRow.Read(r), r.GetInt64(IncidentRow.Count), r.GetInt64(IncidentRow.Count + 1), r.GetInt64(IncidentRow.Count + 2)), ("@now", now), ("@most", (long)most), scope.Parameter);

    internal static Incident? Find(DbConnection connection, Scope scope, DateTimeOffset now, IncidentNumber number) => connection.First(
        $"SELECT {IncidentRow.Columns} FROM incident i WHERE i.number = @number AND ({Scope.OfOwner("i.directorate")} OR {Shared})",
        IncidentRow.Read, ("@number", number.Value), ("@now", now), scope.Parameter);

    /// <summary>The incidents, within the scope, something is linked to.</summary>
    internal static List<IncidentNumber> Of(DbConnection connection, Scope scope, DateTimeOffset now, string subject) => connection.Rows(
        $"SELECT i.number FROM incident_link l JOIN incident i ON i.number = l.number WHERE l.subject = @subject AND ({Scope.OfOwner("i.directorate")} OR {Shared}) ORDER BY l.linked_at",
        r => IncidentNumber.Parse(r.GetString(0)), ("@subject", subject), ("@now", now), scope.Parameter);

    /// <summary>The newest links of calls to incidents within the scope.</summary>
    internal static List<(string Call, IncidentNumber Incident)> LinkedCalls(DbConnection connection, Scope scope, DateTimeOffset now) => connection.Rows(
        $"""
        SELECT l.subject, i.number FROM incident_link l JOIN incident i ON i.number = l.number
        WHERE l.subject LIKE 'call/%' AND ({Scope.OfOwner("i.directorate")} OR {Shared}) ORDER BY l.linked_at DESC LIMIT 1000
        """,
        r => (r.GetString(0)["call/".Length..], IncidentNumber.Parse(r.GetString(1))), ("@now", now), scope.Parameter);

    /// <summary>What an account opened with this form.</summary>
    internal static Incident? ByRequest(DbConnection connection, Scope scope, string request, AccountId by) => connection.First(
        $"SELECT {IncidentRow.Columns} FROM incident i WHERE i.request = @request AND i.opened_by = @by AND {Scope.OfOwner("i.directorate")}",
        IncidentRow.Read, ("@request", request), ("@by", by.ToString()), scope.Parameter);

    internal static bool IsRequestTaken(DbConnection connection, string request) =>
        connection.First("SELECT 1 FROM incident WHERE request = @request", _ => true, ("@request", request));

    /// <summary>The next number of the year; the writer has the room to itself.</summary>
    internal static string NextNumber(DbConnection connection, DateTimeOffset at) => YearSerial.After(
        connection.First("SELECT max(number) FROM incident WHERE number LIKE @year", r => r.TextOrNull(0), ("@year", YearSerial.OfYear(at))), at);

    internal static void Insert(DbConnection connection, Incident incident, AccountId by, string request) => connection.Run("""
        INSERT INTO incident (number, version, type, type_owner, type_version, priority, state, directorate, summary, place_gate, place_text, latitude, longitude,
            raised_at, opened_by, opened_name, opened_at, command, command_name, skipped_seen, request)
        VALUES (@number, @version, @type, @typeOwner, @typeVersion, @priority, @state, @directorate, @summary, @gate, @place, @latitude, @longitude,
            @raised, @by, @name, @opened, @command, @commandName, 0, @request)
        """,
        ("@number", incident.Number.Value), ("@version", incident.Version), ("@type", incident.Type), ("@typeOwner", incident.TypeOwner?.Value ?? ""),
        ("@typeVersion", incident.TypeVersion), ("@priority", incident.Priority), ("@state", incident.State), ("@directorate", incident.Directorate?.Value),
        ("@summary", incident.Summary), ("@gate", incident.Place.Gate?.Value), ("@place", incident.Place.Text), ("@latitude", incident.Place.Point?.Latitude),
        ("@longitude", incident.Place.Point?.Longitude), ("@raised", incident.RaisedAt), ("@by", by.ToString()), ("@name", incident.OpenedBy),
        ("@opened", incident.OpenedAt), ("@command", incident.Command.ToString()), ("@commandName", incident.CommandName), ("@request", request));

    internal static void Update(DbConnection connection, Incident incident) => connection.Run("""
        UPDATE incident SET version = @version, priority = @priority, state = @state, place_gate = @gate, place_text = @place, latitude = @latitude, longitude = @longitude,
            raised_at = @raised, command = @command, command_name = @commandName, offered_to = @offered, offered_name = @offeredName,
            first_dispatch_at = @dispatch, first_en_route_at = @enRoute, first_on_scene_at = @onScene, closed_at = @closed, skipped_seen = @seen
        WHERE number = @number
        """,
        ("@number", incident.Number.Value), ("@version", incident.Version), ("@priority", incident.Priority), ("@state", incident.State),
        ("@gate", incident.Place.Gate?.Value), ("@place", incident.Place.Text), ("@latitude", incident.Place.Point?.Latitude), ("@longitude", incident.Place.Point?.Longitude),
        ("@raised", incident.RaisedAt), ("@command", incident.Command.ToString()), ("@commandName", incident.CommandName),
        ("@offered", incident.OfferedTo?.ToString()), ("@offeredName", incident.OfferedName), ("@dispatch", incident.FirstDispatchAt),
        ("@enRoute", incident.FirstEnRouteAt), ("@onScene", incident.FirstOnSceneAt), ("@closed", incident.ClosedAt), ("@seen", incident.SkippedSeen));
}
