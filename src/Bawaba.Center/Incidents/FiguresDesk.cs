// Figures across directorates, for the ministry's supervisor. Called by their page. Promises: counts and bare incidents; no log, no words of
// people, no plate, no name, no search; each look is in the audit log.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>Figures and bare incidents of all directorates. Needs <see cref="Permission.SeeFigures"/>.</summary>
public sealed class FiguresDesk
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(15);
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal FiguresDesk(CenterStore store, AuditLog audit, Disclosures disclosures, SessionGuard guard, TimeProvider time) =>
        (_store, _audit, _disclosures, _guard, _time) = (store, audit, disclosures, guard, time);

    /// <summary>Of the last 24 hours.</summary>
    public async Task<Reading<Figures>> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeFigures, cancellation) is not { } scope)
            return new Reading<Figures>.NotAllowed();
        return await _disclosures.NoteAsync(_audit, new(AuditAct.FiguresSeen, actor.ForAudit(), "figures"), LookWindow, cancellation)
            ? new Reading<Figures>.Granted(await _store.ReadAsync(c => Read(c, scope), cancellation))
            : new Reading<Figures>.AuditUnavailable();
    }

    private Figures Read(DbConnection connection, Scope scope)
    {
        var now = _time.GetUtcNow();
        var incidents = FigureSql.Incidents(connection, scope, now - Span).ToDictionary(i => i.Directorate, StringComparer.Ordinal);
        var alerts = FigureSql.Alerts(connection, scope, now - Span).ToDictionary(a => a.Directorate, StringComparer.Ordinal);
        var names = DirectorateSql.All(connection);
        return new()
        {
            FromAt = now - Span,
            Names = names,
            Directorates = [.. names.Select(n => n.Id.Value).Append("").Where(id => scope.Sees(id.Length > 0 ? DirectorateId.Parse(id) : null)).Select(id => Of(id))],
            Incidents = [.. IncidentSql.List(connection, scope, now, IncidentReading.MostListed).Select(found => found.Incident).Select(i => new BareIncident(
                i.Number, IncidentTypes.Of(connection, i), i.Priority, i.State, i.Directorate, i.Place.Gate, i.OpenedAt, i.FirstOnSceneAt, i.ClosedAt))],
        };

        DirectorateFigures Of(string id)
        {
            var (_, open, opened, closed) = incidents.GetValueOrDefault(id);
            var (_, raised, confirmed, rejected) = alerts.GetValueOrDefault(id);
            return new()
            {
                Directorate = id.Length > 0 ? DirectorateId.Parse(id) : null,
                OpenIncidents = open,
                Opened = opened,
                Closed = closed,
                Alerts = raised,
                Confirmed = confirmed,
                Rejected = rejected,
            };
        }
    }
}
