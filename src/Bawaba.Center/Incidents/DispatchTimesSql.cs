// Statements on the clocks of dispatch.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Incidents;

internal static class DispatchTimesSql
{
    private const long MostIncidents = 20_000;

    /// <summary>The instants of incidents opened since one, without their words. Those an agreement shows are the other directorate's to count.</summary>
    internal static List<DispatchInstants> Since(DbConnection connection, Scope scope, DateTimeOffset since)
    {
        var confirmed = Confirmed(connection, scope, since);
        return connection.Rows(
            $"""
            SELECT i.number, i.opened_at, i.closed_at, min(a.assigned_at), min(a.en_route_at), min(a.on_scene_at)
            FROM incident i LEFT JOIN unit_assignment a ON a.subject = 'incident/' || i.number
            WHERE i.opened_at >= @since AND {Scope.OfOwner("i.directorate")}
            GROUP BY i.number, i.opened_at, i.closed_at ORDER BY i.opened_at DESC LIMIT @most
            """,
            r => new DispatchInstants
            {
                OpenedAt = r.Instant(1),
                ClosedAt = r.InstantOrNull(2),
                FirstDispatchAt = r.InstantOrNull(3),
                FirstEnRouteAt = r.InstantOrNull(4),
                FirstOnSceneAt = r.InstantOrNull(5),
                ConfirmedAt = confirmed.TryGetValue(r.GetString(0), out var at) ? at : null,
            },
            ("@since", since), ("@most", MostIncidents), scope.Parameter);
    }

    // A look is one text in its row: its instant is read here, not compared in SQL.
    private static Dictionary<string, DateTimeOffset> Confirmed(DbConnection connection, Scope scope, DateTimeOffset since) => connection.Rows(
        $"""
        SELECT i.number, t.confirmed FROM incident i JOIN incident_link l ON l.number = i.number JOIN alert t ON 'alert/' || t.id = l.subject
        WHERE i.opened_at >= @since AND t.confirmed IS NOT NULL AND {Scope.OfOwner("i.directorate")} AND {Scope.OfGate("t.gate")}
        """,
        r => (Number: r.GetString(0), AlertRow.ReadLook(r, 1)!.At), ("@since", since), scope.Parameter)
        .GroupBy(c => c.Number, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(c => c.At), StringComparer.Ordinal);
}
