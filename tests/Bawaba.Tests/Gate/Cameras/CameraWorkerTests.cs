using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Passages;
using Bawaba.Tests.Gate.Passages;
using Bawaba.Vision;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Cameras;

[Collection(FrameCount.Collection)]
public sealed class CameraWorkerTests : IAsyncLifetime
{
    private static readonly CameraSettings Camera = new()
    {
        Id = CameraId.Parse("camera-1"),
        Lane = LaneId.Parse("lane-1"),
        Name = new() { Ar = "كاميرا", En = "Camera" },
        Url = "rtsp://camera.example/1",
        Approaching = Direction.In,
    };

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(A.Morning);
    private readonly CancellationTokenSource _stop = new();
    private readonly long _leasedBefore = Frame.Leased;
    private readonly List<DateTimeOffset> _opened = [];
    private GateOutbox _outbox = null!;
    private CameraWorker? _worker;
    private int _pictures;
    private Task _running = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        _outbox = GateOutbox.Open(_folder.File("outbox.db"), GateId.Parse("south-gate"), _time, NullLogger.Instance);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_camera_that_refuses_is_failed_with_its_reason_and_tried_at_1_3_and_8_seconds()
    {
        Start(_ => throw new CameraFault("refused", "Connection refused"));
        await Eventually.IsTrueAsync(() => _opened.Count >= 14, () => _time.Advance(TimeSpan.FromSeconds(1)));
        var gaps = _opened.Zip(_opened.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        // A second of the test's clock may pass between a failure and the wait that follows it.
        Assert.All(gaps[..5], g => Assert.InRange(g, 1, 4));
        Assert.All(gaps[5..10], g => Assert.InRange(g, 3, 6));
        Assert.All(gaps[10..13], g => Assert.InRange(g, 8, 12));
        var report = _worker!.Report();
        Assert.Equal((CameraPhase.Failed, "refused"), (report.Phase, report.ReasonCode));
        Assert.Equal("Connection refused", report.Detail);
    }

    [Fact]
    public async Task A_camera_that_never_answers_is_failed_by_the_watchdog()
    {
        Start(Never);
        await Eventually.IsTrueAsync(() => _worker!.Report().ReasonCode == "no-answer", () => _time.Advance(TimeSpan.FromSeconds(1)));
        Assert.NotEqual(CameraPhase.Live, _worker!.Report().Phase);
    }

    [Fact]
    public async Task A_camera_that_stalls_with_its_session_alive_is_stalled_and_opened_again()
    {
        var frames = Channel.CreateUnbounded<Frame>();
        Start(c => FromChannel(frames.Reader, c));
        frames.Writer.TryWrite(Picture());
        await Eventually.IsTrueAsync(() => _worker!.Report().Phase == CameraPhase.Live);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(CameraPhase.Live, _worker!.Report().Phase);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await Eventually.IsTrueAsync(() => _worker!.Report().Phase == CameraPhase.Stalled);
        Assert.Equal("no-frames", _worker!.Report().ReasonCode);
        Assert.Null(_worker!.Board.Snapshot(100));
        await Eventually.IsTrueAsync(() => _opened.Count >= 2, () => _time.Advance(TimeSpan.FromSeconds(1)));
        frames.Writer.TryWrite(Picture());
        await Eventually.IsTrueAsync(() => _worker!.Report().Phase == CameraPhase.Live);
        Assert.Equal("", _worker!.Report().ReasonCode);
    }

    [Fact]
    public async Task Every_frame_resets_the_watchdog()
    {
        var frames = Channel.CreateUnbounded<Frame>();
        Start(c => FromChannel(frames.Reader, c));
        for (var i = 0; i < 10; i++)
        {
            frames.Writer.TryWrite(Picture());
            await Eventually.IsTrueAsync(() => _worker!.Report().LastFrameAt == _time.GetUtcNow());
            _time.Advance(TimeSpan.FromSeconds(4));
        }
        Assert.Equal(CameraPhase.Live, _worker!.Report().Phase);
        Assert.Single(_opened);
    }

    [Fact]
    public async Task A_camera_that_flaps_is_not_tried_every_second_for_ever()
    {
        Start(_ => Once());
        await Eventually.IsTrueAsync(() => _opened.Count >= 13, () => _time.Advance(TimeSpan.FromSeconds(1)));
        Assert.True(_opened[^1] - _opened[0] > TimeSpan.FromSeconds(30));
        // The moment of a frame is a moment without a reason.
        await Eventually.IsTrueAsync(() => _worker!.Report().ReasonCode == "ended");
    }

    [Fact]
    public async Task An_error_in_looking_is_a_state_and_not_the_end_of_the_worker()
    {
        var frames = Channel.CreateUnbounded<Frame>();
        Start(c => FromChannel(frames.Reader, c), _ => throw new InvalidOperationException("the network broke"));
        await Eventually.IsTrueAsync(() => _worker!.Report().ReasonCode == "failed", () => frames.Writer.TryWrite(Picture()));
        Assert.Equal("the network broke", _worker!.Report().Detail);
        await Eventually.IsTrueAsync(() => _opened.Count >= 2, () => _time.Advance(TimeSpan.FromSeconds(1)));
        while (frames.Reader.TryRead(out var left))
            left.Dispose();
    }

    [Fact]
    public async Task A_vehicle_under_way_when_the_stream_breaks_is_recorded()
    {
        var frames = Channel.CreateUnbounded<Frame>();
        Start(c => FromChannel(frames.Reader, c), frame => [ReadingOf.Text("5-12345", ReadingOf.Box(100, 20 + (float)(20 * (frame.CapturedAt - A.Morning).TotalSeconds), 40, 12))]);
        for (var i = 0; i < 12; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            frames.Writer.TryWrite(Picture());
            await Eventually.IsTrueAsync(() => _worker!.Board.NewestAt == _time.GetUtcNow());
        }
        frames.Writer.TryComplete(new CameraFault("ended", "the camera restarts"));
        await Eventually.IsTrueAsync(() => _outbox.Pending == 1);
        Assert.Equal(PlateOutcome.Read, _outbox.Peek(1)[0].Count!.Outcome);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _worker?.Dispose();
        await _outbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
        _stop.Dispose();
        Assert.Equal(_leasedBefore, Frame.Leased);
    }

    private void Start(Func<CancellationToken, IAsyncEnumerable<VideoFrame>> open, Func<Frame, IReadOnlyList<PlateObservation>>? read = null)
    {
        var watch = new LaneWatch(TrackerSettings.For(Camera), read ?? (_ => []), _ => true, _time);
        var desk = new LaneDesk(new GateMatcher(_time), _outbox, _time);
        _worker = new(Camera, Counted, watch, desk, _time, NullLogger.Instance) { NoFrameLimit = TimeSpan.FromSeconds(5) };
        _running = Task.Run(() => _worker.RunAsync(_stop.Token));

        IAsyncEnumerable<VideoFrame> Counted(CancellationToken cancellation)
        {
            _opened.Add(_time.GetUtcNow());
            return open(cancellation);
        }
    }

    // No two alike: what is sent twice is not read again.
    private Frame Picture()
    {
        var frame = Frame.Rent(160, 200, _time.GetUtcNow());
        frame.Rgb.Fill((byte)(++_pictures % 2 == 0 ? 60 : 120));
        return frame;
    }

    private async IAsyncEnumerable<VideoFrame> Once()
    {
        yield return new(Picture(), null);
        await Task.Yield();
        throw new CameraFault("ended", "End of file");
    }

    private static async IAsyncEnumerable<VideoFrame> Never([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        yield break;
    }

    private static async IAsyncEnumerable<VideoFrame> FromChannel(ChannelReader<Frame> frames, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var frame in frames.ReadAllAsync(cancellation))
            yield return new(frame, null);
    }
}
