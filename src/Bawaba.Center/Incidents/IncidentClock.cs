// Writes into an incident's log that a unit which is with it has not said in time that it is well, and that the word came. Units keep what
// is to be told (UnitBook.Untold), for they know of no incident. One worker a center; looks each second. Promises: each once, whichever
// center comes first and over any restart, for a line and what says that it is written are one transaction; a closed log gets none.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Incidents;

internal sealed partial class IncidentClock(LiveAnnouncer announcer, AuditLog audit, TimeProvider time, ILogger<IncidentClock> logger) : BackgroundService
{
    private const int MostPerTick = 200;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        // Looked at without the writer first: nearly every second there is nothing.
        if (await announcer.ReadAsync(c => UnitBook.Untold(c, 1).Count, cancellation) == 0)
            return;
        await announcer.WriteAsync(
            connection =>
            {
                var hints = new List<LiveHint>();
                foreach (var silence in UnitBook.Untold(connection, MostPerTick))
                    Tell(connection, silence, hints);
                return (hints.Count, hints);
            },
            cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what is not told is still to be told, the next second tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    private void Tell(DbConnection connection, UnitSilence silence, List<LiveHint> hints)
    {
        var now = time.GetUtcNow();
        var isOpen = false;
        if (DispatchDesk.NumberOf(silence.Subject) is { } number && IncidentSql.Find(connection, Scope.Joint, now, number) is { State: IncidentState.Open } incident)
        {
            isOpen = true;
            if (!silence.Told)
                incident = Write(connection, incident, silence, IncidentLogKind.WelfareOverdue, silence.OverdueAt);
            if (silence.EndedAt is { } endedAt)
                incident = Write(connection, incident, silence, IncidentLogKind.WelfareSettled, endedAt);
            IncidentSql.Update(connection, incident);
            hints.Add(IncidentWork.HintOf(connection, incident, now));
        }
        UnitBook.Tell(connection, silence, isOver: !isOpen || silence.EndedAt is not null);
    }

    private Incident Write(DbConnection connection, Incident incident, UnitSilence silence, IncidentLogKind kind, DateTimeOffset at)
    {
        var seq = incident.Version + 1;
        var subject = $"unit/{silence.Unit}";
        audit.AppendOrSpool(connection, new(AuditAct.IncidentLogged, AuditActor.System, $"incident/{incident.Number}", $"line={seq} kind={kind} {subject}"));
        IncidentLogSql.Append(
            connection, incident.Number, string.Create(CultureInfo.InvariantCulture, $"{kind}/{silence.Assignment}/{silence.OverdueAt.UtcTicks}"), "",
            new() { Seq = seq, At = at, By = "", Kind = kind, Subject = subject, Text = "" });
        return incident with { Version = seq };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock of incidents failed; the next second tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
