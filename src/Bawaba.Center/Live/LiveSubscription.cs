namespace Bawaba.Center.Live;

/// <summary>One reader's bounded queue of changes.</summary>
public sealed class LiveSubscription : IDisposable
{
    /// <summary>Ends when disposed, or when the reader was too slow and lost changes (<see cref="Lost"/>): reload then.</summary>
    public IAsyncEnumerable<LiveChange> ReadAllAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>True once a change was dropped because the queue was full.</summary>
    public bool Lost => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
