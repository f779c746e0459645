// One running source for many viewers: begun for the first, ended some seconds after the last. Used at the gate (an ffmpeg)
// and at the center (a stream from a gate). Promises: never two sources at once; a source that ends takes its viewers
// with it, and the next viewer begins a new one.
namespace Bawaba.Contracts.Video;

/// <summary>Runs a source of pieces while somebody watches.</summary>
/// <param name="runAsync">Offers pieces until it is cancelled or ends; its exception reaches the viewers.</param>
public sealed class SharedVideo(string name, Func<VideoFanOut, CancellationToken, Task> runAsync, TimeProvider time) : IAsyncDisposable
{
    // Who goes from one page to the next does not make the camera begin anew.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private VideoFanOut? _fanOut;
    private Task _running = Task.CompletedTask;

    /// <summary>A viewer of what runs, or of what is begun for it. Dispose it to leave.</summary>
    /// <exception cref="VideoUnavailableException">Too many watch already, or everything is being stopped.</exception>
    public VideoViewer Join()
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
                throw new VideoUnavailableException("ended", $"{name} is being stopped");
            if (_fanOut is null)
            {
                var (fanOut, before) = (_fanOut = new(), _running);
                _running = Task.Run(() => RunAsync(fanOut, before));
            }
            return _fanOut.Join() ?? throw new VideoUnavailableException("busy", $"{name} is watched by {VideoFanOut.MaxViewers} already");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Task running;
        lock (_lock)
            running = _running;
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(VideoFanOut fanOut, Task before)
    {
        // The one before is on its way out: two would ask the camera for two streams.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Exception end = new VideoUnavailableException("ended", $"{name}: the video ended");
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            var running = runAsync(fanOut, ending.Token);
            await Task.WhenAny(running, UntilAloneAsync(fanOut, ending.Token)).ConfigureAwait(false);
            await ending.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more, or everything stops.
        }
#pragma warning disable CA1031 // Whatever ended the source is what its viewers are told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            end = e is VideoUnavailableException ? e : new VideoUnavailableException("ended", e.Message);
        }
        lock (_lock)
            _fanOut = _fanOut == fanOut ? null : _fanOut;
        fanOut.End(end);
    }

    private async Task UntilAloneAsync(VideoFanOut fanOut, CancellationToken cancellation)
    {
        var aloneSince = time.GetTimestamp();
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            // Under the lock nobody joins between the last look and the end.
            lock (_lock)
            {
                if (fanOut.Viewers > 0)
                    aloneSince = time.GetTimestamp();
                else if (time.GetElapsedTime(aloneSince) >= Linger)
                {
                    _fanOut = null;
                    return;
                }
            }
        }
    }
}
