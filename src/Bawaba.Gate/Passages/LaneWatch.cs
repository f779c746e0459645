// One camera's way from frames to passages: motion decides whether to read, the reader reads, the tracker follows.
// Called by CameraWorker for streams and by `bawaba read` for files, frame by frame, by one thread.
using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

/// <summary>Watches one lane through one camera.</summary>
public sealed class LaneWatch : IDisposable
{
    private const float MinMotion = 0.0015f;

    // What stopped this moment ago is at its sharpest now.
    private static readonly TimeSpan ReadAfterMotion = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan ReadFollowedEvery = TimeSpan.FromSeconds(1);
    private readonly RoadModel _road;
    private readonly PassageTracker _tracker;
    private readonly Func<Frame, IReadOnlyList<PlateObservation>> _read;
    private DateTimeOffset _movedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private (int Width, int Height) _size = (1, 1);

    public LaneWatch(TrackerSettings settings, PlateReader reader, TimeProvider time)
        : this(settings, reader.Read, reader.HasPlateShape, time)
    {
    }

    /// <summary>For tests: any reader.</summary>
    internal LaneWatch(TrackerSettings settings, Func<Frame, IReadOnlyList<PlateObservation>> read, Func<string, bool> hasPlateShape, TimeProvider time)
    {
        _road = new(settings.Masks);
        _tracker = new(settings, time, hasPlateShape);
        _read = read;
    }

    /// <summary>Frames the reader looked at.</summary>
    public long FramesRead { get; private set; }

    public long FramesSeen { get; private set; }

    /// <summary>The frame stays the caller's; sightings are valid only during the call.</summary>
    public void Observe(Frame frame, Action<PassageSighting> found)
    {
        _size = (frame.Width, frame.Height);
        FramesSeen++;
        // 1. What is new on the road.
        var blobs = _road.Observe(frame, _tracker.Waiting(frame.CapturedAt));
        // 2. A picture in which nothing moves says what the one before said.
        if (!IsWorthReading(frame.CapturedAt))
        {
            _tracker.Hold(frame.CapturedAt);
            return;
        }
        var plates = _read(frame);
        FramesRead++;
        _readAt = frame.CapturedAt;
        // 3. Which vehicle is which, and who has passed.
        _tracker.Observe(frame, blobs, plates, found);
    }

    /// <summary>The source ended for good.</summary>
    public void Flush(Action<PassageSighting> found) => _tracker.Flush(found);

    /// <summary>The stream broke and may come back: what is sure to have passed comes out, the rest is forgotten.</summary>
    internal void Break(Action<PassageSighting> found) => _tracker.Break(_size.Width, _size.Height, found);

    public void Dispose() => _tracker.Dispose();

    private bool IsWorthReading(DateTimeOffset at)
    {
        if (_road.Motion >= MinMotion)
            _movedAt = at;
        return at - _movedAt <= ReadAfterMotion || (_tracker.Follows(at) && at - _readAt >= ReadFollowedEvery);
    }
}
