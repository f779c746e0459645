// Live video of a gate's cameras. Asked through GateHost by whoever serves a screen.
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Video;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate.Live;

internal sealed class LiveDesk : IAsyncDisposable
{
    private readonly FrozenDictionary<CameraId, SharedVideo> _cameras;

    internal LiveDesk(GateSettings gate, IReadOnlyDictionary<string, CameraCredentials> credentials, TimeProvider time) =>
        _cameras = gate.Cameras.Where(c => c.Url is not null).ToFrozenDictionary(
            c => c.Id,
            c => new SharedVideo($"camera {c.Id}", new LiveCamera(InputOf(c, credentials)).CopyAsync, time));

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

    private static VideoInput InputOf(CameraSettings camera, IReadOnlyDictionary<string, CameraCredentials> credentials)
    {
        var input = new VideoInput { Address = camera.LiveUrl ?? camera.Url!, Credentials = credentials.GetValueOrDefault(camera.Id.Value) };
        return input.WhyRefused() is null ? input : throw new InvalidDataException($"camera {camera.Id}: {input.WhyRefused()}");
    }
}
