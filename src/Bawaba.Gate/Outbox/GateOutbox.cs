// The gate's promise: what AppendAsync has accepted reaches the center exactly once. Called by LaneDesk (append) and
// Uplink (peek, forget). One writer gathers what waits into one commit. A fault of the disk (full, gone) is published,
// waited out and tried again: callers wait, frames are dropped upstream, no record is.
using System.Threading.Channels;
using Bawaba.Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Outbox;

/// <summary>A durable queue of one gate's records.</summary>
public sealed partial class GateOutbox : IAsyncDisposable
{
    private const int MaxWaiting = 1024;
    private const int MaxPerCommit = 500;

    // Keeps the log short; one larger record is still written alone.
    private const int MaxBytesPerCommit = 256 << 10;

    // About what a record takes beside its pictures.
    private const int BodyBytes = 300;
    private const int GivenUpAtOnce = 20;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly SemaphoreSlim _appended = new(0, 1);
    private readonly SemaphoreSlim _hitAppended = new(0, 1);
    private readonly Lock _lock = new();
    private readonly OutboxStore _store;
    private readonly OutboxReserve _reserve;
    private readonly OutboxLimits _limits;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _writing;
    private string? _fault;
    private long _pending;
    private long _givenUp;

    private GateOutbox(OutboxStore store, string path, OutboxReserve reserve, OutboxLimits limits, TimeProvider time, ILogger logger)
    {
        (_store, _path, _reserve, _limits) = (store, path, reserve, limits);
        _givenUp = store.GivenUp();
        _time = time;
        _logger = logger;
        _pending = store.Count();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Records on disk that the center has not acknowledged.</summary>
    public long Pending => Interlocked.Read(ref _pending);

    /// <summary>The disk's fault while appending is not possible; null when all is well.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>Wide pictures that were given up for want of room, since this outbox was made.</summary>
    public long GivenUp => Interlocked.Read(ref _givenUp);

    /// <summary>When the oldest record that waits was appended; null when none waits.</summary>
    public DateTimeOffset? OldestAt
    {
        get
        {
            lock (_lock)
                return _store.OldestAt();
        }
    }

    public long Epoch => _store.Epoch;

    /// <summary>The sequences of the epoch begin after this one.</summary>
    internal long After => _store.After;

    /// <summary>Everything that waits, and everything that comes, gets new keys: those it has were used before this outbox was copied or restored.</summary>
    internal void BeginEpoch()
    {
        lock (_lock)
            _store.BeginEpoch(_time.GetUtcNow());
        LogNewEpoch(_logger, _store.Gate.Value, _store.Epoch);
    }

    /// <summary>For tests: the store, to fill its disk.</summary>
    internal OutboxStore Store => _store;

    /// <summary>
    /// Opens or creates the outbox; throws <see cref="IOException"/> with a clear message when it cannot. A damaged file
    /// is set aside under another name and a new epoch begins: what comes after must not be lost as well.
    /// </summary>
    public static GateOutbox Open(string path, GateId gate, TimeProvider time, ILogger logger) => Open(path, gate, OutboxLimits.Usual, time, logger);

    internal static GateOutbox Open(string path, GateId gate, OutboxLimits limits, TimeProvider time, ILogger logger)
    {
        var reserve = new OutboxReserve(path);
        try
        {
            var store = OpenStore(path, gate, reserve, time);
            reserve.TryTake();
            return new(store, path, reserve, limits, time, logger);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is OutboxStore.SqliteCorrupt or OutboxStore.SqliteNotADatabase)
        {
            LogSetAside(logger, gate.Value, path, DamagedOutbox.SetAside(path, time), e.Message);
            return new(OutboxStore.Open(path, gate, time), path, reserve, limits, time, logger);
        }
        catch (SqliteException e)
        {
            throw new IOException($"The outbox {path} cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>
    /// Returns when all items are on disk, in one commit. Waits as long as the disk refuses. A caller that is cancelled
    /// stops waiting; its items are still written.
    /// </summary>
    public async Task AppendAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellation)
    {
        var waiting = new Waiting(items, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiting.Writer.TryWrite(waiting))
            await _waiting.Writer.WriteAsync(waiting, cancellation).ConfigureAwait(false);
        await waiting.Done.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The next records to deliver, hits first; what none of them is waited for comes last.</summary>
    public IReadOnlyList<GateRecord> Peek(int most)
    {
        lock (_lock)
            return _store.PeekRest(DateTimeOffset.MaxValue, most);
    }

    /// <summary>Hits recorded since the instant: about so many bytes of them, and at least one.</summary>
    internal IReadOnlyList<GateRecord> PeekLive(DateTimeOffset since, int most, int mostBytes)
    {
        lock (_lock)
            return _store.PeekLive(since, most, mostBytes);
    }

    /// <summary>Everything else, the urgent first.</summary>
    internal IReadOnlyList<GateRecord> PeekRest(DateTimeOffset since, int most, int mostBytes)
    {
        lock (_lock)
            return _store.PeekRest(since, most, mostBytes);
    }

    /// <summary>Deletes records the center has acknowledged.</summary>
    public void Forget(IReadOnlyList<GateRecord> records)
    {
        lock (_lock)
        {
            if (TryForget(records))
                return;
            // Deleting needs room as well: this is what the reserve is for.
            _reserve.Give();
            try
            {
                _store.ForgetSparingly(records);
                _store.GiveBack();
            }
            finally
            {
                Interlocked.Exchange(ref _pending, _store.Count());
            }
        }
    }

    // False on a full disk.
    private bool TryForget(IReadOnlyList<GateRecord> records)
    {
        if (Volatile.Read(ref _fault) is not null)
            return false;
        try
        {
            Interlocked.Add(ref _pending, -_store.Forget(records));
            // A hit's plate must not linger in the log after it has gone to the center.
            if (records.Any(r => r.Hit is not null || r.Overview is not null || r.Frames is not null))
                _store.Scrub();
            if (Pending == 0 && !_reserve.IsHeld)
                _reserve.TryTake();
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == OutboxStore.SqliteFull)
        {
            return false;
        }
    }

    private static OutboxStore OpenStore(string path, GateId gate, OutboxReserve reserve, TimeProvider time)
    {
        try
        {
            return OutboxStore.Open(path, gate, time);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (OutboxStore.SqliteCorrupt or OutboxStore.SqliteNotADatabase) && reserve.Give())
        {
            // A disk that was full when the power went is full when it comes back; opening needs a little room.
            return OutboxStore.Open(path, gate, time);
        }
    }

    /// <summary>Returns when something may be there to deliver, or after the time-out.</summary>
    public Task WaitForRecordsAsync(TimeSpan atMost, CancellationToken cancellation) => _appended.WaitAsync(atMost, cancellation);

    /// <summary>The same for hits; each of the two has one caller.</summary>
    internal Task WaitForHitsAsync(TimeSpan atMost, CancellationToken cancellation) => _hitAppended.WaitAsync(atMost, cancellation);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        lock (_lock)
            _store.Dispose();
        _stopping.Dispose();
        _appended.Dispose();
        _hitAppended.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>();
        // What was accepted before closing is still written: the channel is read to its end.
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            batch.Clear();
            var (items, bytes) = (0, 0);
            while (items < MaxPerCommit && bytes < MaxBytesPerCommit && _waiting.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
                items += waiting.Items.Count;
                bytes += (int)waiting.Items.Sum(BytesOf);
            }
            await CommitAsync(batch).ConfigureAwait(false);
        }
    }

    private static long BytesOf(OutboxItem item) => BodyBytes + (item.Pictures is { } p ? p.CropJpeg.Length + (p.OverviewJpeg?.Length ?? 0) : 0)
        + (item.Frames?.Frames.Sum(f => f.Jpeg.Length) ?? 0);

    // Further pictures go first, then the oldest wide ones; a hit with its crop, a count and an officer's act never.
    private void MakeRoom(long more)
    {
        while (true)
        {
            var (used, unused) = _store.Sizes();
            if (_limits.FaultOf(_path, used, unused, more) is not { } fault)
                return;
            if (_store.GiveUpPictures(GivenUpAtOnce) is not (> 0 and var given))
                throw new IOException(fault);
            if (Interlocked.Add(ref _givenUp, given) == given)
                LogGivingUp(_logger, _store.Gate.Value, fault);
        }
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        while (true)
        {
            try
            {
                lock (_lock)
                {
                    MakeRoom(batch.Sum(w => w.Items.Sum(BytesOf)));
                    Interlocked.Add(ref _pending, _store.Append([.. batch.SelectMany(w => w.Items)]));
                }
                if (Interlocked.Exchange(ref _fault, null) is not null)
                    LogRecovered(_logger, _store.Gate.Value);
                batch.ForEach(w => w.Done.TrySetResult());
                Wake(_appended);
                if (batch.Any(w => w.Items.Any(i => i.Hit is not null)))
                    Wake(_hitAppended);
                return;
            }
            catch (Exception e) when (e is not (SqliteException or IOException))
            {
                // Not the disk's fault: trying again would not help, and whoever sent it must know.
                batch.ForEach(w => w.Done.TrySetException(e));
                return;
            }
            catch (Exception e)
            {
                if (Interlocked.Exchange(ref _fault, e.Message) is null)
                    LogFault(_logger, _store.Gate.Value, e.Message);
            }
            if (_stopping.IsCancellationRequested)
            {
                batch.ForEach(w => w.Done.TrySetException(new IOException($"The outbox could not be written: {_fault}")));
                return;
            }
            await WaitAsync().ConfigureAwait(false);
        }
    }

    private static void Wake(SemaphoreSlim waiter)
    {
        if (waiter.CurrentCount == 0)
            waiter.Release();
    }

    private async Task WaitAsync()
    {
        try
        {
            await Task.Delay(RetryDelay, _time, _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Closing: one last try follows.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Gate {Gate}: the outbox cannot append ({Fault}); records wait, frames are dropped")]
    private static partial void LogFault(ILogger logger, string gate, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gate {Gate}: {Fault}; the oldest wide pictures of hits are given up from here on, the hits stay")]
    private static partial void LogGivingUp(ILogger logger, string gate, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Gate {Gate}: the outbox {Path} is damaged ({Fault}); it stands now as {Aside}, and a new one begins")]
    private static partial void LogSetAside(ILogger logger, string gate, string path, string aside, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gate {Gate}: the center knows other records under the keys of this outbox; was this disk copied or restored? Epoch {Epoch} begins, nothing is lost")]
    private static partial void LogNewEpoch(ILogger logger, string gate, long epoch);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gate {Gate}: the outbox appends again")]
    private static partial void LogRecovered(ILogger logger, string gate);

    private sealed record Waiting(IReadOnlyList<OutboxItem> Items, TaskCompletionSource Done);
}
