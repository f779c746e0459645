// Notices gates that fell silent, those that spoke to another process, and writes it down when one is cut off and when it is
// back. One worker; ticks each second.
using System.Globalization;
using Bawaba.Center.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Gates;

internal sealed partial class GateClock(GateBoard board, GateReports reports, AuditLog audit, TimeProvider time, ILogger<GateClock> logger) : BackgroundService
{
    internal async Task TickAsync(CancellationToken cancellation)
    {
        board.AnnounceSilent();
        foreach (var e in board.CutOffs.TakeUntold())
        {
            var detail = e.After is { } after ? string.Create(CultureInfo.InvariantCulture, $"seconds={after.TotalSeconds:0}") : "never-heard";
            // What cannot be written is an alarm on the screens all the same.
            await audit.TryWriteAsync(new(e.IsBack ? AuditAct.GateHeardAgain : AuditAct.GateCutOff, AuditActor.System, e.Gate.Value, detail), cancellation);
        }
    }

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
            await TickAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Heartbeats that other centers heard could not be read; the next second asks again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
