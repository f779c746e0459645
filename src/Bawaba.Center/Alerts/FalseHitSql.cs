// Statements on false-hit shares and stopped cameras.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class FalseHitSql
{
    private const int MostEntries = 200;

    /// <summary>Each camera with a decided alert since the instant, or that is stopped. What was decided before a technician looked counts no more.</summary>
    internal static List<FalseHitShare> Cameras(DbConnection connection, Scope scope, DateTimeOffset since) => connection.Rows(
        $"""
        SELECT g.gate, g.camera, coalesce(sum(CASE WHEN a.id IS NULL THEN 0 ELSE 1 END), 0), coalesce(sum(CASE WHEN a.reject_reason = 'Misread' THEN 1 ELSE 0 END), 0),
            (SELECT max(s.stopped_at) FROM camera_stop s WHERE s.gate = g.gate AND s.camera = g.camera AND s.resumed_at IS NULL)
        FROM (SELECT gate, camera FROM alert WHERE raised_at > @since UNION SELECT gate, camera FROM camera_stop WHERE resumed_at IS NULL) g
        LEFT JOIN alert a ON a.gate = g.gate AND a.camera = g.camera AND a.raised_at > @since AND (a.confirmed IS NOT NULL OR a.rejected IS NOT NULL)
            AND a.raised_at > coalesce((SELECT max(s.resumed_at) FROM camera_stop s WHERE s.gate = g.gate AND s.camera = g.camera), 0)
        WHERE {Scope.OfGate("g.gate")}
        GROUP BY g.gate, g.camera ORDER BY g.gate, g.camera
        """,
        r => new FalseHitShare
        {
            Gate = GateId.Parse(r.GetString(0)),
            Camera = CameraId.Parse(r.GetString(1)),
            Decided = Convert.ToInt32(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture),
            Misread = Convert.ToInt32(r.GetValue(3), System.Globalization.CultureInfo.InvariantCulture),
            StoppedAt = r.InstantOrNull(4),
        },
        ("@since", since), scope.Parameter);

    /// <summary>Entries with the most rejected alerts first.</summary>
    internal static List<EntryShare> Entries(DbConnection connection, Scope scope, DateTimeOffset since) => connection.Rows(
        $"""
        SELECT entry, count(*), sum(CASE WHEN rejected IS NULL THEN 0 ELSE 1 END) AS refused FROM alert
        WHERE raised_at > @since AND (confirmed IS NOT NULL OR rejected IS NOT NULL) AND {Scope.OfGate("gate")}
        GROUP BY entry ORDER BY refused DESC, entry LIMIT @most
        """,
        r => new EntryShare(
            EntryId.Parse(r.GetString(0)),
            Convert.ToInt32(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture),
            Convert.ToInt32(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture)),
        ("@since", since), ("@most", MostEntries), scope.Parameter);

    internal static List<CameraId> Stopped(DbConnection connection, GateId gate) => connection.Rows(
        "SELECT DISTINCT camera FROM camera_stop WHERE gate = @gate AND resumed_at IS NULL ORDER BY camera", r => CameraId.Parse(r.GetString(0)), ("@gate", gate.Value));

    internal static void Stop(DbConnection connection, FalseHitShare share, DateTimeOffset at) => connection.Run("""
        INSERT INTO camera_stop (camera, gate, stopped_at, decided, misread) VALUES (@camera, @gate, @at, @decided, @misread)
        """,
        ("@camera", share.Camera.Value), ("@gate", share.Gate.Value), ("@at", at), ("@decided", (long)share.Decided), ("@misread", (long)share.Misread));

    internal static int Resume(DbConnection connection, Scope scope, GateId gate, CameraId camera, string by, DateTimeOffset at) => connection.Run(
        $"UPDATE camera_stop SET resumed_at = @at, resumed_by = @by WHERE gate = @gate AND camera = @camera AND resumed_at IS NULL AND {Scope.OfGate("gate")}",
        ("@at", at), ("@by", by), ("@gate", gate.Value), ("@camera", camera.Value), scope.Parameter);
}
