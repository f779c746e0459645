// Notices gates that fell silent. One worker; ticks each second.
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Gates;

internal sealed class GateClock(GateBoard board, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            board.AnnounceSilent();
    }
}
