// Live video of a gate's cameras. Asked through GateHost by whoever serves a screen.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Video;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate.Live;

internal sealed class LiveDesk(TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<CameraId, SharedVideo> _cameras = new();

    /// <summary>From now on this camera can be watched. Not one that can be already.</summary>
    internal void Put(CameraSettings camera, CameraCredentials? credentials) =>
        _cameras[camera.Id] = new($"camera {camera.Id}", new LiveCamera(InputOf(camera, credentials)).CopyAsync, time);

    /// <summary>Ends it for everybody.</summary>
    internal async Task RemoveAsync(CameraId camera)
    {
        if (_cameras.TryRemove(camera, out var live))
            await live.DisposeAsync().ConfigureAwait(false);
    }

    internal async IAsyncEnumerable<VideoPart> WatchAsync(CameraId camera, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!_cameras.TryGetValue(camera, out var live))
            throw new VideoUnavailableException("no-camera", $"camera {camera} has no stream");
        using var viewer = live.Join();
        await foreach (var part in viewer.ReadAsync(cancellation).ConfigureAwait(false))
            yield return part;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var camera in _cameras.Values)
            await camera.DisposeAsync().ConfigureAwait(false);
    }

    private static VideoInput InputOf(CameraSettings camera, CameraCredentials? credentials)
    {
        var input = new VideoInput { Address = camera.LiveUrl ?? camera.Url!, Credentials = credentials };
        return input.WhyRefused() is null ? input : throw new InvalidDataException($"camera {camera.Id}: {input.WhyRefused()}");
    }
}
