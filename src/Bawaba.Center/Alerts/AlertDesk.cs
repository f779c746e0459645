// The verbs on alerts: every screen and endpoint comes here, and here is where it is decided who may. Promises: a step
// and its audit row are one transaction; a version that is not the newest changes nothing; two looks are two people;
// what shows a plate is in the audit log before it is shown. Changes are announced after the commit.
using System.Data.Common;
using System.Diagnostics;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>
/// The verbs on alerts. Reading needs <see cref="Permission.SeeAlerts"/>, acting <see cref="Permission.WorkAlerts"/>
/// or, with what went on to the commander, <see cref="Permission.WorkEscalatedAlerts"/>.
/// Every verb takes the version the person looked at; another one there is <see cref="AlertResult.Stale"/>.
/// What shows a plate is written to the audit log first. A step that the same person repeats in the same session is done once.
/// </summary>
public sealed class AlertDesk
{
    private readonly LiveAnnouncer _announcer;
    private readonly AlertReading _reading;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly WatchlistBook _watchlist;
    private readonly MandateBook _mandates;
    private readonly TimeProvider _time;

    internal AlertDesk(
        LiveAnnouncer announcer, AlertReading reading, AuditLog audit, SessionGuard guard, WatchlistBook watchlist, MandateBook mandates,
        TimeProvider time)
    {
        _announcer = announcer;
        _reading = reading;
        _audit = audit;
        _guard = guard;
        _watchlist = watchlist;
        _mandates = mandates;
        _time = time;
    }

    /// <summary>Alerts, newest first; a limit outside 1 to 500 is taken into it.</summary>
    public Task<Reading<AlertPage>> ListAsync(Actor actor, AlertQuery query, CancellationToken cancellation) =>
        _reading.ListAsync(actor, query, cancellation);

    /// <summary>
    /// Those of these alerts that there are, newest first: what a list asks for when it hears that some of its rows changed. More than
    /// <see cref="AlertQuery.MostTogether"/> are not looked for. Not found, where there is none of them.
    /// </summary>
    public Task<Reading<AlertPage>> TheseAsync(Actor actor, IReadOnlyCollection<AlertId> alerts, CancellationToken cancellation) =>
        _reading.TheseAsync(actor, alerts, cancellation);

    /// <summary>How many alerts wait for a decision, by gate; gates without any are left out. Numbers only, so nothing is audited.</summary>
    public Task<Reading<IReadOnlyDictionary<GateId, long>>> UndecidedAsync(Actor actor, CancellationToken cancellation) =>
        _reading.UndecidedAsync(actor, cancellation);

    /// <summary>Alerts in time that nobody has answered, without their plates: for sirens. So nothing is audited.</summary>
    public Task<Reading<IReadOnlyList<Alert>>> CallingAsync(Actor actor, CancellationToken cancellation) => _reading.CallingAsync(actor, cancellation);

    public Task<Reading<Alert>> FindAsync(Actor actor, AlertId alert, CancellationToken cancellation) =>
        _reading.FindAsync(actor, alert, cancellation);

    /// <summary>A picture of the hit (JPEG); whoever serves it sends <c>no-store</c>.</summary>
    public Task<Reading<byte[]>> PictureAsync(Actor actor, AlertId alert, AlertPicture picture, CancellationToken cancellation) =>
        _reading.PictureAsync(actor, alert, picture, cancellation);

    /// <summary>Which further pictures of the hit there are; none came from a gate of an older program.</summary>
    public Task<Reading<IReadOnlyList<AlertFrame>>> FramesAsync(Actor actor, AlertId alert, CancellationToken cancellation) =>
        _reading.FramesAsync(actor, alert, cancellation);

    /// <summary>One of them by its place among its kind, from 0 (JPEG); whoever serves it sends <c>no-store</c>.</summary>
    public Task<Reading<byte[]>> FrameAsync(Actor actor, AlertId alert, FrameKind kind, int number, CancellationToken cancellation) =>
        _reading.FrameAsync(actor, alert, kind, number, cancellation);

    /// <summary>The actor owns it from now on. From raised.</summary>
    public Task<AlertResult> AnswerAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        ActAsync(actor, alert, version, new() { Act = AuditAct.AlertAnswered, Step = AlertTransitions.Answer, DoneBy = a => a.Answered }, cancellation);

    /// <summary>
    /// The first look. From answered; from raised it answers too; and again by another account while the look
    /// before it did not say "same".
    /// </summary>
    public Task<AlertResult> FirstLookAsync(Actor actor, AlertId alert, long version, LookVerdict verdict, CancellationToken cancellation) =>
        ActAsync(
            actor,
            alert,
            version,
            new()
            {
                Act = AuditAct.AlertFirstLook,
                Detail = verdict.ToString(),
                Step = (a, look) => AlertTransitions.FirstLook(a, look, verdict),
                DoneBy = a => a.Verdict == verdict ? a.FirstLook : null,
            },
            cancellation);

