using Bawaba.Center.Live;

namespace Bawaba.Center.Alerts;

/// <summary>Changes of alerts, as a hint; <see cref="AlertDesk"/> has the truth.</summary>
public sealed class AlertFeed
{
    private readonly LiveFeed _feed;

    internal AlertFeed(LiveFeed feed) => _feed = feed;

    /// <summary>Changes from now on; a null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<AlertChange?> ReadAllAsync(CancellationToken cancellation) =>
        LiveReading.Of(_feed, LiveKind.Alert, cancellation).Select(ToChange);

    internal static LiveHint HintOf(Alert alert) => new(LiveKind.Alert, alert.Id.ToString(), alert.Version, alert.State.ToString(), alert.Gate.Value);

    // What another center says and this one cannot read is a reason to reload, no fault.
    private static AlertChange? ToChange(LiveChange? change) =>
        change is not null && AlertId.TryParse(change.Subject, out var id) && Enum.TryParse<AlertState>(change.State, out var state)
            ? new(change.Seq, id, change.Version, state)
            : null;
}
