// The gate's cameras as they are set up now: a worker and a live stream each. Owned by GateHost, changed by TechnicianDesk. Promises:
// a change touches the cameras it is about and no other; what a camera had found is appended before it goes; changes come one
// after the other.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Live;
using Bawaba.Vision;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Commissioning;

internal sealed class CameraCrew(PlateReader reader, LaneDesk desk, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly LiveDesk _live = new(time);
    private volatile IReadOnlyList<Member> _members = [];
    private volatile GateSettings? _settings;
    private bool _ended;

    internal GateSettings Settings => _settings ?? throw new InvalidOperationException("no cameras yet");

    internal LiveDesk Live => _live;

    /// <summary>Takes on these settings: cameras that are the same go on, the others end, begin, or begin anew.</summary>
    internal async Task ChangeAsync(GateSettings settings, IReadOnlyDictionary<string, CameraCredentials> credentials)
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_ended)
                return;
            var before = _members;
            var wished = settings.Cameras.Select(camera => (Camera: camera, Credentials: credentials.GetValueOrDefault(camera.Id.Value))).ToList();
            var staying = before.Where(m => wished.Any(w => m.Is(w.Camera, w.Credentials))).ToList();
            // Two readers of one camera would be one too many for many a camera: the old one ends first.
            foreach (var leaving in before.Except(staying))
                await EndAsync(leaving).ConfigureAwait(false);
            _members = [.. wished.Select(w => staying.Find(m => m.Is(w.Camera, w.Credentials)) ?? Begin(w.Camera, w.Credentials))];
            _settings = settings;
        }
        finally
        {
            _changing.Release();
        }
    }

    internal IReadOnlyList<CameraReport> Reports() => [.. _members.Select(m => m.Worker?.Report() ?? ReportOfSimulated(m))];

    /// <summary>Null for a camera that is not here, or has no pictures.</summary>
    internal CameraBoard? Board(CameraId camera) => _members.FirstOrDefault(m => m.Camera.Id == camera)?.Worker?.Board;

    public async ValueTask DisposeAsync()
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        _ended = true;
        await Task.WhenAll(_members.Select(EndAsync)).ConfigureAwait(false);
        _members = [];
        await _live.DisposeAsync().ConfigureAwait(false);
        _changing.Release();
    }

    private Member Begin(CameraSettings camera, CameraCredentials? credentials)
    {
        var member = new Member(camera, credentials, time.GetUtcNow());
        if (camera.Url is null)
            return member;
        _live.Put(camera, credentials);
        var worker = new CameraWorker(camera, credentials, reader, desk, time, logger);
        var stopping = new CancellationTokenSource();
        return member with { Worker = worker, Stopping = stopping, Running = Task.Run(() => worker.RunAsync(stopping.Token), CancellationToken.None) };
    }

    private async Task EndAsync(Member member)
    {
        if (member is not { Worker: { } worker, Stopping: { } stopping })
            return;
        await stopping.CancelAsync().ConfigureAwait(false);
        await _live.RemoveAsync(member.Camera.Id).ConfigureAwait(false);
        await member.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        worker.Dispose();
        stopping.Dispose();
    }

    private static CameraReport ReportOfSimulated(Member member) => new()
    {
        Camera = member.Camera.Id,
        Lane = member.Camera.Lane,
        Phase = CameraPhase.Live,
        ReasonCode = "",
        Detail = "",
        SinceAt = member.SinceAt,
        Simulated = true,
    };

    private sealed record Member(CameraSettings Camera, CameraCredentials? Credentials, DateTimeOffset SinceAt)
    {
        public CameraWorker? Worker { get; init; }

        public CancellationTokenSource? Stopping { get; init; }

        public Task Running { get; init; } = Task.CompletedTask;

        // Its masks are a list: compared one by one.
        internal bool Is(CameraSettings camera, CameraCredentials? credentials) =>
            Camera with { Masks = [] } == camera with { Masks = [] } && Camera.Masks.SequenceEqual(camera.Masks) && Credentials == credentials;
    }
}
