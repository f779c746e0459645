using Bawaba.Center.Live;

namespace Bawaba.Center.Alerts;

/// <summary>Changes of alerts, as a hint; <see cref="AlertDesk"/> has the truth.</summary>
public sealed class AlertFeed
{
    /// <summary>Stands for the state in the word that an alert has gone on.</summary>
    internal const string Escalated = "Escalated";

    private readonly LiveFeed _feed;

    internal AlertFeed(LiveFeed feed) => _feed = feed;

    /// <summary>Changes from now on; a null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<AlertChange?> ReadAllAsync(CancellationToken cancellation) =>
        LiveReading.Of(_feed, LiveKind.Alert, cancellation).Select(ToChange);

    internal static LiveHint HintOf(Alert alert) => new(LiveKind.Alert, alert.Id.ToString(), alert.Version, alert.State.ToString(), alert.Gate.Value);

    /// <summary>It has gone on to somebody, under the same version: a screen that shows it asks again.</summary>
    internal static LiveHint EscalatedHintOf(Alert alert) => HintOf(alert) with { State = Escalated };

    // What another center says and this one cannot read is a reason to reload, no fault.
    private static AlertChange? ToChange(LiveChange? change) =>
        change is not null && AlertId.TryParse(change.Subject, out var id) && Enum.TryParse<AlertState>(change.State, out var state)
            ? new(change.Seq, id, change.Version, state)
            : null;
}
