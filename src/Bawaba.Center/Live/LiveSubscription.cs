using System.Threading.Channels;

namespace Bawaba.Center.Live;

/// <summary>One reader's bounded queue of changes.</summary>
public sealed class LiveSubscription : IDisposable
{
    /// <summary>Changes that may wait for one reader.</summary>
    public const int Capacity = 512;

    private readonly Channel<LiveChange> _changes = Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });

    private readonly Action<LiveSubscription> _leave;
    private volatile bool _lost;

    internal LiveSubscription(Action<LiveSubscription> leave) => _leave = leave;

    /// <summary>Ends when disposed, or when the reader was too slow and lost changes (<see cref="Lost"/>): reload then.</summary>
    public IAsyncEnumerable<LiveChange> ReadAllAsync(CancellationToken cancellation) => _changes.Reader.ReadAllAsync(cancellation);

    /// <summary>True once a change was dropped because the queue was full.</summary>
    public bool Lost => _lost;

    public void Dispose()
    {
        End();
        _leave(this);
    }

    /// <summary>For a reader that also has a clock to watch.</summary>
    internal ChannelReader<LiveChange> Reader => _changes.Reader;

    /// <summary>False when the reader is too slow; it is no longer served then.</summary>
    internal bool Offer(LiveChange change)
    {
        if (_changes.Writer.TryWrite(change))
            return true;
        Lose();
        return false;
    }

    internal void Lose()
    {
        _lost = true;
        End();
    }

    internal void End() => _changes.Writer.TryComplete();
}
