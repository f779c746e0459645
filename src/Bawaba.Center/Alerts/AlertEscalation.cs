// Carries alerts that wait to the next person, on time. Called by AlertClock four times a second. Promises: each level once, whichever
// center comes first; the version stays, so that whoever is about to answer is not refused for it; late alerts go on to nobody.
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Alerts;

internal sealed class AlertEscalation(LiveAnnouncer announcer, AuditLog audit, EscalationTimes times, TimeProvider time)
{
    private const int MostAtOnce = 200;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Looked at without the writer first: nearly always nothing is due.
        var waiting = await announcer.ReadAsync(c => AlertSql.Waiting(c, MostAtOnce), cancellation);
        if (!waiting.Exists(a => AlertTransitions.Escalate(a, times, now) is not null))
            return;
        await announcer.WriteAsync(
            connection =>
            {
                var hints = new List<LiveHint>();
                foreach (var before in AlertSql.Waiting(connection, MostAtOnce))
                {
                    if (AlertTransitions.Escalate(before, times, now) is not { } after)
                        continue;
                    Note(before, after, e => audit.Append(connection, e));
                    connection.Run(AlertSql.Escalate(after));
                    hints.Add(AlertFeed.EscalatedHintOf(after));
                }
                return (hints.Count, hints);
            },
            cancellation);
    }

    private static void Note(Alert before, Alert after, Action<AuditEvent> append)
    {
        if (before.SupervisorAt is null && after.SupervisorAt is not null)
            append(new(AuditAct.AlertEscalated, AuditActor.System, after.Id.ToString(), nameof(EscalationLevel.Supervisor)));
        if (before.CommanderAt is null && after.CommanderAt is not null)
            append(new(AuditAct.AlertEscalated, AuditActor.System, after.Id.ToString(), nameof(EscalationLevel.Commander)));
        if (before.SlowAt is null && after.SlowAt is not null)
            append(new(AuditAct.AlertSlow, AuditActor.System, after.Id.ToString(), after.State.ToString()));
    }
}
