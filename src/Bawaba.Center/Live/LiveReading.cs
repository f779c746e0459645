// Reads the feed on behalf of AlertFeed and GateFeed. Promises: subscribed before it returns, so no change between a
// caller's subscribing and its first read is missed; after a loss one null, and then changes again.
using System.Runtime.CompilerServices;

namespace Bawaba.Center.Live;

internal static class LiveReading
{
    /// <summary>Changes of one kind from now on; null where some were lost.</summary>
    internal static IAsyncEnumerable<LiveChange?> Of(LiveFeed feed, LiveKind kind, CancellationToken cancellation) =>
        ReadAsync(feed, feed.Subscribe(), kind, cancellation);

    private static async IAsyncEnumerable<LiveChange?> ReadAsync(
        LiveFeed feed, LiveSubscription subscription, LiveKind kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await foreach (var change in subscription.ReadAllAsync(cancellation))
                {
                    if (change.Kind == kind)
                        yield return change;
                }
                if (!subscription.Lost)
                    yield break;
                subscription.Dispose();
                subscription = feed.Subscribe();
                yield return null;
            }
        }
        finally
        {
            subscription.Dispose();
        }
    }
}
