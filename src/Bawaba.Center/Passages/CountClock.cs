// Erases counts older than they are kept for, and sees to it that coming days have their place in the store. One worker
// a process; ticks each hour. In several processes each finds what another has done already, under the room's lock.
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Passages;

internal sealed partial class CountClock(
    CenterStore store, AuditLog audit, TimeProvider time, ILogger<CountClock> logger, int keptDays) : BackgroundService
{
    // A center that stands still for as long, and nobody minds: counts of later days have a place of their own meanwhile.
    internal const int DaysAhead = 7;

    /// <summary>Makes room for today and the days to come. Called at start, before gates deliver.</summary>
    internal Task PrepareAsync(CancellationToken cancellation) => store.IsShared
        ? store.WriteAsync(connection => CountSql.PrepareDays(connection, time.GetUtcNow(), DaysAhead), cancellation)
        : Task.CompletedTask;

    internal Task TickAsync(CancellationToken cancellation) => store.WriteAsync(
        connection =>
        {
            CountSql.PrepareDays(connection, time.GetUtcNow(), DaysAhead);
            var before = time.GetUtcNow() - TimeSpan.FromDays(keptDays);
            var erased = CountSql.EraseBefore(connection, before);
            if (erased > 0)
                audit.Append(connection, new(AuditAct.CountsErased, AuditActor.System, "counts", $"rows={erased}"));
        },
        cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: the next hour tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old counts could not be erased; the next hour tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
