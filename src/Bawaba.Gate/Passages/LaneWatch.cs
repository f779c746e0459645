// One camera's way from frames to passages: motion decides whether to read, the reader reads, the tracker follows.
// Called by CameraWorker for streams and by `bawaba read` for files, frame by frame, by one thread.
using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

/// <summary>Watches one lane through one camera.</summary>
public sealed class LaneWatch : IDisposable
{
    private const float MinMotion = 0.0015f;
    private readonly RoadModel _road;
    private readonly PassageTracker _tracker;
    private readonly PlateReader _reader;

    public LaneWatch(TrackerSettings settings, PlateReader reader, TimeProvider time)
    {
        _road = new(settings.Masks);
        _tracker = new(settings, time, reader.HasPlateShape);
        _reader = reader;
    }

    /// <summary>Frames the reader looked at.</summary>
    public long FramesRead { get; private set; }

    public long FramesSeen { get; private set; }

    /// <summary>The frame stays the caller's; sightings are valid only during the call.</summary>
    public void Observe(Frame frame, Action<PassageSighting> found)
    {
        // 1. What is new on the road.
        var blobs = _road.Observe(frame);
        FramesSeen++;
        // 2. Read only when something moves or is being followed.
        IReadOnlyList<PlateObservation> plates = [];
        if (_road.Motion >= MinMotion || blobs.Count > 0 || _tracker.Following)
        {
            plates = _reader.Read(frame);
            FramesRead++;
        }
        // 3. Which vehicle is which, and who has passed.
        _tracker.Observe(frame, blobs, plates, found);
    }

    /// <summary>The source ended for good.</summary>
    public void Flush(Action<PassageSighting> found) => _tracker.Flush(found);

    /// <summary>The stream broke and will come back.</summary>
    public void Forget() => _tracker.Forget();

    public void Dispose() => _tracker.Dispose();
}
