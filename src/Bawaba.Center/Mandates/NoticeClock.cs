// Says once that an order ends soon: fourteen, seven and one day before. One worker, looks once a minute. Promises: each warning is one
// row and one act in the log, over restarts and however many processes look; that an order ends never rests on this worker.
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Mandates;

internal sealed partial class NoticeClock(CenterStore store, MandateBook book, AuditLog audit, TimeProvider time, ILogger<NoticeClock> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    internal async Task TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var order in book.All)
        {
            if (LawNotice.WarningOf(order, now) is not { } days || _told.Contains($"{order.Id} {days}"))
                continue;
            await store.WriteAsync(
                connection =>
                {
                    if (NoticeSql.Put(connection, order, LawNotice.EndsIn(days), now, $"kind={order.Kind}"))
                        audit.Append(connection, new(AuditAct.OrderEndsSoon, AuditActor.System, order.Id.Value, LawNotice.EndsIn(days)));
                },
                cancellation);
            // Only so that the store is not asked every minute.
            _told.Add($"{order.Id} {days}");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what was not told is told in the next minute.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Warnings before orders' ends could not be written; tried again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
