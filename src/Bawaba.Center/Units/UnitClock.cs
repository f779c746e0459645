// The welfare clock: each unit has its own due time, and a word that is missing is a flag on the unit, a row in the log and a change on
// every screen. It also scrubs erased positions out of the store's files. One worker; ticks each second. Promises nothing about units off
// duty: they have no clock.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Units;

internal sealed partial class UnitClock(CenterStore store, LiveAnnouncer announcer, AuditLog audit, UnitKeeping keeping, TimeProvider time, ILogger<UnitClock> logger)
    : BackgroundService
{
    private const int MostPerTick = 200;
    private static readonly TimeSpan CommandsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan EraseEvery = TimeSpan.FromHours(1);
    private DateTimeOffset _eraseAt = DateTimeOffset.MinValue;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        await MissAsync(cancellation);
        if (time.GetUtcNow() >= _eraseAt)
        {
            await store.WriteAsync(c => AssignmentSql.EraseCommandsBefore(c, time.GetUtcNow() - CommandsKept), cancellation);
            _eraseAt = time.GetUtcNow() + EraseEvery;
        }
        if (keeping.TakeErased() && !await store.ScrubAsync(cancellation))
            keeping.StillDue();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what is due stays due, the next second tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    private async Task MissAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Looked at without the writer first: nearly every second nothing is due.
        if (await store.ReadAsync(c => UnitSql.DueForWord(c, now, 1).Count, cancellation) == 0)
            return;
        await announcer.WriteAsync(
            connection =>
            {
                var missed = UnitSql.DueForWord(connection, now, MostPerTick).ConvertAll(unit => Miss(connection, unit, now)).OfType<Unit>().ToList();
                return (missed.Count, (IReadOnlyCollection<LiveHint>)missed.ConvertAll(UnitChanges.HintOf));
            },
            cancellation);
    }

    private Unit? Miss(DbConnection connection, UnitId id, DateTimeOffset now)
    {
        if (UnitSql.Find(connection, Scope.Joint, id) is not { } unit || UnitTransitions.Miss(unit, now) is not UnitStep.Taken taken)
            return null;
        audit.AppendOrSpool(connection, new(AuditAct.UnitOverdue, AuditActor.System, $"unit/{id}", unit.OverdueAt is null ? "" : "again"));
        keeping.Save(connection, taken);
        return taken.Unit;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The welfare clock failed; the next second tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
