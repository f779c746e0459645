// The meeting place of reading and looking: holds the newest frames, drops the oldest and counts the drop.
// Late pixels are worthless; passages are not, and never pass through here.
using System.Threading.Channels;
using Bawaba.Vision;

namespace Bawaba.Gate.Cameras;

internal sealed class LatestFrames
{
    private readonly Channel<Frame> _channel;
    private readonly DroppedFrames _dropped;

    internal LatestFrames(int capacity, DroppedFrames dropped)
    {
        _dropped = dropped;
        _channel = Channel.CreateBounded<Frame>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true },
            Drop);
    }

    /// <summary>Takes the frame over.</summary>
    internal void Offer(Frame frame)
    {
        if (!_channel.Writer.TryWrite(frame))
            Drop(frame);
    }

    /// <summary>No frame will follow.</summary>
    internal void Complete() => _channel.Writer.TryComplete();

    /// <summary>The caller owns what it takes.</summary>
    internal IAsyncEnumerable<Frame> TakeAllAsync(CancellationToken cancellation) => _channel.Reader.ReadAllAsync(cancellation);

    /// <summary>Disposes what nobody will take.</summary>
    internal void Drain()
    {
        while (_channel.Reader.TryRead(out var frame))
            frame.Dispose();
    }

    private void Drop(Frame frame)
    {
        _dropped.Increment();
        frame.Dispose();
    }
}
