// Notices gates that fell silent, those that spoke to another process, and writes it down when one is cut off and when it is
// back. One worker; ticks each second. Several centers over one store find out at about the same time: the first writes it, and who
// says at one of them that they know of it has said it at all.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Gates;

internal sealed partial class GateClock(GateBoard board, GateReports reports, CenterStore store, AuditLog audit, TimeProvider time, ILogger<GateClock> logger) : BackgroundService
{
    // Each center looks each second, and has heard the gate's last report within another.
    private static readonly TimeSpan SameFinding = TimeSpan.FromSeconds(15);

    internal async Task TickAsync(CancellationToken cancellation)
    {
        board.AnnounceSilent();
        foreach (var e in board.CutOffs.TakeUntold())
        {
            var detail = e.After is { } after ? string.Create(CultureInfo.InvariantCulture, $"seconds={after.TotalSeconds:0}") : "never-heard";
            await WriteAsync(e.IsBack ? AuditAct.GateHeardAgain : AuditAct.GateCutOff, e.Gate, detail, cancellation);
        }
        foreach (var (gate, since) in board.CutOffs.Unseen())
        {
            if (await SeenElsewhereAsync(gate, since, cancellation) is { } by)
                board.AcknowledgeCutOff(gate, by);
        }
    }

    // What cannot be written is an alarm on the screens all the same.
    private async Task WriteAsync(AuditAct act, GateId gate, string detail, CancellationToken cancellation)
    {
        try
        {
            await store.WriteAsync(
                connection =>
                {
                    if (GateSql.WrittenSince(connection, gate, act, time.GetUtcNow() - SameFinding) is null)
                        audit.Append(connection, new(act, AuditActor.System, gate.Value, detail));
                },
                cancellation);
        }
        catch (DbException)
        {
            // As for the reader of the log: the screens have it.
        }
    }

    private async Task<string?> SeenElsewhereAsync(GateId gate, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync(connection => GateSql.WrittenSince(connection, gate, AuditAct.GateCutOffSeen, since - SameFinding), cancellation);
        }
        catch (DbException)
        {
            return null;
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
