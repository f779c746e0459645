// One camera of the simulator: its film, its behaviour and, while anybody asks for it, its run. Called by RtspSession.
using Bawaba.Contracts;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

internal sealed class SimulatedCamera(
    CameraId id, Film film, SimulatedCameraOptions options, TimeProvider time, ILogger logger, Action<SentFrame> sent) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<CameraRun> _ending = [];
    private CameraRun? _run;
    private int _runs;
    private bool _closed;

    internal SimulatedCameraOptions Options => options;

    /// <summary>The run, begun if nobody held it; null when as many clients hold it as are allowed.</summary>
    internal CameraRun? Hold()
    {
        lock (_lock)
        {
            if (_run is { HasEnded: true })
                _run = null;
            if (_closed || _run?.Holders >= options.MaxClients)
                return null;
            if (_run is null)
            {
                var run = ++_runs;
                _run = new(film, time, logger, number => sent(new(id, run, number, time.GetUtcNow())));
            }
            _run.Holders++;
            return _run;
        }
    }

    /// <summary>Ends the run with its last holder.</summary>
    internal async ValueTask ReleaseAsync(CameraRun run)
    {
        lock (_lock)
        {
            if (--run.Holders > 0)
                return;
            if (_run == run)
                _run = null;
            _ending.Add(run);
        }
        await run.DisposeAsync().ConfigureAwait(false);
        lock (_lock)
            _ending.Remove(run);
    }

    public async ValueTask DisposeAsync()
    {
        CameraRun[] left;
        lock (_lock)
        {
            _closed = true;
            left = _run is null ? [.. _ending] : [.. _ending, _run];
        }
        foreach (var run in left)
            await run.DisposeAsync().ConfigureAwait(false);
    }
}
