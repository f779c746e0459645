// What may follow what in the life of an alert, and nothing else: pure, no clock, no store. Called by AlertDesk and
// AlertClock inside their transaction. A refusal is a result; every accepted step is the next version.
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal static class AlertTransitions
{
    internal static AlertStep Answer(Alert alert, Look look) => alert.State switch
    {
        AlertState.Raised => Next(alert with { State = AlertState.Answered, Answered = look }),
        AlertState.Answered or AlertState.FirstLook => new AlertStep.OutOfOrder(),
        _ => new AlertStep.AlreadyClosed(),
    };

    /// <summary>From raised it answers too; after a look that did not say "same", another account may look again.</summary>
    internal static AlertStep FirstLook(Alert alert, Look look, LookVerdict verdict)
    {
        if (!alert.IsUndecided)
            return new AlertStep.AlreadyClosed();
        if (alert.State == AlertState.FirstLook)
        {
            if (alert.Verdict == LookVerdict.Same)
                return new AlertStep.OutOfOrder();
            if (SamePerson(alert.FirstLook, look))
                return new AlertStep.SameAccount();
        }
        return Next(alert with
        {
            State = AlertState.FirstLook,
            Answered = alert.Answered ?? look,
            FirstLook = look,
            Verdict = verdict,
        });
    }

    /// <summary>Two looks are two people in two sessions, and the first said "same".</summary>
    internal static AlertStep Confirm(Alert alert, Look look)
    {
        if (!alert.IsUndecided)
            return new AlertStep.AlreadyClosed();
        if (alert.State != AlertState.FirstLook || alert.Verdict != LookVerdict.Same)
            return new AlertStep.OutOfOrder();
        return SamePerson(alert.FirstLook, look)
            ? new AlertStep.SameAccount()
            : Next(alert with { State = AlertState.Confirmed, Confirmed = look });
    }

    internal static AlertStep Reject(Alert alert, Look look, RejectReason reason) => alert.IsUndecided
        ? Next(alert with { State = AlertState.Rejected, Rejected = look, RejectReason = reason, ClosedAt = look.At })
        : new AlertStep.AlreadyClosed();

    internal static AlertStep Close(Alert alert, Look look) => alert.State switch
    {
        AlertState.Confirmed => Next(alert with { State = AlertState.Closed, ClosedAt = look.At }),
        AlertState.Raised or AlertState.Answered or AlertState.FirstLook => new AlertStep.OutOfOrder(),
        _ => new AlertStep.AlreadyClosed(),
    };

    internal static AlertStep Expire(Alert alert, DateTimeOffset at) => alert.IsUndecided && at >= alert.ExpiresAt
        ? Next(alert with { State = AlertState.Expired, ExpiredAt = at, ClosedAt = at })
        : new AlertStep.OutOfOrder();

    /// <summary>Plate and pictures go; who did what stays.</summary>
    internal static Alert Erase(Alert alert, DateTimeOffset at) =>
        alert with { Version = alert.Version + 1, Plate = null, EntryPlate = null, HasPictures = false, ErasedAt = at };

    /// <summary>When plate and pictures are due to go; null while people still decide.</summary>
    internal static DateTimeOffset? EraseAt(Alert alert) => alert switch
    {
        { ErasedAt: not null } => null,
        { Confirmed: { } confirmed } => confirmed.At + AlertRules.ConfirmedKeptDuration,
        { ClosedAt: { } closed } => closed + AlertRules.ErasureDelay,
        _ => null,
    };

    /// <summary>The alert with what is due by its waiting; null when nothing is. The version stays: it is no step of a person.</summary>
    internal static Alert? Escalate(Alert alert, EscalationTimes times, DateTimeOffset now)
    {
        if (alert.Late || !alert.IsUndecided)
            return null;
        if (alert.State == AlertState.Raised)
        {
            var waited = now - alert.RaisedAt;
            var next = alert with
            {
                SupervisorAt = alert.SupervisorAt ?? (waited >= times.ToSupervisor ? now : null),
                CommanderAt = alert.CommanderAt ?? (waited >= times.ToCommander ? now : null),
            };
            return next == alert ? null : next;
        }
        var stepAt = (alert.State == AlertState.FirstLook ? alert.FirstLook : alert.Answered)?.At ?? alert.RaisedAt;
        return alert.SlowAt is null && now - stepAt >= times.Slow ? alert with { SlowAt = now } : null;
    }

    private static bool SamePerson(Look? first, Look second) =>
        first is null || first.Account == second.Account || first.Session == second.Session;

    private static AlertStep.Taken Next(Alert alert) => new(alert with { Version = alert.Version + 1, SlowAt = null });
}
