// An officer's look at the gate becomes the first look of its alert, in the transaction that stores the record. Called by
// intake after it made sure who looked. Promises: the same rules as a look in the room; it never confirms, and a look that
// does not follow from where the alert is changes nothing.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal sealed class GateLooks(AuditLog audit, TimeProvider time)
{
    /// <summary>The room's recheck by voice becomes the second look, of when it was given.</summary>
    internal (string Outcome, Alert? Changed) Confirm(DbConnection connection, Alert alert, AuditActor actor, Look given, string code)
    {
        if (AlertTransitions.Confirm(alert, given) is not AlertStep.Taken(var next))
            return ("voice-not-counted", null);
        audit.Append(connection, new(AuditAct.AlertConfirmed, actor, alert.Id.ToString(), $"by-voice gate={alert.Gate} code={code} given-by={given.Account}"));
        connection.Run(AlertSql.Update(next));
        return ("voice-counted", next);
    }

    /// <summary>A coded word for what became of the look, and the alert where it changed.</summary>
    internal (string Outcome, Alert? Changed) Take(DbConnection connection, Alert alert, AuditActor actor, Look look, LookVerdict verdict)
    {
        // The clock worker comes once a second: time that is up is up for whoever comes before it.
        if (AlertTransitions.Expire(alert, time.GetUtcNow()) is AlertStep.Taken(var expired))
        {
            connection.Run(AlertSql.Update(expired));
            audit.Append(connection, new(AuditAct.AlertExpired, AuditActor.System, alert.Id.ToString()));
            return ("expired", expired);
        }
        switch (AlertTransitions.FirstLook(alert, look, verdict))
        {
            case AlertStep.Taken(var next):
                audit.Append(connection, new(AuditAct.AlertFirstLook, actor, alert.Id.ToString(), $"{verdict} gate={alert.Gate}"));
                connection.Run(AlertSql.Update(next));
                return ("counted", next);
            case AlertStep.AlreadyClosed:
                return ("closed-already", null);
            case AlertStep.SameAccount:
                return ("same-account", null);
            default:
                return ("looked-already", null);
        }
    }
}
