// A camera's film from its first client to its last: read, held back to its own pace, handed to every client.
// Made by SimulatedCamera. The clock starts with the first client that plays, so that it misses nothing.
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

internal sealed partial class CameraRun : IAsyncDisposable
{
    // A machine that stood still does not send what it missed in one burst.
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<long> _sent;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<ParameterSets> _sets = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _played = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly List<ClientStream> _clients = [];
    private readonly Task _running;
    private bool _ended;
    private int _disposed;
    private long _startedAt;
    private AccessUnit? _newestKey;

    internal CameraRun(FilmChoice choice, TimeProvider time, ILogger logger, Action<long> sent)
    {
        _time = time;
        _logger = logger;
        _sent = sent;
        _running = Task.Run(() => RunAsync(choice, _stopping.Token));
    }

    /// <summary>Clients that hold the run; kept by SimulatedCamera under its lock.</summary>
    internal int Holders { get; set; }

    /// <summary>Known once the film's first picture is read; throws when the film cannot be read.</summary>
    internal Task<ParameterSets> SetsAsync(CancellationToken cancellation) => _sets.Task.WaitAsync(cancellation);

    /// <summary>The last key picture that went out, its parameter sets with it; null before the first.</summary>
    internal AccessUnit? NewestKey => Volatile.Read(ref _newestKey);

    internal TimeSpan FilmTime => _played.Task.IsCompleted ? _time.GetElapsedTime(Interlocked.Read(ref _startedAt)) : TimeSpan.Zero;

    internal void Join(ClientStream client)
    {
        lock (_lock)
        {
            if (_ended)
                client.Complete();
            else
                _clients.Add(client);
            if (!_played.Task.IsCompleted)
                Interlocked.Exchange(ref _startedAt, _time.GetTimestamp());
            _played.TrySetResult();
        }
    }

    internal void Leave(ClientStream client)
    {
        lock (_lock)
            _clients.Remove(client);
    }

    /// <summary>True when the film broke: whoever comes next needs a new run.</summary>
    internal bool HasEnded
    {
        get
        {
            lock (_lock)
                return _ended;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task RunAsync(FilmChoice choice, CancellationToken cancellation)
    {
        try
        {
            await PlayAsync(choice, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The last client has gone.
        }
#pragma warning disable CA1031 // The one catch of this loop: a broken film ends its run, and clients see the end.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogBroken(_logger, e.Message);
        }
        finally
        {
            _sets.TrySetCanceled(CancellationToken.None);
            CompleteClients();
        }
    }

    private async Task PlayAsync(FilmChoice choice, CancellationToken cancellation)
    {
        ParameterSets? sets = null;
        var number = 0L;
        var changing = new FilmChanges(choice, cancellation);
        await using (changing.ConfigureAwait(false))
        {
            while (await changing.NextAsync(() => FilmTime, Complain).ConfigureAwait(false) is { } picture)
            {
                sets = ParameterSets.Of(picture, sets) ?? throw new InvalidDataException("The film does not begin with its parameter sets.");
                if (number == 0)
                {
                    _sets.TrySetResult(sets);
                    await _played.Task.WaitAsync(cancellation).ConfigureAwait(false);
                }
                var whole = WithSets(picture, sets);
                await PaceAsync(picture.Offset, cancellation).ConfigureAwait(false);
                _sent(number++);
                if (whole.IsKey)
                    Volatile.Write(ref _newestKey, whole);
                lock (_lock)
                    _clients.ForEach(client => client.Offer(whole));
            }
        }
    }

    private void Complain(string detail) => LogBroken(_logger, detail);

    private async Task PaceAsync(TimeSpan offset, CancellationToken cancellation)
    {
        var early = offset - FilmTime;
        if (early > TimeSpan.Zero)
            await Task.Delay(early, _time, cancellation).ConfigureAwait(false);
        else if (-early > MaxLag)
            Interlocked.Add(ref _startedAt, (long)(-early.TotalSeconds * _time.TimestampFrequency));
    }

    // Cameras repeat their parameter sets before every key picture; a client that comes late needs them.
    private static AccessUnit WithSets(AccessUnit picture, ParameterSets sets) =>
        picture.IsKey && picture.Find(NalType.Sps) is null ? picture with { Units = [sets.Sps, sets.Pps, .. picture.Units] } : picture;

    private void CompleteClients()
    {
        lock (_lock)
        {
            _ended = true;
            _clients.ForEach(client => client.Complete());
            _clients.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Simulated camera: the film broke: {Detail}")]
    private static partial void LogBroken(ILogger logger, string detail);
}
