// One stream of pieces for many viewers. Used at the gate (one ffmpeg a camera) and at the center (one stream from the
// gate a camera). Promises: a viewer begins with the head and the last key; whoever is too slow is taken forward to the
// next key and told so, and slows nobody; what is kept is the head and the pieces since the last key, bounded.
using System.Threading.Channels;

namespace Bawaba.Contracts.Video;

/// <summary>Joins one source of <see cref="VideoPart"/> with its viewers.</summary>
public sealed class VideoFanOut
{
    /// <summary>Viewers of one camera.</summary>
    public const int MaxViewers = 32;
    private const int MaxWaiting = 120;
    private const int MaxKept = 600;
    private const long MaxKeptBytes = 8 << 20;
    private readonly Lock _lock = new();
    private readonly List<VideoViewer> _viewers = [];
    private readonly List<VideoPart> _sinceKey = [];
    private VideoPart? _head;
    private long _keptBytes;
    private Exception? _end;
    private bool _ended;

    public int Viewers
    {
        get
        {
            lock (_lock)
                return _viewers.Count;
        }
    }

    /// <summary>A new viewer; null when there are too many. Dispose it to leave.</summary>
    public VideoViewer? Join()
    {
        lock (_lock)
        {
            if (_viewers.Count >= MaxViewers)
                return null;
            var viewer = new VideoViewer(this, Channel.CreateBounded<VideoPart>(new BoundedChannelOptions(MaxWaiting + MaxKept) { SingleReader = true }));
            if (_ended)
            {
                viewer.End(_end);
                return viewer;
            }
            _viewers.Add(viewer);
            if (_head is { } head)
            {
                viewer.Offer(head, MaxWaiting);
                foreach (var part in _sinceKey)
                    viewer.Offer(part, MaxWaiting + MaxKept);
            }
            return viewer;
        }
    }

    /// <summary>Hands a piece to everyone.</summary>
    public void Offer(VideoPart part)
    {
        lock (_lock)
        {
            Keep(part);
            foreach (var viewer in _viewers)
                viewer.Offer(part, MaxWaiting);
        }
    }

    /// <summary>No more will come; viewers see why.</summary>
    public void End(Exception? why)
    {
        lock (_lock)
        {
            (_ended, _end) = (true, why);
            foreach (var viewer in _viewers)
                viewer.End(why);
            _viewers.Clear();
            _sinceKey.Clear();
        }
    }

    internal void Leave(VideoViewer viewer)
    {
        lock (_lock)
            _viewers.Remove(viewer);
    }

    private void Keep(VideoPart part)
    {
        if (part.Kind is VideoPartKind.Head)
            _head = part;
        if (part.Kind is VideoPartKind.Head or VideoPartKind.Key)
        {
            _sinceKey.Clear();
            _keptBytes = 0;
        }
        if (part.Kind is VideoPartKind.Head)
            return;
        // A camera with a key a minute: who joins then waits for the next.
        if (_sinceKey.Count == 0 && part.Kind is not VideoPartKind.Key)
            return;
        _keptBytes += part.Bytes.Length;
        _sinceKey.Add(part);
        if (_sinceKey.Count > MaxKept || _keptBytes > MaxKeptBytes)
            _sinceKey.Clear();
    }
}
