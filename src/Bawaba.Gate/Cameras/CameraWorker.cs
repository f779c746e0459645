// One camera, for as long as the gate runs: open, read until it breaks, say so, back off, again. Reading and looking
// are two loops with LatestFrames between them, so that a slow look drops frames and never delays the next picture.
// Promises: a record that was found is appended even when the stream breaks at that moment, and every frame goes back.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Health;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Cameras;

internal sealed partial class CameraWorker : IDisposable
{
    private const int WaitingFrames = 2;

    // A camera that gives a frame now and then is not well: only one that ran this long is tried again at once.
    private static readonly TimeSpan WellAfter = TimeSpan.FromSeconds(30);
    private readonly CameraSettings _camera;
    private readonly Func<CancellationToken, IAsyncEnumerable<VideoFrame>> _open;
    private readonly LaneWatch _watch;
    private readonly LaneDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DroppedFrames _dropped = new();
    private readonly PictureJudge _judge;

    // Pictures of hits that became complete with the frame that is looked at.
    private readonly List<OutboxItem> _complete = [];

    internal CameraWorker(CameraSettings camera, CameraCredentials? credentials, PlateReader reader, LaneDesk desk, TimeProvider time, ILogger logger)
        : this(camera, Ffmpeg(camera, credentials, time), new(TrackerSettings.For(camera), reader, time), desk, time, logger)
    {
    }

    /// <summary>For tests: any source of frames. The watch becomes the worker's.</summary>
    internal CameraWorker(
        CameraSettings camera, Func<CancellationToken, IAsyncEnumerable<VideoFrame>> open, LaneWatch watch, LaneDesk desk, TimeProvider time, ILogger logger)
    {
        _camera = camera;
        _open = open;
        _watch = watch;
        _desk = desk;
        _time = time;
        _logger = logger;
        _judge = new(camera.Masks);
        Board = new(camera, time);
        watch.Seen = Board.Sights.Take;
        watch.KeepPictures(new(time), pictures => _complete.AddRange(desk.RecordsOf(pictures)));
    }

    /// <summary>ffmpeg's own time-out never fires on a camera that stalls with its session alive (04-cameras).</summary>
    internal TimeSpan NoFrameLimit { get; init; } = TimeSpan.FromSeconds(20);

    internal CameraBoard Board { get; }

    internal CameraReport Report() => Board.Report(_dropped.Value);

    internal async Task RunAsync(CancellationToken cancellation)
    {
        var backoff = default(CameraBackoff);
        while (!cancellation.IsCancellationRequested)
        {
            var refusedPassword = false;
            Board.Connect();
            try
            {
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
                var lived = Board.LiveFor();
                if (lived >= WellAfter)
                    backoff.Reset();
                Publish(e, lived is not null);
                refusedPassword = e is CameraFault { ReasonCode: "unauthorized" };
            }
            await Task.Delay(backoff.Next(refusedPassword), _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        var frames = new LatestFrames(WaitingFrames, _dropped);
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var looking = LookAsync(frames, broken.Token, cancellation);
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
            await LeaveAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task PumpAsync(LatestFrames frames, Task looking, CancellationToken cancellation)
    {
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = _time.CreateTimer(_ => watchdog.Cancel(), null, NoFrameLimit, Timeout.InfiniteTimeSpan);
        var seen = false;
        try
        {
            await foreach (var (frame, _) in _open(watchdog.Token).WithCancellation(watchdog.Token).ConfigureAwait(false))
            {
                timer.Change(NoFrameLimit, Timeout.InfiniteTimeSpan);
                Board.Saw(frame.CapturedAt);
                frames.Offer(frame);
                if (!seen)
                    Board.Set(CameraPhase.Live, "", "");
                seen = true;
                // The looking loop ends early only by an error: let it come out here.
                if (looking.IsCompleted)
                    await looking.ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw seen
                ? new CameraFault("no-frames", $"no new frame for {NoFrameLimit.TotalSeconds:0} s")
                : new CameraFault("no-answer", $"no frame within {NoFrameLimit.TotalSeconds:0} s of opening");
        }
        throw new CameraFault("ended", "the stream ended");
    }

    private async Task LookAsync(LatestFrames frames, CancellationToken broken, CancellationToken stopping)
    {
        await foreach (var frame in frames.TakeAllAsync(broken).ConfigureAwait(false))
        {
            var items = new List<OutboxItem>();
            try
            {
                _watch.Observe(frame, sighting => items.AddRange(_desk.RecordsOf(sighting)));
                // Advice for people: whatever it says, the next frame is read like this one.
                Judge(frame);
            }
            finally
            {
                Board.Show(frame);
            }
            TakeComplete(items);
            // Waits while the disk refuses, however the stream fares; meanwhile frames are dropped, and this record is not.
            await _desk.AppendAsync(items, stopping).ConfigureAwait(false);
        }
    }

    private void Judge(Frame frame)
    {
        if (_judge.Observe(frame) && _judge.Report is { } picture)
            LogPicture(_logger, _camera.Id.Value, picture.State, picture.MeasuredPercent, picture.ThresholdPercent);
        Board.Judge(_judge.Report);
    }

    // The stream broke or the gate stops: what is sure to have passed is recorded, the rest will be seen again.
    private async Task LeaveAsync(CancellationToken stopping)
    {
        var items = new List<OutboxItem>();
        _watch.Break(sighting => items.AddRange(_desk.RecordsOf(sighting)));
        TakeComplete(items);
        await _desk.AppendAsync(items, stopping).ConfigureAwait(false);
    }

    // After the hits they are of.
    private void TakeComplete(List<OutboxItem> items)
    {
        items.AddRange(_complete);
        _complete.Clear();
    }

    private void Publish(Exception e, bool lived)
    {
        var fault = e as CameraFault ?? new CameraFault("failed", e.Message);
        var phase = lived ? CameraPhase.Stalled : CameraPhase.Failed;
        Board.Set(phase, fault.ReasonCode, fault.Message);
        LogBroken(_logger, _camera.Id.Value, phase, fault.ReasonCode, fault.Message);
    }

    private static Func<CancellationToken, IAsyncEnumerable<VideoFrame>> Ffmpeg(CameraSettings camera, CameraCredentials? credentials, TimeProvider time)
    {
        var input = new VideoInput { Address = camera.Url!, Credentials = credentials, MaxFramesPerSecond = camera.FramesPerSecond };
        return cancellation => new FfmpegSource(input, time).ReadFramesAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Camera {Camera}: its picture is {State}: {Measured} %, threshold {Threshold} %")]
    private static partial void LogPicture(ILogger logger, string camera, PictureState state, double measured, double threshold);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Camera {Camera}: {Phase} ({Reason}): {Detail}")]
    private static partial void LogBroken(ILogger logger, string camera, CameraPhase phase, string reason, string detail);
}
