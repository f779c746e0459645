// Brings what other processes of a shared store change to the screens of this one. One worker; looks at the store's
// marks each second. Promises: over an open road a change comes at once, and one that the road lost, or whose process
// died before its word, makes every screen here reload within about two seconds; without a road within one.
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Live;

internal sealed partial class LiveWatch(
    CenterStore store, LiveFeed feed, LiveLedger ledger, NatsRoad? road, TimeProvider time, ILogger<LiveWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private Dictionary<string, long>? _before;

    /// <summary>Compares the store's marks with what this process was told.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var now = await store.ReadAsync(LiveMarkSql.All, cancellation);
        // A notice may still be on its road: what stood a look ago must have come by now.
        var due = _before is not null && road is { IsOpen: true } ? _before : now;
        var isFirst = _before is null;
        _before = now;
        if (ledger.Settle(due) && !isFirst)
            feed.LoseAll();
    }

    internal void Hear(LiveNotice notice)
    {
        ledger.Know(notice.Scope, notice.Number);
        if (notice.Hints.Count == 0)
            feed.LoseAll();
        foreach (var hint in notice.Hints)
            feed.Announce(hint.Kind, hint.Subject, hint.Version, hint.State, hint.Gate, hint.Directorate);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => !store.IsShared
        ? Task.CompletedTask
        : Task.WhenAll(KeepLookingAsync(stoppingToken), road?.RunAsync(Hear, stoppingToken) ?? Task.CompletedTask);

    private async Task KeepLookingAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: the next second looks again, at everything since.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What other centers changed could not be looked at; the next second tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
