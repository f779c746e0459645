// From what is seen in single frames to passages: one per vehicle, direction and lane, committed when the vehicle
// crosses the lane's line, or when its track ends where no line is drawn. Called by LaneWatch for every frame it looks at.
// Promises: one passage a track; a vehicle that does not move is no passage; the same plate again within seconds is the
// same passage; everything open comes out at Flush.
using Bawaba.Contracts;
using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

/// <summary>Follows vehicles through one camera's pictures. Not for two threads at once.</summary>
public sealed class PassageTracker(TrackerSettings settings, TimeProvider time, Func<string, bool> hasPlateShape) : IDisposable
{
    private const int MaxTracks = 48;
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan PlateHope = TimeSpan.FromSeconds(0.8);
    private readonly List<Track> _tracks = [];
    private readonly TrackAssociation _association = new();
    private readonly RecentPlates _recent = new();
    private readonly PassageJudge _judge = new(settings, hasPlateShape);

    /// <summary>True while some vehicle is being followed: the reader must look even if nothing moves for a moment.</summary>
    public bool Following => _tracks.Exists(t => t.Committed is null && t.HasPlate && t.FramesUnseen < 3);

    /// <summary>Takes one frame's findings in; every passage that is decided by it goes to <paramref name="found"/>.</summary>
    internal void Observe(Frame frame, IReadOnlyList<Blob> blobs, IReadOnlyList<PlateObservation> plates, Action<PassageSighting> found)
    {
        var at = frame.CapturedAt;
        var seen = _association.Assign(_tracks, frame, blobs, [.. plates.Where(p => !IsMasked(p, frame))], NewTrack);
        var line = settings.Line is { } drawn ? new LaneLine(drawn, frame.Width, frame.Height) : (LaneLine?)null;
        foreach (var track in _tracks)
        {
            track.EndFrame(seen.Contains(track), at);
            if (track.Committed is null)
                CommitAtLine(track, line, frame, found);
            else if (track.FramesSincePlate == 0 && track.HasPlate)
                Revise(track, found);
        }
        DropLost(at, line, frame, found);
    }

    /// <summary>The source ended: whatever is still open and moved is a passage.</summary>
    public void Flush(Action<PassageSighting> found)
    {
        foreach (var track in _tracks)
        {
            if (track.Committed is null && _judge.Moved(track))
                Commit(track, track.LastSeenAt, found);
            track.Dispose();
        }
        _tracks.Clear();
    }

    /// <summary>The stream broke: open tracks are forgotten, the vehicles will be seen again.</summary>
    public void Forget()
    {
        foreach (var track in _tracks)
            track.Dispose();
        _tracks.Clear();
    }

    public void Dispose() => Forget();

    private Track NewTrack(DateTimeOffset at)
    {
        if (_tracks.Count >= MaxTracks)
        {
            var oldest = _tracks.MinBy(t => t.LastSeenAt)!;
            oldest.Dispose();
            _tracks.Remove(oldest);
        }
        var track = new Track(PassageId.Mint(time), at);
        _tracks.Add(track);
        return track;
    }

    private void CommitAtLine(Track track, LaneLine? line, Frame frame, Action<PassageSighting> found)
    {
        if (line is not { } drawn)
            return;
        // 1. The plate crossed: that is the passage.
        if (track.Plate.Count >= 2 && track.FramesSincePlate == 0 && drawn.Separates(track.Plate.Previous.Centre, track.Plate.Last.Centre))
        {
            if (_judge.Moved(track))
                Commit(track, frame.CapturedAt, found);
            return;
        }
        // 2. Only its body did: wait a moment, a plate lower or higher on the body may still be read.
        if (track.BodyCrossedAt is null && track.FramesUnseen == 0 && track.Body.Count >= 2
            && (!track.HasPlate || track.FramesSincePlate >= 3)
            && drawn.Separates(track.Body.Previous.Foot, track.Body.Last.Foot))
            track.BodyCrossedAt = frame.CapturedAt;
        if (track.BodyCrossedAt is { } crossed && frame.CapturedAt - crossed >= PlateHope && _judge.Moved(track))
            Commit(track, crossed, found);
    }

    private void DropLost(DateTimeOffset at, LaneLine? line, Frame frame, Action<PassageSighting> found)
    {
        for (var i = _tracks.Count - 1; i >= 0; i--)
        {
            var track = _tracks[i];
            if (at - track.LastSeenAt < LostAfter)
                continue;
            if (track.Committed is null && _judge.Moved(track) && (line is null || LeftThroughLine(track, line.Value)))
                Commit(track, track.BodyCrossedAt ?? track.LastSeenAt, found);
            track.Dispose();
            _tracks.RemoveAt(i);
        }
    }

    // Its last motion would have carried it over the line: it crossed unseen, between two frames or behind another.
    private static bool LeftThroughLine(Track track, LaneLine line) =>
        track.BodyCrossedAt is not null
        || (track.Plate.Count >= 3 && line.Separates(track.Plate.Last.Centre, track.Plate.Expected(track.Plate.LastAt + TimeSpan.FromSeconds(0.7))));

    private void Commit(Track track, DateTimeOffset at, Action<PassageSighting> found)
    {
        var passage = _judge.ToPassage(track, at);
        if (passage is null)
            return;
        track.Committed = passage;
        if (passage.Plate is { } plate && !_recent.IsNew(plate, passage.FirstSeenAt, passage.LastSeenAt))
            return;
        found(Sighting(track, passage, revision: 0));
    }

    private void Revise(Track track, Action<PassageSighting> found)
    {
        var before = track.Committed!;
        if (_judge.ToPassage(track, before.CommittedAt) is not { Plate: { } plate } better)
            return;
        if (before.Plate == plate || better.Confidence < before.Confidence + 0.05f)
            return;
        track.Committed = better;
        track.Revisions++;
        _recent.IsNew(plate, better.FirstSeenAt, better.LastSeenAt);
        found(Sighting(track, better, track.Revisions));
    }

    private PassageSighting Sighting(Track track, Passage passage, int revision) => new()
    {
        Passage = passage,
        Revision = revision,
        Frame = track.BestFrame,
        PlateCorners = track.Best?.Corners,
        Motion = PassageJudge.MotionOf(track),
    };

    private bool IsMasked(PlateObservation plate, Frame frame)
    {
        var (x, y) = (plate.Corners.Centre.X / frame.Width, plate.Corners.Centre.Y / frame.Height);
        return settings.Masks.Any(mask => mask.Contains(x, y));
    }
}
