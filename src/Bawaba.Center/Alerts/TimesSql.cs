// Statements on the clocks of alerts.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Alerts;

internal static class TimesSql
{
    private const long MostAlerts = 50_000;

    /// <summary>The instants of alerts raised since one, without their plates. Those a center refused are no work of anybody.</summary>
    internal static List<AlertInstants> Since(DbConnection connection, Scope scope, DateTimeOffset since) => connection.Rows(
        $"""
        SELECT late, captured_at, raised_at, answered, first_look, confirmed, rejected, supervisor_at, commander_at FROM alert
        WHERE raised_at >= @since AND NOT (state = 'Rejected' AND rejected IS NULL) AND {Scope.OfGate("gate")}
        ORDER BY raised_at DESC LIMIT @most
        """,
        r => new AlertInstants
        {
            Late = r.GetInt64(0) == 1,
            CapturedAt = r.Instant(1),
            RaisedAt = r.Instant(2),
            AnsweredAt = AlertRow.ReadLook(r, 3)?.At,
            LookedAt = AlertRow.ReadLook(r, 4)?.At,
            ConfirmedAt = AlertRow.ReadLook(r, 5)?.At,
            RejectedAt = AlertRow.ReadLook(r, 6)?.At,
            ToSupervisor = r.InstantOrNull(7) is not null,
            ToCommander = r.InstantOrNull(8) is not null,
        },
        ("@since", since), ("@most", MostAlerts), scope.Parameter);
}
