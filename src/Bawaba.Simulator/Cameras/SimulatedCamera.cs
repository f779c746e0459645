// One camera of the simulator: its film, its behaviour, its faults and, while anybody asks for it, its run. Called by
// RtspSession for clients and by CameraSimulator for faults.
using Bawaba.Contracts;
using Bawaba.Simulator.Faults;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

internal sealed class SimulatedCamera : IAsyncDisposable
{
    private readonly CameraId _id;
    private readonly FilmChoice _choice;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<SentFrame> _sent;
    private readonly DateTimeOffset _madeAt;
    private readonly Lock _lock = new();
    private readonly List<CameraRun> _ending = [];
    private readonly HashSet<RtspSession> _sessions = [];
    private CameraRun? _run;
    private int _runs;
    private bool _closed;

    internal SimulatedCamera(CameraId id, Film film, SimulatedCameraOptions options, TimeProvider time, ILogger logger, Action<SentFrame> sent)
    {
        (_id, Options, _time, _logger, _sent, _madeAt) = (id, options, time, logger, sent, time.GetUtcNow());
        Faults = new(time);
        _choice = new(film, Faults);
        if (options.Faults.Refuses)
            Faults.Begin(SimulatedFault.Unauthorized, null);
        if (options.Faults.Silent)
            Faults.Begin(SimulatedFault.Silent, null);
        Faults.Changed += Change;
    }

    internal SimulatedCameraOptions Options { get; }

    internal FaultSwitch Faults { get; }

    /// <summary>What the camera takes for the time.</summary>
    internal DateTimeOffset Now =>
        Faults.IsOn(SimulatedFault.Clock1970) ? DateTimeOffset.UnixEpoch + (_time.GetUtcNow() - _madeAt) : _time.GetUtcNow();

    /// <summary>The run, begun if nobody held it; null when as many clients hold it as are allowed.</summary>
    internal CameraRun? Hold()
    {
        lock (_lock)
        {
            if (_run is { HasEnded: true })
                _run = null;
            if (_closed || _run?.Holders >= Options.MaxClients)
                return null;
            if (_run is null)
            {
                var run = ++_runs;
                _run = new(_choice, _time, _logger, number => _sent(new(_id, run, number, _time.GetUtcNow())));
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

    internal void Join(RtspSession session)
    {
        lock (_lock)
            _sessions.Add(session);
    }

    internal void Leave(RtspSession session)
    {
        lock (_lock)
            _sessions.Remove(session);
    }

    /// <summary>A key picture as it would be seen now, with its parameter sets; null when the film gives none.</summary>
    internal async ValueTask<AccessUnit?> KeyPictureAsync(CancellationToken cancellation)
    {
        CameraRun? run;
        lock (_lock)
            run = _run;
        if (run?.NewestKey is { } newest)
            return newest;
        await foreach (var picture in _choice.Film(cancellation).ConfigureAwait(false))
        {
            if (picture.IsKey)
                return picture;
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        Faults.Changed -= Change;
        CameraRun[] left;
        lock (_lock)
        {
            _closed = true;
            left = _run is null ? [.. _ending] : [.. _ending, _run];
        }
        foreach (var run in left)
            await run.DisposeAsync().ConfigureAwait(false);
        Faults.Dispose();
    }

    private void Change(SimulatedFault fault, bool isOn)
    {
        if (ChangedFilm.IsOfPicture(fault))
            _choice.Renew();
        if (!isOn || fault is not (SimulatedFault.Unauthorized or SimulatedFault.Busy or SimulatedFault.Drop))
            return;
        RtspSession[] sessions;
        lock (_lock)
            sessions = [.. _sessions];
        foreach (var session in sessions)
            session.CutOff();
    }
}
