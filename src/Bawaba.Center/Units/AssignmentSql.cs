// Statements on tasks of units and on what crews said from their phones.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class AssignmentSql
{
    /// <summary>Every unit's that was sent to the subject, the first first.</summary>
    internal static List<Assignment> OfSubject(DbConnection connection, Scope scope, string subject) => connection.Rows(
        $"SELECT {UnitRow.AssignmentColumns} FROM unit_assignment a JOIN unit u ON u.id = a.unit WHERE a.subject = @subject AND {Scope.OfOwner("u.directorate")} ORDER BY a.assigned_at, a.id",
        UnitRow.ReadAssignment,
        ("@subject", subject), scope.Parameter);

    internal static Assignment? Find(DbConnection connection, Scope scope, AssignmentId id) => connection.First(
        $"SELECT {UnitRow.AssignmentColumns} FROM unit_assignment a JOIN unit u ON u.id = a.unit WHERE a.id = @id AND {Scope.OfOwner("u.directorate")}",
        UnitRow.ReadAssignment,
        ("@id", id.ToString()), scope.Parameter);

    internal static bool IsTaken(DbConnection connection, AssignmentId id) =>
        connection.First("SELECT 1 FROM unit_assignment WHERE id = @id", _ => true, ("@id", id.ToString()));

    /// <summary>Makes it, or writes its next state.</summary>
    internal static void Put(DbConnection connection, Assignment assignment) => connection.Run("""
        INSERT INTO unit_assignment (id, unit, subject, title_ar, title_en, place_ar, place_en, priority, instructions, notes,
            assigned_at, assigned_by, acknowledged_at, en_route_at, on_scene_at, released_at, broken_off)
        VALUES (@id, @unit, @subject, @titleAr, @titleEn, @placeAr, @placeEn, @priority, @instructions, @notes,
            @assigned, @by, @acknowledged, @enRoute, @onScene, @released, @broken)
        ON CONFLICT (id) DO UPDATE SET title_ar = excluded.title_ar, title_en = excluded.title_en, place_ar = excluded.place_ar,
            place_en = excluded.place_en, priority = excluded.priority, instructions = excluded.instructions, notes = excluded.notes,
            acknowledged_at = excluded.acknowledged_at, en_route_at = excluded.en_route_at, on_scene_at = excluded.on_scene_at,
            released_at = excluded.released_at, broken_off = excluded.broken_off
        """,
        ("@id", assignment.Id.ToString()), ("@unit", assignment.Unit.Value), ("@subject", assignment.Task.Subject),
        ("@titleAr", assignment.Task.Title.Ar), ("@titleEn", assignment.Task.Title.En), ("@placeAr", assignment.Task.Place.Ar),
        ("@placeEn", assignment.Task.Place.En), ("@priority", (long)assignment.Task.Priority), ("@instructions", assignment.Task.Instructions),
        ("@notes", assignment.Task.Notes), ("@assigned", assignment.AssignedAt), ("@by", assignment.AssignedBy),
        ("@acknowledged", assignment.AcknowledgedAt), ("@enRoute", assignment.EnRouteAt), ("@onScene", assignment.OnSceneAt),
        ("@released", assignment.ReleasedAt), ("@broken", assignment.BrokenOff));

    /// <summary>What was answered to a command before: whose it was, for which unit, the answer.</summary>
    internal static (UnitId Unit, string Account, CommandAnswer Answer)? Answered(DbConnection connection, Guid command) => connection.First(
        "SELECT unit, account, answer FROM unit_command WHERE id = @id",
        r => ((UnitId, string, CommandAnswer)?)(UnitId.Parse(r.GetString(0)), r.GetString(1), Enum.Parse<CommandAnswer>(r.GetString(2))),
        ("@id", command.ToString("N")));

    internal static void Remember(DbConnection connection, UnitId unit, AccountId by, UnitCommand command, DateTimeOffset receivedAt, CommandAnswer answer) => connection.Run("""
        INSERT INTO unit_command (id, unit, account, verb, assignment, device_at, received_at, answer)
        VALUES (@id, @unit, @account, @verb, @assignment, @device, @received, @answer)
        """,
        ("@id", command.Id.ToString("N")), ("@unit", unit.Value), ("@account", by.ToString()), ("@verb", command.Verb),
        ("@assignment", command.Assignment?.ToString()), ("@device", command.At), ("@received", receivedAt), ("@answer", answer));

    /// <summary>Both times of a unit's commands, oldest first.</summary>
    internal static List<(UnitVerb Verb, DateTimeOffset DeviceAt, DateTimeOffset ReceivedAt, CommandAnswer Answer)> Commands(DbConnection connection, Scope scope, UnitId unit) => connection.Rows(
        $"""
        SELECT c.verb, c.device_at, c.received_at, c.answer FROM unit_command c JOIN unit u ON u.id = c.unit
        WHERE c.unit = @unit AND {Scope.OfOwner("u.directorate")} ORDER BY c.received_at, c.device_at
        """,
        r => (Enum.Parse<UnitVerb>(r.GetString(0)), r.Instant(1), r.Instant(2), Enum.Parse<CommandAnswer>(r.GetString(3))),
        ("@unit", unit.Value), scope.Parameter);

    internal static int EraseCommandsBefore(DbConnection connection, DateTimeOffset at) =>
        connection.Run("DELETE FROM unit_command WHERE received_at < @at", ("@at", at));
}
