// Erases callers and their words on time. One worker; looks each minute. Promises: gone from every file of the store 30 days after the call,
// unless an incident is linked; that there was a call, when and who took it stays.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Calls;

internal sealed partial class CallClock(CenterStore store, AuditLog audit, TimeProvider time, ILogger<CallClock> logger) : BackgroundService
{
    private const int MostPerTick = 500;
    private bool _scrubDue;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now.AddDays(-CallDesk.KeptDays);
        if (await store.ReadAsync(c => CallSql.DueToErase(c, until, 1).Count, cancellation) > 0)
        {
            await store.WriteAsync(
                connection =>
                {
                    var due = CallSql.DueToErase(connection, until, MostPerTick);
                    foreach (var number in due)
                        CallSql.Erase(connection, number, now);
                    audit.Append(connection, new(AuditAct.CallsErased, AuditActor.System, "calls", string.Create(CultureInfo.InvariantCulture, $"count={due.Count}")));
                },
                cancellation);
            _scrubDue = true;
        }
        if (_scrubDue)
            _scrubDue = !await store.ScrubAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what is due stays due, the next minute tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Calls could not be erased on time; the next minute tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
