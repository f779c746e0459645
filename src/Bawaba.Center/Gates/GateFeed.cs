using Bawaba.Center.Live;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

/// <summary>Changes of gates and their cameras, as a hint.</summary>
public sealed class GateFeed
{
    private readonly LiveFeed _feed;

    internal GateFeed(LiveFeed feed) => _feed = feed;

    /// <summary>The gate of each change from now on; null means that changes were lost: reload.</summary>
    public IAsyncEnumerable<GateId?> ReadAllAsync(CancellationToken cancellation) =>
        LiveReading.Of(_feed, LiveKind.Gate, cancellation)
            .Select(change => change is null ? (GateId?)null : GateId.Parse(change.Subject));
}
