// Notices gates that fell silent, and those that spoke to another process. One worker; ticks each second.
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Gates;

internal sealed partial class GateClock(GateBoard board, GateReports reports, TimeProvider time, ILogger<GateClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reports.HearAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: the next second asks again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
            board.AnnounceSilent();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Heartbeats that other centers heard could not be read; the next second asks again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