    /// <summary>
    /// The second look, by another account in another session, after a first look that said "same"; rechecks entry and
    /// mandate. Where the audit table alone fails it goes on, and its row waits in a file beside the store.
    /// </summary>
    public Task<AlertResult> ConfirmAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        ActAsync(
            actor,
            alert,
            version,
            new() { Act = AuditAct.AlertConfirmed, Step = AlertTransitions.Confirm, DoneBy = a => a.Confirmed, Rechecks = true, Spools = true },
            cancellation);

    /// <summary>It is not the vehicle, or not any more. One person is enough: letting somebody pass needs no second look.</summary>
    public Task<AlertResult> RejectAsync(Actor actor, AlertId alert, long version, RejectReason reason, CancellationToken cancellation) =>
        ActAsync(
            actor,
            alert,
            version,
            new()
            {
                Act = AuditAct.AlertRejected,
                Detail = reason.ToString(),
                Step = (a, look) => AlertTransitions.Reject(a, look, reason),
                DoneBy = a => a.RejectReason == reason ? a.Rejected : null,
            },
            cancellation);

    /// <summary>The work on a confirmed alert is done.</summary>
    public Task<AlertResult> CloseAsync(Actor actor, AlertId alert, long version, CancellationToken cancellation) =>
        ActAsync(actor, alert, version, new() { Act = AuditAct.AlertClosed, Step = AlertTransitions.Close }, cancellation);

    private async Task<AlertResult> ActAsync(Actor actor, AlertId id, long version, AlertAct act, CancellationToken cancellation)
    {
        var needed = actor.Can(Permission.WorkEscalatedAlerts) ? Permission.WorkEscalatedAlerts : Permission.WorkAlerts;
        if (await _guard.ScopeOfAsync(actor, needed, cancellation) is not { } scope)
            return new AlertResult.NotAllowed();
        try
        {
            return await _announcer.WriteAsync<AlertResult>(
                connection =>
                {
                    var (result, changed) = Act(connection, actor, scope, id, version, act);
                    return (result, changed is null ? [] : [AlertFeed.HintOf(changed)]);
                },
                cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return new AlertResult.AuditUnavailable();
        }
    }

    private (AlertResult Result, Alert? Changed) Act(DbConnection connection, Actor actor, Scope scope, AlertId id, long version, AlertAct act)
    {
        if (_guard.Find(connection, actor, scope, $"alert/{id}", within => AlertSql.Find(connection, within, id)) is not { } alert)
            return (new AlertResult.NotFound(), null);
        if (!AlertRules.MayWork(actor.Role, alert))
        {
            _audit.TryAppend(connection, new(AuditAct.Refused, actor.ForAudit(), $"alert/{id}", "not-escalated"));
            return (new AlertResult.NotAllowed(), null);
        }
        // Asked again by who did it: the answer was lost on the way, the step was not.
        if (version < alert.Version && act.DoneBy(alert) is { } done && done.Account == actor.Account && done.Session == actor.Session)
            return (new AlertResult.DoneBefore(alert), null);
        var now = _time.GetUtcNow();
        // The clock worker comes once a second: time that is up is up for whoever comes before it.
        if (AlertTransitions.Expire(alert, now) is AlertStep.Taken(var expired))
        {
            connection.Run(AlertSql.Update(expired));
            _audit.Append(connection, new(AuditAct.AlertExpired, AuditActor.System, id.ToString()));
            return (new AlertResult.AlreadyClosed(expired), expired);
        }
        var step = act.Step(alert, new(actor.Account, actor.Session, actor.DisplayName, now));
        if (step is AlertStep.AlreadyClosed)
            return (new AlertResult.AlreadyClosed(alert), null);
        if (alert.Version != version)
            return (new AlertResult.Stale(alert), null);
        return step switch
        {
            AlertStep.Taken(var next) => Take(connection, actor, alert, next, act),
            AlertStep.OutOfOrder => (new AlertResult.OutOfOrder(alert), null),
            AlertStep.SameAccount => (new AlertResult.SameAccount(), null),
            _ => throw new UnreachableException(),
        };
    }

    private (AlertResult Result, Alert? Changed) Take(DbConnection connection, Actor actor, Alert alert, Alert next, AlertAct act)
    {
        if (act.Rechecks && !StillStands(alert))
            return (new AlertResult.EntryEnded(alert), null);
        var audit = new AuditEvent(act.Act, actor.ForAudit(), alert.Id.ToString(), act.Detail);
        if (act.Spools)
            _audit.AppendOrSpool(connection, audit);
        else
            _audit.Append(connection, audit);
        return connection.Run(AlertSql.Update(next)) == 1
            ? (new AlertResult.Done(next), next)
            : throw new UnreachableException("the version was read in this transaction");
    }

    private bool StillStands(Alert alert) => HitJudge.FaultOf(
        _watchlist.Find(alert.Entry.Id), _mandates.Find(alert.Mandate), alert.Gate, alert.Plate, _time.GetUtcNow(), alert.EntryPlate is not null) is null;
}
