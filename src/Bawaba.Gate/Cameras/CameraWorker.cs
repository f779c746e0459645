// One camera, for as long as the gate runs: open, read until it breaks, say so, back off, again. Reading and looking
// are two loops with LatestFrames between them, so that a slow look drops frames and never delays the next picture.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Cameras;

internal sealed partial class CameraWorker : IDisposable
{
    private const int WaitingFrames = 2;

    // ffmpeg's own time-out never fires on a camera that stalls with its session alive (04-cameras).
    private static readonly TimeSpan NoFrameLimit = TimeSpan.FromSeconds(20);
    private readonly CameraSettings _camera;
    private readonly VideoInput _input;
    private readonly LaneWatch _watch;
    private readonly LaneDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private long _dropped;

    internal CameraWorker(CameraSettings camera, CameraCredentials? credentials, PlateReader reader, LaneDesk desk, TimeProvider time, ILogger logger)
    {
        _camera = camera;
        _input = new() { Address = camera.Url!, Credentials = credentials, MaxFramesPerSecond = camera.FramesPerSecond };
        _watch = new(TrackerSettings.For(camera), reader, time);
        _desk = desk;
        _time = time;
        _logger = logger;
        Board = new(camera, time);
    }

    internal CameraBoard Board { get; }

    internal CameraReport Report() => Board.Report(Interlocked.Read(ref _dropped));

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var backoff = default(CameraBackoff);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                Board.Set(CameraPhase.Connecting, "", "");
                await ReadOnceAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The one catch of this loop: a camera's trouble never ends its worker.
            catch (Exception e)
#pragma warning restore CA1031
            {
                var lived = Board.Report(0).Phase == CameraPhase.Live;
                if (lived)
                    backoff.Reset();
                Publish(e, lived);
            }
            await Task.Delay(backoff.Next(), _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        _watch.Dispose();
        Board.Dispose();
    }

    // Reads until the stream breaks; throws what broke it.
    private async Task ReadOnceAsync(CancellationToken cancellation)
    {
        var frames = new LatestFrames(WaitingFrames);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var looking = LookAsync(frames, broken.Token);
        try
        {
            await PumpAsync(frames, looking, broken.Token).ConfigureAwait(false);
        }
        finally
        {
            frames.Complete();
            await broken.CancelAsync().ConfigureAwait(false);
            await looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            frames.Drain();
            Interlocked.Add(ref _dropped, frames.Dropped);
            _watch.Forget();
        }
    }

    private async Task PumpAsync(LatestFrames frames, Task looking, CancellationToken cancellation)
    {
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = _time.CreateTimer(_ => watchdog.Cancel(), null, NoFrameLimit, Timeout.InfiniteTimeSpan);
        var seen = false;
        try
        {
            await foreach (var (frame, _) in new FfmpegSource(_input, _time).ReadFramesAsync(watchdog.Token).ConfigureAwait(false))
            {
                timer.Change(NoFrameLimit, Timeout.InfiniteTimeSpan);
                Board.Saw(frame.CapturedAt);
                frames.Offer(frame);
                if (!seen)
                    Board.Set(CameraPhase.Live, "", "");
                seen = true;
                // The looking loop ends early only by an error: let it come out here.
                if (looking.IsFaulted)
                    await looking.ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw seen
                ? new CameraFault("no-frames", $"no new frame for {NoFrameLimit.TotalSeconds:0} s")
                : new CameraFault("no-answer", $"no frame within {NoFrameLimit.TotalSeconds:0} s of opening");
        }
    }

    private async Task LookAsync(LatestFrames frames, CancellationToken cancellation)
    {
        await foreach (var frame in frames.TakeAllAsync(cancellation).ConfigureAwait(false))
        {
            var items = new List<OutboxItem>();
            try
            {
                _watch.Observe(frame, sighting => items.AddRange(_desk.RecordsOf(sighting)));
            }
            finally
            {
                Board.Show(frame);
            }
            // Waits while the disk refuses; meanwhile frames are dropped, and this record is not.
            await _desk.AppendAsync(items, cancellation).ConfigureAwait(false);
        }
    }

    private void Publish(Exception e, bool lived)
    {
        var fault = e as CameraFault ?? new CameraFault("failed", e.Message);
        var phase = lived || fault.ReasonCode == "no-frames" ? CameraPhase.Stalled : CameraPhase.Failed;
        Board.Set(phase, fault.ReasonCode, fault.Message);
        LogBroken(_logger, _camera.Id.Value, phase, fault.ReasonCode, fault.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Camera {Camera}: {Phase} ({Reason}): {Detail}")]
    private static partial void LogBroken(ILogger logger, string camera, CameraPhase phase, string reason, string detail);
}
