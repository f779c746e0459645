namespace Bawaba.Center.Alerts;

/// <summary>Changes of alerts, as a hint; <see cref="AlertDesk"/> has the truth.</summary>
public sealed class AlertFeed
{
    /// <summary>Changes from now on; a null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<AlertChange?> ReadAllAsync(CancellationToken cancellation) => throw new NotImplementedException();
}
