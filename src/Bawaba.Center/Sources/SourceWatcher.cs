// Reads the source files at start and again when one changes. Promises: a change of time or size is noticed within
// 2 seconds, so that a removal from the watch-list reaches the gates with their next orders.
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Sources;

internal sealed partial class SourceWatcher(IReadOnlyList<WatchedSource> sources, TimeProvider time, ILogger<SourceWatcher> logger) : BackgroundService
{
    internal static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, (DateTime At, long Length)> _stamps = new(StringComparer.Ordinal);

    /// <summary>Reads those whose file has changed since their last reading; all of them the first time.</summary>
    internal async Task PollAsync(CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            // Taken before reading: a write in between is then noticed by the next poll.
            var stamp = SourceFile.Stamp(source.Path);
            if (_stamps.TryGetValue(source.Path, out var known) && known == stamp)
                continue;
            await source.Load(cancellation);
            _stamps[source.Path] = stamp;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PollAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: the content in force stays, the next poll tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogPollFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A source file could not be looked at; what is in force stays")]
    private static partial void LogPollFailed(ILogger logger, Exception exception);
}
