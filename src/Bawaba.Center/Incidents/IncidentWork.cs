// How every step with an incident goes: permission, session, directorate, agreement, state, one transaction, announcement. Used by the desks of
// this module. Promises: a step that is refused writes nothing but the refusal; one that is done is a line of the log, seen at once by everybody who may.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;

namespace Bawaba.Center.Incidents;

internal sealed class IncidentWork(LiveAnnouncer announcer, AuditLog audit, SessionGuard guard, TimeProvider time)
{
    internal LiveAnnouncer Announcer => announcer;

    internal AuditLog Audit => audit;

    internal SessionGuard Guard => guard;

    internal TimeProvider Time => time;

    /// <summary>Runs a step with an open incident of one's own; what returns anything but Done must have written nothing.</summary>
    internal Task<IncidentResult> StepAsync(Actor actor, IncidentNumber number, Func<IncidentStep, IncidentResult> step, CancellationToken cancellation) =>
        StepAsync(actor, number, Permission.WorkIncidents, assisting: false, step, cancellation);

    /// <summary>As the other, and also where an agreement lets one assist.</summary>
    internal Task<IncidentResult> AssistAsync(Actor actor, IncidentNumber number, Func<IncidentStep, IncidentResult> step, CancellationToken cancellation) =>
        StepAsync(actor, number, Permission.WorkIncidents, assisting: true, step, cancellation);

    internal async Task<IncidentResult> StepAsync(
        Actor actor, IncidentNumber number, Permission permission, bool assisting, Func<IncidentStep, IncidentResult> step, CancellationToken cancellation, bool closedToo = false)
    {
        if (await guard.ScopeOfAsync(actor, permission, cancellation) is not { } scope)
            return new IncidentResult.NotAllowed();
        return await RunAsync(
            connection =>
            {
                var now = time.GetUtcNow();
                if (Find(connection, actor, scope, number) is not { } incident)
                    return (new IncidentResult.NotFound(), []);
                var access = AccessTo(connection, scope, incident, now);
                if (!(assisting ? access.Assists : access.IsOwn))
                {
                    audit.TryAppend(connection, new(AuditAct.Refused, actor.ForAudit(), $"incident/{number}", "only-shown"));
                    return (new IncidentResult.NotAllowed(), []);
                }
                if (incident.State is IncidentState.Closed && !closedToo)
                    return (new IncidentResult.AlreadyClosed(incident), []);
                var work = new IncidentStep(connection, audit, actor, scope, access, incident, now);
                var result = step(work);
                if (result is not IncidentResult.Done || work.Incident == incident)
                    return (result, work.Hints);
                IncidentSql.Update(connection, work.Incident);
                return (work.Done(), [HintOf(connection, work.Incident, now), .. work.Hints]);
            },
            cancellation);
    }

    /// <summary>Runs it in one transaction and announces; a store that refuses is an answer.</summary>
    internal async Task<IncidentResult> RunAsync(Func<DbConnection, (IncidentResult Result, IReadOnlyCollection<LiveHint> Hints)> work, CancellationToken cancellation)
    {
        try
        {
            return await announcer.WriteAsync(work, cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return new IncidentResult.AuditUnavailable();
        }
    }

    /// <summary>The incident where the scope or an agreement shows it; where it is another's the log has the attempt.</summary>
    internal Incident? Find(DbConnection connection, Actor actor, Scope scope, IncidentNumber number) =>
        guard.Find(connection, actor, scope, $"incident/{number}", within => IncidentSql.Find(connection, within, time.GetUtcNow(), number));

    internal static IncidentAccess AccessTo(DbConnection connection, Scope scope, Incident incident, DateTimeOffset now) =>
        incident.Directorate is not { } owner || scope.Sees(owner)
            ? IncidentAccess.Whole
            : IncidentAccess.By(AgreementSql.Letting(connection, scope, owner, incident.OpenedAt, now));

    /// <summary>The change, for its own directorate and those an agreement shows it to.</summary>
    internal static LiveHint HintOf(DbConnection connection, Incident incident, DateTimeOffset now) => new(
        LiveKind.Incident, incident.Number.Value, incident.Version, incident.State.ToString(),
        Audience: incident.Directorate is not { } owner
            ? ""
            : string.Join(' ', AgreementSql.InForce(connection, now).Where(a => a.Giver == owner && a.Covers(incident.OpenedAt)).Select(a => a.Taker.Value).Prepend(owner.Value).Distinct()));
}
