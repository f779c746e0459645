// Statements on the registry of gates, lanes and cameras.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

internal static class GateSql
{
    internal static LocalName? City(DbConnection connection) =>
        connection.First("SELECT name_ar, name_en FROM city", r => Name(r, 0));

    internal static List<(GateId Id, LocalName Name, GateKind Kind, DateTimeOffset? RetiredAt, DirectorateId? Directorate)> Gates(DbConnection connection) => connection.Rows(
        "SELECT id, name_ar, name_en, kind, retired_at, directorate FROM gate ORDER BY position, id",
        r => (GateId.Parse(r.GetString(0)), Name(r, 1), Enum.Parse<GateKind>(r.GetString(3)), r.InstantOrNull(4), r.TextOrNull(5) is { } directorate ? DirectorateId.Parse(directorate) : (DirectorateId?)null));

    internal static List<(GateId Gate, Lane Lane)> Lanes(DbConnection connection) => connection.Rows(
        "SELECT gate, id, name_ar, name_en, retired_at FROM lane ORDER BY position, id",
        r => (GateId.Parse(r.GetString(0)), new Lane { Id = LaneId.Parse(r.GetString(1)), Name = Name(r, 2), RetiredAt = r.InstantOrNull(4) }));

    internal static List<Camera> Cameras(DbConnection connection) => connection.Rows(
        "SELECT id, gate, lane, name_ar, name_en, simulated, retired_at FROM camera ORDER BY position, id",
        r => new Camera
        {
            Id = CameraId.Parse(r.GetString(0)),
            Gate = GateId.Parse(r.GetString(1)),
            Lane = LaneId.Parse(r.GetString(2)),
            Name = Name(r, 3),
            Simulated = r.GetInt64(5) == 1,
            RetiredAt = r.InstantOrNull(6),
        });

    internal static void PutCity(DbConnection connection, LocalName name) => connection.Run("""
        INSERT INTO city (one, name_ar, name_en) VALUES (1, @ar, @en)
        ON CONFLICT (one) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en
        """,
        ("@ar", name.Ar), ("@en", name.En));

    /// <summary>Every row is retired first; those the file names come back with their Put.</summary>
    internal static void RetireGates(DbConnection connection, DateTimeOffset at) =>
        connection.Run("UPDATE gate SET retired_at = @at WHERE retired_at IS NULL", ("@at", at));

    internal static void RetireLanes(DbConnection connection, DateTimeOffset at) =>
        connection.Run("UPDATE lane SET retired_at = @at WHERE retired_at IS NULL", ("@at", at));

    internal static void RetireCameras(DbConnection connection, DateTimeOffset at) =>
        connection.Run("UPDATE camera SET retired_at = @at WHERE retired_at IS NULL", ("@at", at));

    internal static void PutGate(DbConnection connection, GateSettings gate, int position) => connection.Run("""
        INSERT INTO gate (id, name_ar, name_en, kind, position, directorate) VALUES (@id, @ar, @en, @kind, @position, @directorate)
        ON CONFLICT (id) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en,
            kind = excluded.kind, position = excluded.position, directorate = excluded.directorate, retired_at = NULL
        """,
        ("@id", gate.Id.Value), ("@ar", gate.Name.Ar), ("@en", gate.Name.En), ("@kind", gate.Kind), ("@position", position),
        ("@directorate", gate.Directorate?.Value));

    internal static void PutLane(DbConnection connection, GateId gate, LaneSettings lane, int position) => connection.Run("""
        INSERT INTO lane (gate, id, name_ar, name_en, position) VALUES (@gate, @id, @ar, @en, @position)
        ON CONFLICT (gate, id) DO UPDATE SET name_ar = excluded.name_ar, name_en = excluded.name_en,
            position = excluded.position, retired_at = NULL
        """,
        ("@gate", gate.Value), ("@id", lane.Id.Value), ("@ar", lane.Name.Ar), ("@en", lane.Name.En), ("@position", position));

    internal static void PutCamera(DbConnection connection, GateId gate, CameraSettings camera, int position) => connection.Run("""
        INSERT INTO camera (id, gate, lane, name_ar, name_en, simulated, position)
        VALUES (@id, @gate, @lane, @ar, @en, @simulated, @position)
        ON CONFLICT (id) DO UPDATE SET gate = excluded.gate, lane = excluded.lane, name_ar = excluded.name_ar,
            name_en = excluded.name_en, simulated = excluded.simulated, position = excluded.position, retired_at = NULL
        """,
        ("@id", camera.Id.Value), ("@gate", gate.Value), ("@lane", camera.Lane.Value), ("@ar", camera.Name.Ar),
        ("@en", camera.Name.En), ("@simulated", camera.Traffic is not null), ("@position", position));

    internal static void PutReport(DbConnection connection, GateId gate, long at, string json) => connection.Run("""
        INSERT INTO gate_report (gate, at, report) VALUES (@gate, @at, @report)
        ON CONFLICT (gate) DO UPDATE SET at = excluded.at, report = excluded.report
        """,
        ("@gate", gate.Value), ("@at", at), ("@report", json));

    /// <summary>The last heartbeat of each gate, whichever process heard it.</summary>
    internal static List<(string Gate, long At, string Report)> Reports(DbConnection connection) =>
        connection.Rows("SELECT gate, at, report FROM gate_report", r => (r.GetString(0), r.GetInt64(1), r.GetString(2)));

    private static LocalName Name(DbDataReader reader, int column) => new() { Ar = reader.GetString(column), En = reader.GetString(column + 1) };

    /// <summary>Whose act this was on the gate, where one is in the log since the instant: their name, or their account where it has none. Null where there is none.</summary>
    internal static string? WrittenSince(DbConnection connection, GateId gate, AuditAct act, DateTimeOffset since) => connection.First(
        """
        SELECT coalesce(a.display_name, e.account) FROM audit_event e LEFT JOIN account a ON a.id = e.account
        WHERE e.subject = @gate AND e.act = @act AND e.at >= @since ORDER BY e.seq DESC LIMIT 1
        """,
        r => r.GetString(0),
        ("@gate", gate.Value), ("@act", act.ToString()), ("@since", since));
}
