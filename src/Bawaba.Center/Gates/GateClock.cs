// Notices gates that fell silent, and writes it down when one is cut off and when it is back. One worker; ticks each second.
using System.Globalization;
using Bawaba.Center.Audit;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Gates;

internal sealed class GateClock(GateBoard board, AuditLog audit, TimeProvider time) : BackgroundService
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
            await TickAsync(stoppingToken);
    }
}
