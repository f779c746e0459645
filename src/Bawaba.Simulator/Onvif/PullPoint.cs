// One client's subscription to a camera's events: messages wait here until they are pulled. Bounded; the oldest goes first.
using System.Threading.Channels;

namespace Bawaba.Simulator.Onvif;

internal sealed class PullPoint(DateTimeOffset until)
{
    private const int MaxWaiting = 100;
    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>When it ends unless it is renewed.</summary>
    internal DateTimeOffset Until { get; set; } = until;

    internal void Offer(string message) => _waiting.Writer.TryWrite(message);

    /// <summary>No message will come any more: whoever waits is let go.</summary>
    internal void Close() => _waiting.Writer.TryComplete();

    /// <summary>What waits, at most so many; waits for a first one up to the limit, on the given clock.</summary>
    internal async Task<IReadOnlyList<string>> PullAsync(int most, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        var messages = new List<string>();
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await _waiting.Reader.WaitToReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return messages;
        }
        while (messages.Count < most && _waiting.Reader.TryRead(out var message))
            messages.Add(message);
        return messages;
    }
}
