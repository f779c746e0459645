// Statements on units, their crews and where they are.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class UnitSql
{
    private const string With = "LEFT JOIN unit_position p ON p.unit = u.id LEFT JOIN unit_assignment a ON a.id = u.assignment";

    /// <summary>Those in force, by name.</summary>
    internal static List<Unit> List(DbConnection connection, Scope scope)
    {
        var crews = Crews(connection, scope).ToLookup(c => c.Unit, c => c.Member);
        return connection.Rows(
            $"SELECT {UnitRow.Columns} FROM unit u {With} WHERE u.retired_at IS NULL AND {Scope.OfOwner("u.directorate")} ORDER BY u.name_en, u.id", UnitRow.Read, scope.Parameter)
            .ConvertAll(u => u with { Crew = [.. crews[u.Id]] });
    }

    /// <summary>In force or retired.</summary>
    internal static Unit? Find(DbConnection connection, Scope scope, UnitId id) => connection.First(
        $"SELECT {UnitRow.Columns} FROM unit u {With} WHERE u.id = @id AND {Scope.OfOwner("u.directorate")}", UnitRow.Read, ("@id", id.Value), scope.Parameter) is { } found
            ? found with { Crew = [.. Crews(connection, scope).Where(c => c.Unit == id).Select(c => c.Member)] }
            : null;

    /// <summary>Whether the id was ever given, whosever it is.</summary>
    internal static bool Exists(DbConnection connection, UnitId id) => connection.First("SELECT 1 FROM unit WHERE id = @id", _ => true, ("@id", id.Value));

    /// <summary>The unit a person is of the crew of, within the person's scope.</summary>
    internal static UnitId? OfCrew(DbConnection connection, Scope scope, AccountId account) => connection.First(
        $"SELECT u.id FROM unit_crew c JOIN unit u ON u.id = c.unit WHERE c.account = @account AND u.retired_at IS NULL AND {Scope.OfOwner("u.directorate")}",
        r => (UnitId?)UnitId.Parse(r.GetString(0)),
        ("@account", account.ToString()), scope.Parameter);

    /// <summary>Crews, each by name. A person whose account is closed is of none.</summary>
    internal static List<(UnitId Unit, CrewMember Member)> Crews(DbConnection connection, Scope scope) => connection.Rows(
        $"""
        SELECT c.unit, c.account, o.display_name FROM unit_crew c JOIN unit u ON u.id = c.unit JOIN account o ON o.id = c.account
        WHERE o.closed_at IS NULL AND {Scope.OfOwner("u.directorate")} ORDER BY o.display_name, c.account
        """,
        r => (UnitId.Parse(r.GetString(0)), new CrewMember(AccountId.Parse(r.GetString(1)), r.GetString(2))),
        scope.Parameter);

    /// <summary>False where the id is taken.</summary>
    internal static bool Insert(DbConnection connection, Unit unit, AccountId by, DateTimeOffset at) => connection.Run("""
        INSERT INTO unit (id, version, name_ar, name_en, kind, directorate, vehicle, strength, status, status_at, welfare_minutes, registered_by, registered_at)
        VALUES (@id, @version, @ar, @en, @kind, @directorate, @vehicle, @strength, @status, @statusAt, @welfare, @by, @at)
        ON CONFLICT (id) DO NOTHING
        """,
        ("@id", unit.Id.Value), ("@version", unit.Version), ("@ar", unit.Name.Ar), ("@en", unit.Name.En), ("@kind", unit.Kind),
        ("@directorate", unit.Directorate?.Value), ("@vehicle", unit.Vehicle), ("@strength", (long)unit.Strength), ("@status", unit.Status),
        ("@statusAt", unit.StatusAt), ("@welfare", (long?)unit.WelfareMinutes), ("@by", by.ToString()), ("@at", at)) > 0;

    /// <summary>Writes the step; changes no row where the version before it stands no longer.</summary>
    internal static int Update(DbConnection connection, Unit unit) => connection.Run("""
        UPDATE unit SET version = @version, name_ar = @ar, name_en = @en, kind = @kind, vehicle = @vehicle, strength = @strength, status = @status,
            status_at = @statusAt, on_duty_at = @onDuty, assignment = @assignment, welfare_minutes = @welfare, welfare_due_at = @due,
            overdue_at = @overdue, overdue_seen_at = @seenAt, overdue_seen_name = @seenBy, retired_at = @retired
        WHERE id = @id AND version = @version - 1
        """,
        ("@id", unit.Id.Value), ("@version", unit.Version), ("@ar", unit.Name.Ar), ("@en", unit.Name.En), ("@kind", unit.Kind),
        ("@vehicle", unit.Vehicle), ("@strength", (long)unit.Strength), ("@status", unit.Status), ("@statusAt", unit.StatusAt),
        ("@onDuty", unit.OnDutyAt), ("@assignment", unit.Assignment?.Id.ToString()), ("@welfare", (long?)unit.WelfareMinutes),
        ("@due", unit.WelfareDueAt), ("@overdue", unit.OverdueAt), ("@seenAt", unit.OverdueSeenAt), ("@seenBy", unit.OverdueSeenBy), ("@retired", unit.RetiredAt));

    /// <summary>Takes everybody out of it.</summary>
    internal static void ClearCrew(DbConnection connection, UnitId unit) =>
        connection.Run("DELETE FROM unit_crew WHERE unit = @unit", ("@unit", unit.Value));

    /// <summary>False where the person is of another unit's crew.</summary>
    internal static bool AddCrew(DbConnection connection, UnitId unit, AccountId account, DateTimeOffset at) => connection.Run(
        "INSERT INTO unit_crew (account, unit, set_at) VALUES (@account, @unit, @at) ON CONFLICT (account) DO NOTHING",
        ("@account", account.ToString()), ("@unit", unit.Value), ("@at", at)) > 0;

    /// <summary>In the place of what was there; false where that is newer, or the unit is off duty.</summary>
    internal static bool PutPosition(DbConnection connection, UnitId unit, UnitPosition position) => connection.Run("""
        INSERT INTO unit_position (unit, latitude, longitude, accuracy_metres, gate, at, source)
        SELECT u.id, @latitude, @longitude, @accuracy, @gate, @at, @source FROM unit u WHERE u.id = @unit AND u.retired_at IS NULL AND u.status <> 'OffDuty'
        ON CONFLICT (unit) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude, accuracy_metres = excluded.accuracy_metres,
            gate = excluded.gate, at = excluded.at, source = excluded.source
        WHERE unit_position.at < excluded.at
        """,
        ("@unit", unit.Value), ("@latitude", position.Point?.Latitude), ("@longitude", position.Point?.Longitude),
        ("@accuracy", position.AccuracyMetres), ("@gate", position.Gate?.Value), ("@at", position.At), ("@source", position.Source)) > 0;

    internal static bool ErasePosition(DbConnection connection, UnitId unit) =>
        connection.Run("DELETE FROM unit_position WHERE unit = @unit", ("@unit", unit.Value)) > 0;

    /// <summary>Units in force whose crew's word is missing and after whom nobody looks yet, the longest silent first.</summary>
    internal static List<Unit> Calling(DbConnection connection, Scope scope, int most) => connection.Rows(
        $"""
        SELECT {UnitRow.Columns} FROM unit u {With}
        WHERE u.overdue_at IS NOT NULL AND u.overdue_seen_at IS NULL AND u.retired_at IS NULL AND {Scope.OfOwner("u.directorate")}
        ORDER BY u.overdue_at, u.id LIMIT @most
        """,
        UnitRow.Read, ("@most", (long)most), scope.Parameter);

    internal static bool IsOverdue(DbConnection connection, UnitId unit) =>
        connection.First("SELECT 1 FROM unit WHERE id = @id AND overdue_at IS NOT NULL", _ => true, ("@id", unit.Value));

    /// <summary>Units on duty whose crew's word is due, and those after whom somebody has looked long enough without one.</summary>
    internal static List<UnitId> DueForWord(DbConnection connection, DateTimeOffset at, int most) => connection.Rows(
        """
        SELECT id FROM unit
        WHERE welfare_due_at <= @at AND (overdue_at IS NULL OR overdue_seen_at <= @looked) AND retired_at IS NULL AND status <> 'OffDuty'
        ORDER BY welfare_due_at LIMIT @most
        """,
        r => UnitId.Parse(r.GetString(0)),
        ("@at", at), ("@looked", at - UnitRules.LookedAfter), ("@most", (long)most));
}
