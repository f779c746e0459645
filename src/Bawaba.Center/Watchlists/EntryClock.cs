// Erases the plates of entries that have ended. One worker; looks once a minute. Promises: a day after an entry was taken off or
// expired its plate and the vehicle's looks are in no file of the store; law, people and hash stay, so that what was approved can
// still be told; each erasure is an act in the log. Whether an entry counts never rests on this worker.
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Watchlists;

internal sealed partial class EntryClock(CenterStore store, WatchlistBook book, AuditLog audit, TimeProvider time, ILogger<EntryClock> logger) : BackgroundService
{
    /// <summary>For the looks and rechecks of alerts that are still open.</summary>
    internal static readonly TimeSpan KeptAfterEnd = TimeSpan.FromHours(24);

    /// <summary>A draft that nobody goes on with.</summary>
    internal static readonly TimeSpan DraftsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private const int MostAtOnce = 500;
    private bool _scrubDue;

    internal async Task TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (book.All.Any(e => IsDue(e, now)))
        {
            await store.WriteAsync(
                connection =>
                {
                    // Looked at again in the transaction: a draft may have been gone on with.
                    var due = EntrySql.All(connection, now).Where(e => IsDue(e, now)).Take(MostAtOnce).ToArray();
                    foreach (var entry in due)
                        audit.Append(connection, new(AuditAct.EntryErased, AuditActor.System, entry.Id.Value, $"state={entry.State}"));
                    EntrySql.Put(connection, [.. due.Select(e => Erased(e, now))], now, keepLeaf: true);
                },
                cancellation);
            _scrubDue = true;
        }
        if (_scrubDue)
            _scrubDue = !await store.ScrubAsync(cancellation);
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
#pragma warning disable CA1031 // The one catch of this loop: what is due stays due, the next minute tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
    }

    private static WatchlistEntry Erased(WatchlistEntry entry, DateTimeOffset now) => entry with
    {
        Plate = null,
        PersonName = null,
        PersonDocument = null,
        Colour = null,
        Vehicle = null,
        ErasedAt = now,
        Version = entry.Version + 1,
        State = entry.State is EntryState.Active or EntryState.Suspended ? EntryState.Expired : EntryState.Removed,
        StoppedAt = entry.StoppedAt ?? now,
    };

    private static bool IsDue(WatchlistEntry entry, DateTimeOffset now) => entry.Plate is not null && entry.State switch
    {
        EntryState.Draft or EntryState.Pending => entry.ExpiresAt + KeptAfterEnd <= now || entry.ApprovedAt + DraftsKept <= now,
        EntryState.Removed => entry.StoppedAt + KeptAfterEnd <= now,
        _ => entry.ExpiresAt + KeptAfterEnd <= now,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Ended entries could not be erased; tried again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
