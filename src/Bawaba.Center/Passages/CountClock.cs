// Erases counts older than they are kept for. One worker; ticks each hour.
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Passages;

internal sealed partial class CountClock(
    CenterStore store, AuditLog audit, TimeProvider time, ILogger<CountClock> logger, int keptDays) : BackgroundService
{
    internal Task TickAsync(CancellationToken cancellation) => store.WriteAsync(
        connection =>
        {
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
