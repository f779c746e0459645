// Counts for cameras without a picture: a seeded simulation appends them to their gate's outbox, by the same way as any
// count. Started by UpRun; does nothing where no camera has traffic settings. Counts of a time when the system did not
// run are not made up afterwards.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate;

namespace Bawaba.Up;

internal sealed partial class TrafficRun : IAsyncDisposable
{
    private static readonly TimeSpan MaxBehind = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _running;

    private TrafficRun(IReadOnlyList<(GateHost Host, CameraSettings Camera)> cameras, TimeProvider time, ILogger logger)
    {
        _time = time;
        _logger = logger;
        _running = cameras.Count > 0 ? Task.Run(() => RunAsync(cameras, _stopping.Token)) : Task.CompletedTask;
    }

    internal static TrafficRun Start(CitySettings city, GateFleet fleet, TimeProvider time, ILoggerFactory loggers)
    {
        var cameras = city.Gates
            .SelectMany(gate => gate.Cameras.Select(camera => (gate, camera)))
            .Where(pair => pair.camera.Traffic is not null)
            .Select(pair => (fleet.Hosts.First(h => h.Id == pair.gate.Id), pair.camera));
        return new([.. cameras], time, loggers.CreateLogger<TrafficRun>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task RunAsync(IReadOnlyList<(GateHost Host, CameraSettings Camera)> cameras, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TrafficDraw.Slot, _time);
        var next = _time.GetUtcNow();
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = _time.GetUtcNow();
            // After a long sleep of the machine the lost time stays lost.
            if (now - next > MaxBehind)
                next = now - MaxBehind;
            // Only slots that have ended: their vehicles have all passed.
            for (; next + TrafficDraw.Slot <= now; next += TrafficDraw.Slot)
            {
                foreach (var (host, camera) in cameras)
                    await TryAppendAsync(host, camera, next, cancellation);
            }
        }
    }

    private async Task TryAppendAsync(GateHost host, CameraSettings camera, DateTimeOffset slot, CancellationToken cancellation)
    {
        try
        {
            await AppendAsync(host, camera, slot, cancellation);
        }
        catch (IOException e)
        {
            LogLost(_logger, camera.Id.Value, e.Message);
        }
    }

    private async Task AppendAsync(GateHost host, CameraSettings camera, DateTimeOffset slot, CancellationToken cancellation)
    {
        foreach (var vehicle in TrafficDraw.Of(camera.Traffic!, slot))
        {
            var count = new PassageCount
            {
                Passage = PassageId.Mint(_time),
                Camera = camera.Id,
                Lane = camera.Lane,
                Direction = vehicle.Approaching ? camera.Approaching : Opposite(camera.Approaching),
                Vehicle = vehicle.Vehicle,
                Outcome = vehicle.Outcome,
                PassedAt = vehicle.PassedAt,
            };
            await host.AppendCountAsync(count, cancellation);
        }
    }

    private static Direction Opposite(Direction direction) => direction switch
    {
        Direction.In => Direction.Out,
        Direction.Out => Direction.In,
        _ => direction,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Camera {Camera}: a simulated count was not written: {Detail}")]
    private static partial void LogLost(ILogger logger, string camera, string detail);
}
