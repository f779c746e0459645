// The center's store: many readers, few writers. Every desk and the intake go through it. Promises: a write is one
// transaction, durable when it returns, undone as a whole when its work throws; what it decides on is locked for it
// (WriteLock); those who wait for a writer are bounded in number. Work runs on the caller's thread.
using System.Data.Common;

namespace Bawaba.Center.Storage;

internal sealed class CenterStore : IDisposable
{
    private const int MaxWaiting = 2_000;
    private readonly StoreConnections _connections;
    private readonly SemaphoreSlim _writing;
    private bool _open;
    private int _waiting;

    internal CenterStore(StoreConnections connections)
    {
        _connections = connections;
        _writing = new(connections.Writers, connections.Writers);
    }

    /// <summary>True where other processes may write too.</summary>
    internal bool IsShared => _connections.IsShared;

    /// <summary>Opens the store and brings it up to date; refuses one of a newer program.</summary>
    internal void Open(TimeProvider time)
    {
        if (_open)
            return;
        using (var migrator = _connections.OpenMigrator())
            Migrations.Apply(_connections, migrator, time);
        _open = true;
    }

    /// <summary>Runs the work in one transaction that has the room to itself, and commits it.</summary>
    /// <exception cref="StoreBusyException">Too many are waiting already.</exception>
    internal Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation) => WriteAsync(WriteLock.OfRoom, work, cancellation);

    /// <summary>Runs the work in one transaction under the lock, and commits it.</summary>
    /// <exception cref="StoreBusyException">Too many are waiting already.</exception>
    internal Task<T> WriteAsync<T>(WriteLock held, Func<DbConnection, T> work, CancellationToken cancellation) => UseWriterAsync(
        writer =>
        {
            using var transaction = _connections.Begin(writer, held);
            var result = work(writer);
            transaction.Commit();
            return result;
        },
        cancellation);

    internal Task WriteAsync(Action<DbConnection> work, CancellationToken cancellation) => WriteAsync(
        connection =>
        {
            work(connection);
            return true;
        },
        cancellation);

    /// <summary>Reads what is committed. Readers never wait for writers.</summary>
    internal Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = _connections.OpenReader();
        return Task.FromResult(work(connection));
    }

    /// <summary>Lets go of what was erased; false when it has to be tried again.</summary>
    internal Task<bool> ScrubAsync(CancellationToken cancellation) => UseWriterAsync(_connections.Scrub, cancellation);

    public void Dispose()
    {
        _connections.Dispose();
        _writing.Dispose();
    }

    private async Task<T> UseWriterAsync<T>(Func<DbConnection, T> use, CancellationToken cancellation)
    {
        if (!_open)
            throw new InvalidOperationException("the store is not open: await PrepareCenterAsync first");
        await EnterAsync(cancellation);
        try
        {
            var writer = await _connections.TakeWriterAsync(cancellation);
            try
            {
                return use(writer);
            }
            finally
            {
                await _connections.GiveBackAsync(writer);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

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
