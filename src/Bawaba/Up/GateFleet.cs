// The gates that run in this process. Called by UpRun; answers for their pictures, which pass through memory only.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Video;
using Bawaba.Gate;
using Bawaba.Gate.Cameras;
using Bawaba.Vision;

namespace Bawaba.Up;

internal sealed class GateFleet : IGatePictures, IGateVideo, IAsyncDisposable
{
    private readonly List<GateHost> _hosts = [];
    private readonly PlateReader _reader = new(new() { ModelsFolder = ModelsFolder.Path });

    private int _disposed;

    internal IReadOnlyList<GateHost> Hosts => _hosts;

    internal async Task StartAsync(
        CitySettings city, string dataFolder, IReadOnlyDictionary<string, CameraCredentials> credentials, ICenterLink center, TimeProvider time, ILoggerFactory loggers)
    {
        foreach (var gate in city.Gates)
        {
            var options = new GateHostOptions
            {
                Settings = gate,
                DataFolder = Path.Combine(dataFolder, "gates", gate.Id.Value),
                Credentials = credentials,
            };
            var host = new GateHost(options, _reader, center, time, loggers);
            _hosts.Add(host);
            await host.StartAsync();
        }
    }

    public async ValueTask<byte[]?> SnapshotAsync(GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation)
    {
        var host = _hosts.Find(h => h.Id == gate);
        // Encoding takes milliseconds of a core: not on the thread that serves everyone.
        return host is null ? null : await Task.Run(() => host.Snapshot(camera, maxWidthPx), cancellation);
    }

    public IAsyncEnumerable<VideoPart> WatchAsync(GateId gate, CameraId camera, CancellationToken cancellation) =>
        _hosts.Find(h => h.Id == gate)?.WatchAsync(camera, cancellation) ?? throw new VideoUnavailableException("cut-off", $"gate {gate} does not run here");

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(h => h.DisposeAsync().AsTask()));
        _hosts.Clear();
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _reader.Dispose();
    }
}
