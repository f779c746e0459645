// Keeps the hourly file of the situation. One worker; looks each quarter of a minute whether the hour that runs has its file. Promises: the room goes on
// whatever becomes of the file.
using Bawaba.Center.Gates;
using Bawaba.Center.Situation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bawaba.Console.Situation;

internal sealed partial class SituationClock(
    SituationReading reading, SituationFolder folder, GateRegistry registry, IServiceProvider services, IOptions<ConsoleOptions> options, TimeProvider time, ILogger<SituationClock> logger)
    : BackgroundService
{
    private readonly SemaphoreSlim _one = new(1, 1);

    internal async Task TickAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (!folder.HasThisHours)
                await folder.WriteAsync(await SituationFile.OfAsync(await reading.ForFileAsync(cancellation), registry, options.Value.Demo, services), cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: the next look tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The hourly situation file could not be made; the next look tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
