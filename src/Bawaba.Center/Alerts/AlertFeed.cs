using Bawaba.Center.Live;

namespace Bawaba.Center.Alerts;

/// <summary>Changes of alerts, as a hint; <see cref="AlertDesk"/> has the truth.</summary>
public sealed class AlertFeed
{
    private readonly LiveFeed _feed;

    internal AlertFeed(LiveFeed feed) => _feed = feed;

    /// <summary>Changes from now on; a null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<AlertChange?> ReadAllAsync(CancellationToken cancellation) =>
        LiveReading.Of(_feed, LiveKind.Alert, cancellation).Select(change => change is null
            ? null
            : new AlertChange(change.Seq, AlertId.Parse(change.Subject), change.Version, Enum.Parse<AlertState>(change.State)));
}
