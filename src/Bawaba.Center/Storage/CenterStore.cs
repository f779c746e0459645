// The center's store: many readers, one writer. Every desk and the intake go through it. Promises: a write is one
// transaction, durable when it returns, undone as a whole when its work throws; those who wait for the writer are
// bounded in number. Work runs on the caller's thread: a commit costs well under a millisecond on an SSD.
using System.Data.Common;

namespace Bawaba.Center.Storage;

internal sealed class CenterStore : IDisposable
{
    private const int MaxWaiting = 2_000;
    private readonly StoreConnections _connections;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private DbConnection? _writer;
    private int _waiting;

    internal CenterStore(StoreConnections connections) => _connections = connections;

    internal string Path => _connections.Path;

    /// <summary>Opens the store and brings it up to date; refuses one of a newer program.</summary>
    internal void Open(TimeProvider time)
    {
        if (_writer is not null)
            return;
        var writer = _connections.OpenWriter();
        try
        {
            Migrations.Apply(writer, time);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
        _writer = writer;
    }

    /// <summary>Runs the work in one transaction and commits it.</summary>
    /// <exception cref="StoreBusyException">Too many are waiting already.</exception>
    internal async Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation)
    {
        await EnterAsync(cancellation);
        try
        {
            using var transaction = StoreConnections.Begin(Writer);
            var result = work(Writer);
            transaction.Commit();
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    internal Task WriteAsync(Action<DbConnection> work, CancellationToken cancellation) => WriteAsync(
        connection =>
        {
            work(connection);
            return true;
        },
        cancellation);

    /// <summary>Reads what is committed. Readers never wait for the writer.</summary>
    internal Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = _connections.OpenReader();
        return Task.FromResult(work(connection));
    }

    /// <summary>Makes sure that erased content is in no file any more; false when it has to be tried again.</summary>
    internal async Task<bool> ScrubAsync(CancellationToken cancellation)
    {
        await EnterAsync(cancellation);
        try
        {
            return StoreConnections.Scrub(Writer);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _connections.Dispose();
        _writing.Dispose();
    }

    private DbConnection Writer => _writer ?? throw new InvalidOperationException("the store is not open: await PrepareCenterAsync first");

    private async Task EnterAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new StoreBusyException();
        }
        try
        {
            await _writing.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
