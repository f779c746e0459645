using System.Threading.Channels;

namespace Bawaba.Contracts.Video;

/// <summary>One viewer of a <see cref="VideoFanOut"/>; one reader.</summary>
public sealed class VideoViewer : IDisposable
{
    private readonly VideoFanOut _source;
    private readonly Channel<VideoPart> _channel;
    private bool _waitsForKey = true;
    private bool _skipped;

    internal VideoViewer(VideoFanOut source, Channel<VideoPart> channel) => (_source, _channel) = (source, channel);

    /// <summary>Pieces in order; ends, or throws what ended the source.</summary>
    public IAsyncEnumerable<VideoPart> ReadAsync(CancellationToken cancellation) => _channel.Reader.ReadAllAsync(cancellation);

    public void Dispose()
    {
        _source.Leave(this);
        _channel.Writer.TryComplete();
    }

    // Under the source's lock.
    internal void Offer(VideoPart part, int mostWaiting)
    {
        if (part.Kind is VideoPartKind.Head)
        {
            _waitsForKey = true;
            _channel.Writer.TryWrite(part);
            return;
        }
        if (_channel.Reader.Count >= mostWaiting)
            (_waitsForKey, _skipped) = (true, true);
        if (_waitsForKey && (part.Kind is not VideoPartKind.Key || _channel.Reader.Count >= mostWaiting / 2))
            return;
        if (_skipped)
            _channel.Writer.TryWrite(new() { Kind = VideoPartKind.Skipped, Bytes = [] });
        (_waitsForKey, _skipped) = (false, false);
        _channel.Writer.TryWrite(part);
    }

    internal void End(Exception? why) => _channel.Writer.TryComplete(why);
}
