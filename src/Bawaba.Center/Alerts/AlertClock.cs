// Ends, escalates and erases alerts on time, and empties the audit spool. One worker; looks for escalations four times a second and
// for everything else each second. Promises: an alert nobody
// confirmed expires at 15 minutes; plate and pictures go when they are due, from every file of the store.
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Alerts;

internal sealed partial class AlertClock(CenterStore store, LiveAnnouncer announcer, AuditLog audit, AlertEscalation escalation, FalseHitDesk falseHits, TimeProvider time, ILogger<AlertClock> logger)
    : BackgroundService
{
    private const int MostPerTick = 200;

    // A screen shows to whom an alert has gone on within a second of its time.
    private const int LooksPerSecond = 4;
    private static readonly TimeSpan SharesEvery = TimeSpan.FromMinutes(1);
    private DateTimeOffset _sharesAt = DateTimeOffset.MinValue;
    private bool _scrubDue;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        await audit.DrainSpoolAsync(cancellation);
        await ExpireAsync(cancellation);
        await escalation.TickAsync(cancellation);
        if (time.GetUtcNow() - _sharesAt >= SharesEvery)
        {
            await falseHits.StopAsync(cancellation);
            _sharesAt = time.GetUtcNow();
        }
        _scrubDue |= await EraseAsync(cancellation) > 0;
        if (_scrubDue)
            _scrubDue = !await store.ScrubAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / LooksPerSecond, time);
        for (var looks = 0; await timer.WaitForNextTickAsync(stoppingToken); looks++)
        {
            try
            {
                if (looks % LooksPerSecond == 0)
                    await TickAsync(stoppingToken);
                else
                    await escalation.TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what is due stays due, the next second tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    private async Task ExpireAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now - AlertRules.UnconfirmedDuration;
        // Looked at without the writer first: nearly every second nothing is due.
        if (await store.ReadAsync(c => AlertSql.DueToExpire(c, until, 1).Count, cancellation) == 0)
            return;
        await announcer.WriteAsync(
            connection =>
            {
                var expired = new List<Alert>();
                foreach (var alert in AlertSql.DueToExpire(connection, until, MostPerTick))
                {
                    if (AlertTransitions.Expire(alert, now) is not AlertStep.Taken(var next))
                        continue;
                    audit.Append(connection, new(AuditAct.AlertExpired, AuditActor.System, alert.Id.ToString()));
                    connection.Run(AlertSql.Update(next));
                    expired.Add(next);
                }
                return (expired.Count, Hints(expired));
            },
            cancellation);
    }

    private async Task<int> EraseAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await store.ReadAsync(c => AlertSql.DueToErase(c, now, 1).Count, cancellation) == 0)
            return 0;
        return await announcer.WriteAsync(
            connection =>
            {
                var erased = new List<Alert>();
                foreach (var alert in AlertSql.DueToErase(connection, now, MostPerTick))
                {
                    var next = AlertTransitions.Erase(alert, now);
                    audit.Append(connection, new(AuditAct.AlertErased, AuditActor.System, alert.Id.ToString()));
                    connection.Run(AlertSql.Update(next));
                    AlertSql.ErasePictures(connection, alert.Id);
                    FrameSql.Erase(connection, alert.Id);
                    erased.Add(next);
                }
                return (erased.Count, Hints(erased));
            },
            cancellation);
    }

    private static LiveHint[] Hints(List<Alert> changed) => [.. changed.Select(AlertFeed.HintOf)];

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts could not be ended or erased on time; the next second tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
