// Puts a confirmed alert to a case. Called by the alert's page. Promises: the case register gets the alert's id and nothing of what was
// seen; only what two people confirmed, only to a case that is open, both within the actor's part of the room; written down with it.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Cases;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Alerts;

/// <summary>Alerts and the cases they belong to.</summary>
public sealed class AlertCaseDesk
{
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal AlertCaseDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time) => (_store, _audit, _guard, _time) = (store, audit, guard, time);

    /// <summary>Needs <see cref="Permission.LinkAlerts"/>.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The alert.</param>
    /// <param name="number">The case's, as typed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AlertCaseResult> LinkAsync(Actor actor, AlertId id, string number, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.LinkAlerts, cancellation) is not { } scope)
            return new AlertCaseResult.NotAllowed();
        try
        {
            return await _store.WriteAsync<AlertCaseResult>(
                connection =>
                {
                    if (_guard.Find(connection, actor, scope, $"alert/{id}", within => AlertSql.Find(connection, within, id)) is not { } alert)
                        return new AlertCaseResult.NotFound();
                    if (alert.Confirmed is null)
                        return new AlertCaseResult.NotConfirmed();
                    if (_guard.FindCase(connection, actor, scope, number.Trim()) is not { State: CaseState.Open } file)
                        return new AlertCaseResult.NoSuchCase();
                    _audit.Append(connection, new(AuditAct.AlertLinked, actor.ForAudit(), id.ToString(), $"case={file.Number}"));
                    CaseSql.Link(connection, file.Number, SubjectOf(id), actor.Account, _time.GetUtcNow());
                    return new AlertCaseResult.Linked(file.Number);
                },
                cancellation);
        }
        catch (DbException)
        {
            return new AlertCaseResult.AuditUnavailable();
        }
    }

    /// <summary>The cases an alert that the actor was just shown belongs to; none for who sees no cases.</summary>
    public async Task<IReadOnlyList<string>> CasesOfAsync(Actor actor, AlertId id, CancellationToken cancellation) =>
        await _guard.MayAsync(actor, Permission.SeeCases, cancellation)
            ? await _store.ReadAsync(c => CaseSql.NumbersOf(c, actor.Scope, SubjectOf(id)), cancellation)
            : [];

    private static string SubjectOf(AlertId id) => $"alert/{id}";
}
