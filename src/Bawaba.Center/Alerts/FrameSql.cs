// Statements on the further pictures of alerts.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class FrameSql
{
    /// <summary>How many of the kind an alert has, and the bytes of all it has.</summary>
    internal static (int Count, long Bytes) Held(DbConnection connection, AlertId id, FrameKind kind) => connection.Rows(
        "SELECT coalesce(sum(CASE WHEN kind = @kind THEN 1 ELSE 0 END), 0), coalesce(sum(length(jpeg)), 0) FROM alert_frame WHERE alert = @id",
        r => (Convert.ToInt32(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)),
        ("@id", id.ToString()), ("@kind", kind)).Single();

    internal static int Put(DbConnection connection, AlertId id, FrameKind kind, HitFrame frame) => connection.Run("""
        INSERT INTO alert_frame (alert, kind, captured_at, weight, jpeg) VALUES (@id, @kind, @at, @weight, @jpeg)
        ON CONFLICT (alert, kind, captured_at) DO NOTHING
        """,
        ("@id", id.ToString()), ("@kind", kind), ("@at", frame.CapturedAt), ("@weight", float.IsFinite(frame.Weight) ? (double)frame.Weight : 0), ("@jpeg", frame.Jpeg));

    /// <summary>Which there are: crops the best first, the clip in order.</summary>
    internal static List<AlertFrame> List(DbConnection connection, Scope scope, AlertId id) => connection.Rows(
        $"""
        SELECT f.kind, f.captured_at FROM alert_frame f JOIN alert a ON a.id = f.alert WHERE f.alert = @id AND {Scope.OfGate("a.gate")}
        ORDER BY f.kind DESC, CASE WHEN f.kind = 'Crop' THEN -f.weight ELSE 0 END, f.captured_at
        """,
        r => new AlertFrame(Enum.Parse<FrameKind>(r.GetString(0)), r.Instant(1)),
        ("@id", id.ToString()), scope.Parameter);

    internal static byte[]? Jpeg(DbConnection connection, Scope scope, AlertId id, AlertFrame frame) => connection.First(
        $"""
        SELECT f.jpeg FROM alert_frame f JOIN alert a ON a.id = f.alert
        WHERE f.alert = @id AND f.kind = @kind AND f.captured_at = @at AND {Scope.OfGate("a.gate")}
        """,
        r => r.Bytes(0),
        ("@id", id.ToString()), ("@kind", frame.Kind), ("@at", frame.CapturedAt), scope.Parameter);

    internal static void Erase(DbConnection connection, AlertId id) => connection.Run("DELETE FROM alert_frame WHERE alert = @id", ("@id", id.ToString()));
}
