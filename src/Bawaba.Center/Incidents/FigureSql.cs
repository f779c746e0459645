// Statements that count across directorates: numbers alone leave them.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Incidents;

internal static class FigureSql
{
    internal static List<(string Directorate, long Open, long Opened, long Closed)> Incidents(DbConnection connection, Scope scope, DateTimeOffset from) => connection.Rows(
        $"""
        SELECT coalesce(directorate, ''), coalesce(sum(CASE WHEN state = 'Open' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN opened_at >= @from THEN 1 ELSE 0 END), 0),
            coalesce(sum(CASE WHEN closed_at >= @from THEN 1 ELSE 0 END), 0)
        FROM incident WHERE {Scope.OfOwner("directorate")} AND (state = 'Open' OR opened_at >= @from OR closed_at >= @from) GROUP BY coalesce(directorate, '')
        """,
        r => (r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), ("@from", from), scope.Parameter);

    internal static List<(string Directorate, long Raised, long Confirmed, long Rejected)> Alerts(DbConnection connection, Scope scope, DateTimeOffset from) => connection.Rows(
        $"""
        SELECT coalesce(g.directorate, ''), count(*), coalesce(sum(CASE WHEN a.confirmed IS NOT NULL THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN a.rejected IS NOT NULL THEN 1 ELSE 0 END), 0)
        FROM alert a JOIN gate g ON g.id = a.gate WHERE a.raised_at >= @from AND {Scope.OfGate("a.gate")} GROUP BY coalesce(g.directorate, '')
        """,
        r => (r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), ("@from", from), scope.Parameter);
}
