// A unit as it lies in the store: its row, its position and its open assignment, read together.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class UnitRow
{
    internal const string Columns = """
        u.id, u.version, u.name_ar, u.name_en, u.kind, u.directorate, u.vehicle, u.strength, u.status, u.status_at, u.on_duty_at,
        u.welfare_minutes, u.welfare_due_at, u.overdue_at, u.retired_at, u.overdue_seen_at, u.overdue_seen_name,
        p.latitude, p.longitude, p.accuracy_metres, p.gate, p.at, p.source,
        """ + " " + AssignmentColumns;

    internal const string AssignmentColumns = """
        a.id, a.unit, a.subject, a.title_ar, a.title_en, a.place_ar, a.place_en, a.priority, a.instructions, a.notes,
        a.assigned_at, a.assigned_by, a.acknowledged_at, a.en_route_at, a.on_scene_at, a.released_at, a.broken_off
        """;

    private const int PositionAt = 17;
    private const int AssignmentAt = 23;

    internal static Unit Read(DbDataReader r) => new()
    {
        Id = UnitId.Parse(r.GetString(0)),
        Version = r.GetInt64(1),
        Name = new() { Ar = r.GetString(2), En = r.GetString(3) },
        Kind = Enum.Parse<UnitKind>(r.GetString(4)),
        Directorate = r.TextOrNull(5) is { } directorate ? DirectorateId.Parse(directorate) : null,
        Vehicle = r.GetString(6),
        Strength = (int)r.GetInt64(7),
        Status = Enum.Parse<UnitStatus>(r.GetString(8)),
        StatusAt = r.Instant(9),
        OnDutyAt = r.InstantOrNull(10),
        WelfareMinutes = r.IsDBNull(11) ? null : (int)r.GetInt64(11),
        WelfareDueAt = r.InstantOrNull(12),
        OverdueAt = r.InstantOrNull(13),
        RetiredAt = r.InstantOrNull(14),
        OverdueSeenAt = r.InstantOrNull(15),
        OverdueSeenBy = r.TextOrNull(16),
        Position = r.IsDBNull(PositionAt + 4) ? null : ReadPosition(r, PositionAt),
        Assignment = r.IsDBNull(AssignmentAt) ? null : ReadAssignment(r, AssignmentAt),
    };

    internal static Assignment ReadAssignment(DbDataReader r) => ReadAssignment(r, 0);

    private static Assignment ReadAssignment(DbDataReader r, int c) => new()
    {
        Id = AssignmentId.Parse(r.GetString(c)),
        Unit = UnitId.Parse(r.GetString(c + 1)),
        Task = new()
        {
            Subject = r.GetString(c + 2),
            Title = new() { Ar = r.GetString(c + 3), En = r.GetString(c + 4) },
            Place = new() { Ar = r.GetString(c + 5), En = r.GetString(c + 6) },
            Priority = (int)r.GetInt64(c + 7),
            Instructions = r.GetString(c + 8),
            Notes = r.GetString(c + 9),
        },
        AssignedAt = r.Instant(c + 10),
        AssignedBy = r.GetString(c + 11),
        AcknowledgedAt = r.InstantOrNull(c + 12),
        EnRouteAt = r.InstantOrNull(c + 13),
        OnSceneAt = r.InstantOrNull(c + 14),
        ReleasedAt = r.InstantOrNull(c + 15),
        BrokenOff = r.GetInt64(c + 16) == 1,
    };

    private static UnitPosition ReadPosition(DbDataReader r, int c) => new()
    {
        Point = !r.IsDBNull(c) && Coordinates.TryMake(r.GetDouble(c), r.GetDouble(c + 1), out var point) ? point : null,
        AccuracyMetres = r.IsDBNull(c + 2) ? null : r.GetDouble(c + 2),
        Gate = r.TextOrNull(c + 3) is { } gate ? GateId.Parse(gate) : null,
        At = r.Instant(c + 4),
        Source = Enum.Parse<PositionSource>(r.GetString(c + 5)),
    };
}
