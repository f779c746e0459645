// One camera's way from frames to passages: motion decides whether to read, the reader reads, the tracker follows.
// Called by CameraWorker for streams and by `bawaba read` for files, frame by frame, by one thread.
using Bawaba.Gate.Evidence;
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

/// <summary>Watches one lane through one camera.</summary>
public sealed class LaneWatch : IDisposable
{
    private const float MinMotion = 0.0015f;

    // What stopped this moment ago is at its sharpest now.
    private static readonly TimeSpan ReadAfterMotion = TimeSpan.FromSeconds(0.6);
    private static readonly TimeSpan ReadFollowedEvery = TimeSpan.FromSeconds(1);

    // What creeps into the picture from afar stirs too little to be seen moving: now and then the whole is looked at.
    private static readonly TimeSpan ReadWholeEvery = TimeSpan.FromSeconds(1);
    private readonly RoadModel _road;
    private readonly PassageTracker _tracker;
    private readonly Func<Frame, PixelBox, IReadOnlyList<PlateObservation>> _read;
    private DateTimeOffset _movedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private DateTimeOffset _readWholeAt = DateTimeOffset.MinValue;
    private bool _wasRead;
    private (int Width, int Height) _size = (1, 1);

    public LaneWatch(TrackerSettings settings, PlateReader reader, TimeProvider time)
        : this(settings, (frame, window) => reader.Read(frame, window, lookAgain: false), reader.HasPlateShape, reader.Decode, time)
    {
    }

    /// <summary>For tests: any reader of whole frames.</summary>
    internal LaneWatch(TrackerSettings settings, Func<Frame, IReadOnlyList<PlateObservation>> read, Func<string, bool> hasPlateShape, TimeProvider time)
        : this(settings, (frame, _) => read(frame), hasPlateShape, time)
    {
    }

    /// <summary>For tests: any reader.</summary>
    internal LaneWatch(TrackerSettings settings, Func<Frame, PixelBox, IReadOnlyList<PlateObservation>> read, Func<string, bool> hasPlateShape, TimeProvider time)
        : this(settings, read, hasPlateShape, scores => scores.Decode(), time)
    {
    }

    private LaneWatch(
        TrackerSettings settings,
        Func<Frame, PixelBox, IReadOnlyList<PlateObservation>> read,
        Func<string, bool> hasPlateShape,
        Func<SlotScores, DecodedPlate> decode,
        TimeProvider time)
    {
        _road = new(settings.Masks);
        _tracker = new(settings, time, hasPlateShape, decode);
        _read = read;
    }

    /// <summary>Keeps small pictures of vehicles while they are followed, within the budget; a hit's go out when they are complete.</summary>
    internal void KeepPictures(PictureBudget budget, Action<TrackPictures> kept) => (_tracker.Budget, _tracker.Kept) = (budget, kept);

    /// <summary>Told what the reader saw in each frame it looked at.</summary>
    internal Action<Frame, IReadOnlyList<PlateObservation>>? Seen { get; set; }

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
        // 2. A picture in which nothing moves says what the one before said, and one frame sent twice is one witness.
        if ((_road.IsRepeat && _wasRead) || !IsWorthReading(frame.CapturedAt))
        {
            _wasRead &= _road.IsRepeat;
            _tracker.Hold(frame.CapturedAt);
            return;
        }
        var plates = _read(frame, Window(frame, blobs));
        FramesRead++;
        Seen?.Invoke(frame, plates);
        (_readAt, _wasRead) = (frame.CapturedAt, true);
        // 3. Which vehicle is which, and who has passed.
        _tracker.Observe(frame, blobs, plates, found);
    }

    /// <summary>The source ended for good.</summary>
    public void Flush(Action<PassageSighting> found) => _tracker.Flush(found);

    /// <summary>The stream broke and may come back: what is sure to have passed comes out, the rest is forgotten.</summary>
    internal void Break(Action<PassageSighting> found) => _tracker.Break(_size.Width, _size.Height, found);

    public void Dispose() => _tracker.Dispose();

    private PixelBox Window(Frame frame, IReadOnlyList<Blob> blobs)
    {
        if (frame.CapturedAt - _readWholeAt < ReadWholeEvery)
        {
            IEnumerable<PixelBox> stirred = _road.Stirred is { } box ? [box] : [];
            return ReadingWindow.Around(frame, [.. stirred, .. blobs.Select(b => b.Box), .. _tracker.Expected(frame.CapturedAt)]);
        }
        _readWholeAt = frame.CapturedAt;
        return new(0, 0, frame.Width, frame.Height);
    }

    private bool IsWorthReading(DateTimeOffset at)
    {
        if (_road.Motion >= MinMotion)
            _movedAt = at;
        return at - _movedAt <= ReadAfterMotion || (_tracker.Follows(at) && at - _readAt >= ReadFollowedEvery);
    }
}
