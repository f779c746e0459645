// A camera's state as others may see it: phase with its reason, frame rate, and the newest picture in memory.
// Written by its CameraWorker, read by the gate's report and by whoever asks for a snapshot.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Vision;
using Bawaba.Vision.Photos;

namespace Bawaba.Gate.Cameras;

internal sealed class CameraBoard(CameraSettings camera, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FreshPicture = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private CameraPhase _phase;
    private string _reasonCode = "";
    private string _detail = "";
    private DateTimeOffset _sinceAt = time.GetUtcNow();
    private DateTimeOffset? _lastFrameAt;
    private double _framesPerSecond;
    private Frame? _newest;
    private PictureReport? _picture;
    private (int Width, int Height) _size;

    /// <summary>How plates have looked lately.</summary>
    internal PlateSights Sights { get; } = new(time);

    /// <summary>Of the newest picture there was; zero before the first.</summary>
    internal (int Width, int Height) Size
    {
        get
        {
            lock (_lock)
                return _size;
        }
    }

    /// <summary>Another try begins; why the last one failed stays to be read until a frame comes.</summary>
    internal void Connect() => Set(CameraPhase.Connecting, _reasonCode, _detail);

    internal void Set(CameraPhase phase, string reasonCode, string detail)
    {
        lock (_lock)
        {
            if (phase != _phase)
                _sinceAt = time.GetUtcNow();
            (_phase, _reasonCode, _detail) = (phase, reasonCode, detail);
            if (phase == CameraPhase.Live)
                return;
            // A picture in which plates can be read does not outlive its stream in memory (02-law: at most 3 minutes).
            _newest?.Dispose();
            _newest = null;
            _framesPerSecond = 0;
        }
    }

    /// <summary>How long frames have been coming; null when they are not.</summary>
    internal TimeSpan? LiveFor()
    {
        lock (_lock)
            return _phase == CameraPhase.Live ? time.GetUtcNow() - _sinceAt : null;
    }

    /// <summary>Notes a frame's arrival.</summary>
    internal void Saw(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_lastFrameAt is { } before && at > before)
                _framesPerSecond = (0.9 * _framesPerSecond) + (0.1 / Math.Max(1e-3, (at - before).TotalSeconds));
            _lastFrameAt = at;
        }
    }

    /// <summary>Takes the frame over as the newest picture; the one before goes back to the pool.</summary>
    internal void Show(Frame frame)
    {
        lock (_lock)
        {
            _newest?.Dispose();
            _newest = frame;
            _size = (frame.Width, frame.Height);
        }
    }

    /// <summary>When the newest picture was taken; null without one.</summary>
    internal DateTimeOffset? NewestAt
    {
        get
        {
            lock (_lock)
                return _newest?.CapturedAt;
        }
    }

    /// <summary>The newest picture as JPEG, or null when none is fresh.</summary>
    internal byte[]? Snapshot(int maxWidthPx)
    {
        Frame copy;
        lock (_lock)
        {
            if (_newest is null || time.GetUtcNow() - _newest.CapturedAt > FreshPicture)
                return null;
            copy = _newest.Copy();
        }
        using (copy)
            return Pixels.ToJpeg(copy, maxWidthPx, quality: 75);
    }

    /// <summary>Notes how the picture is judged.</summary>
    internal void Judge(PictureReport? picture)
    {
        lock (_lock)
            _picture = picture;
    }

    internal CameraReport Report(long droppedFrames)
    {
        lock (_lock)
        {
            return new()
            {
                Camera = camera.Id,
                Lane = camera.Lane,
                Phase = _phase,
                ReasonCode = _reasonCode,
                Detail = _detail,
                SinceAt = _sinceAt,
                LastFrameAt = _lastFrameAt,
                FramesPerSecond = _phase == CameraPhase.Live ? Math.Round(_framesPerSecond, 1) : 0,
                DroppedFrames = droppedFrames,
                Picture = _phase == CameraPhase.Live ? _picture : null,
            };
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _newest?.Dispose();
            _newest = null;
        }
    }
}
