// From what is seen in single frames to passages: one per vehicle, direction and lane, committed when the vehicle
// crosses the lane's line, or when its track ends where no line is drawn. Called by LaneWatch for every frame it looks at.
// Promises: one passage a track; what does not move is no passage; the same plate again within seconds is the same
// passage; everything open comes out at Flush; a non-hit's plate is in memory for less than three minutes.
using Bawaba.Contracts;
using Bawaba.Gate.Evidence;
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

/// <summary>Follows vehicles through one camera's pictures. Not for two threads at once.</summary>
public sealed class PassageTracker : IDisposable
{
    internal static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(1.5);
    private const int MaxTracks = 48;
    private const int MaxRevisions = 3;
    private const float MinEvidenceGrowth = 1.3f;
    private static readonly TimeSpan PlateHope = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan StandsAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ParksAfter = TimeSpan.FromMinutes(3);
    private readonly TrackerSettings _settings;
    private readonly TimeProvider _time;
    private readonly List<Track> _tracks = [];
    private readonly TrackAssociation _association;
    private readonly RecentPlates _recent = new();
    private readonly RecentBodies _passed = new();
    private readonly PassageJudge _judge;
    private float _framePixels;

    public PassageTracker(TrackerSettings settings, TimeProvider time, Func<string, bool> hasPlateShape, Func<SlotScores, DecodedPlate> decode)
    {
        _settings = settings;
        _time = time;
        _association = new(NewTrack);
        _judge = new(settings, hasPlateShape, decode);
    }

    /// <summary>Told of a hit's pictures when they are complete; null: no pictures are kept of vehicles that are followed.</summary>
    internal Action<TrackPictures>? Kept { get; set; }

    /// <summary>Set with <see cref="Kept"/>.</summary>
    internal PictureBudget? Budget { get; set; }

    /// <summary>True while a vehicle is followed that may still pass: the reader must look even if little moves.</summary>
    internal bool Follows(DateTimeOffset at) =>
        _tracks.Exists(t => t.Committed is null && t.HasPlate && t.FramesUnseen < 3 && at - t.Plate.LastHopAt < StandsAfter);

    /// <summary>Where vehicles whose plates are seen wait now; one that parks for minutes is no longer named.</summary>
    internal IReadOnlyList<PixelBox> Waiting(DateTimeOffset at) =>
        [.. _tracks.Where(t => t is { HasPlate: true, FramesSincePlate: < 4, Body.Count: > 0 } && t.Body.Last.Box.Contains(t.Plate.Last.Centre)
            && at - t.Plate.LastHopAt < ParksAfter && PassageJudge.Moved(t)).Select(t => t.Body.Last.Box)];

    /// <summary>Where the plates that are followed may be now.</summary>
    internal IEnumerable<PixelBox> Expected(DateTimeOffset at) => _tracks.Where(t => t is { HasPlate: true, FramesSincePlate: < 8 }).Select(t =>
    {
        var (last, to) = (t.Plate.Last, t.Plate.Expected(at));
        return last.Box.Union(last.Offset(to.X - last.Centre.X, to.Y - last.Centre.Y).Expand(0.3f, 0.5f).Box);
    });

    /// <summary>Takes one frame's findings in; every passage that is decided by it goes to <paramref name="found"/>.</summary>
    internal void Observe(Frame frame, IReadOnlyList<Blob> blobs, IReadOnlyList<PlateObservation> plates, Action<PassageSighting> found)
    {
        var at = frame.CapturedAt;
        _framePixels = frame.Width * (float)frame.Height;
        Forget(at);
        var seen = _association.Assign(_tracks, frame, blobs, [.. plates.Where(p => !IsMasked(p, frame))]);
        var line = _settings.Line is { } drawn ? new LaneLine(drawn, frame.Width, frame.Height) : (LaneLine?)null;
        foreach (var track in _tracks)
        {
            track.EndFrame(seen.Contains(track), at);
            if (track.Committed is not null)
                Revise(track, found);
            else if (line is { } across)
                CommitAtLine(track, across, at, found);
            else if (_settings.DecidesEarly && track.FramesUnseen == 0 && _judge.IsSure(track))
                Commit(track, at, found);
        }
        DropLost(at, line, found);
        GiveDue(at);
    }

    /// <summary>A frame that was not looked at because nothing moved: whoever was there still is.</summary>
    internal void Hold(DateTimeOffset at)
    {
        Forget(at);
        foreach (var track in _tracks)
            track.Hold(at);
        GiveDue(at);
    }

    /// <summary>The source ended: whatever is still open and moved is a passage.</summary>
    public void Flush(Action<PassageSighting> found) => End(_ => true, found);

    /// <summary>The stream broke: who was about to leave has passed; the others will be seen again.</summary>
    internal void Break(int width, int height, Action<PassageSighting> found)
    {
        var line = _settings.Line is { } drawn ? new LaneLine(drawn, width, height) : (LaneLine?)null;
        End(track => track.HasPlate && (line is null || LeftThroughLine(track, line.Value)), found);
    }

    public void Dispose() => End(_ => false, _ => { });

    private void End(Func<Track, bool> commits, Action<PassageSighting> found)
    {
        // Vehicles with a plate first: a body that is a part of one of them must find it committed.
        foreach (var track in _tracks.OrderByDescending(t => t.Readings.LegibleCount).ThenByDescending(t => t.Plate.Count))
        {
            if (track.Committed is null && commits(track) && PassageJudge.Moved(track))
                Commit(track, track.BodyCrossedAt ?? track.LastSeenAt, found);
        }
        foreach (var track in _tracks)
            Drop(track);
        _tracks.Clear();
    }

    private Track NewTrack(DateTimeOffset at, Blob? blob)
    {
        if (_tracks.Count >= MaxTracks)
        {
            var oldest = _tracks.MinBy(t => t.LastSeenAt)!;
            Drop(oldest);
            _tracks.Remove(oldest);
        }
        var track = new Track(PassageId.Mint(_time), at) { IsRemainder = blob is { } body && _passed.Holds(body.Box, at) };
        track.Pictures = Budget is { } budget ? new(budget) : null;
        _tracks.Add(track);
        return track;
    }

    private void CommitAtLine(Track track, LaneLine line, DateTimeOffset at, Action<PassageSighting> found)
    {
        // 1. The plate crossed: that is the passage.
        if (track.Plate.Count >= 2 && track.FramesSincePlate == 0 && line.Separates(track.Plate.Previous.Centre, track.Plate.Last.Centre))
        {
            if (PassageJudge.Moved(track))
                Commit(track, at, found);
            return;
        }
        // 2. Its body did, before its plate or without one.
        if (track.BodyCrossedAt is null && track.FramesUnseen == 0 && track.Body.Count >= 2
            && line.Separates(track.Body.Previous.Foot, track.Body.Last.Foot))
            track.BodyCrossedAt = at;
        // 3. The plate that was to follow does not come.
        if (track.BodyCrossedAt is not { } crossed)
            return;
        var since = track.HasPlate && track.Plate.LastAt > crossed ? track.Plate.LastAt : crossed;
        if (at - since >= PlateHope && PassageJudge.Moved(track))
            Commit(track, crossed, found);
    }

    private void DropLost(DateTimeOffset at, LaneLine? line, Action<PassageSighting> found)
    {
        foreach (var track in _tracks.Where(t => at - t.LastSeenAt >= LostAfter).OrderByDescending(t => t.Readings.LegibleCount).ToList())
        {
            if (track.Committed is null && PassageJudge.Moved(track) && (line is null || LeftThroughLine(track, line.Value)))
                Commit(track, track.BodyCrossedAt ?? track.LastSeenAt, found);
            if (track.Committed is not null && track.Body.Count > 0)
                _passed.Add(track.Body.Last.Box, at);
            Drop(track);
            _tracks.Remove(track);
        }
    }

    // Its last motion would have carried it over the line: it crossed unseen, between two frames or behind another.
    private static bool LeftThroughLine(Track track, LaneLine line) =>
        track.BodyCrossedAt is not null
        || (track.Plate.Count >= 3 && line.Separates(track.Plate.Last.Centre, track.Plate.Expected(track.Plate.LastAt + TimeSpan.FromSeconds(0.7))));

    private void Commit(Track track, DateTimeOffset at, Action<PassageSighting> found)
    {
        var passage = _judge.ToPassage(track, at, _framePixels);
        if (passage is null)
            return;
        (track.Committed, track.EvidenceGiven) = (passage, track.Readings.Evidence);
        if (passage.Plate is { } plate && !_recent.IsNew(plate, passage.FirstSeenAt, passage.LastSeenAt))
        {
            track.Pictures?.Release();
            return;
        }
        Tell(track, passage, revision: 0, found);
    }

    private void Revise(Track track, Action<PassageSighting> found)
    {
        var before = track.Committed!;
        if (track.FramesSincePlate > 0 || !track.HasPlate)
            return;
        if (before.Plate is { } known)
            _recent.IsNew(known, track.FirstSeenAt, track.LastSeenAt);
        // A little more of the same is no better reading, and people are not to be called again and again.
        if (track.Revisions >= MaxRevisions || track.Readings.Evidence < MinEvidenceGrowth * track.EvidenceGiven)
            return;
        if (_judge.ToPassage(track, before.CommittedAt, _framePixels) is not { Plate: { } plate } better)
            return;
        if (before.Plate == plate)
            return;
        (track.Committed, track.EvidenceGiven) = (better, track.Readings.Evidence);
        track.Revisions++;
        _recent.IsNew(plate, better.FirstSeenAt, better.LastSeenAt);
        Tell(track, better, track.Revisions, found);
    }

    // What nobody claims of a passage that is out is let go with it: it is no hit.
    private void Tell(Track track, Passage passage, int revision, Action<PassageSighting> found)
    {
        found(Sighting(track, passage, revision));
        if (track.Pictures is { IsClaimed: false } pictures)
            pictures.Release();
    }

    private void GiveDue(DateTimeOffset at)
    {
        foreach (var track in _tracks)
        {
            if (track.Pictures?.IsDue(at) == true)
                Kept?.Invoke(track.Pictures);
        }
    }

    private void Drop(Track track)
    {
        if (track.Pictures is { IsClaimed: true } pictures)
            Kept?.Invoke(pictures);
        track.Dispose();
    }

    private PassageSighting Sighting(Track track, Passage passage, int revision) => new()
    {
        Passage = passage,
        Revision = revision,
        Frame = track.Readings.BestFrame,
        PlateCorners = track.Readings.Best?.Corners,
        OtherPlates = track.Readings.BestOthers,
        Motion = PassageJudge.MotionOf(track),
        Variants = _judge.VariantsOf(track, passage),
        Pictures = track.Pictures,
    };

    private void Forget(DateTimeOffset at)
    {
        _recent.Forget(at);
        foreach (var track in _tracks)
        {
            track.Readings.Forget(at);
            track.Pictures?.Forget(at);
        }
    }

    private bool IsMasked(PlateObservation plate, Frame frame)
    {
        var (x, y) = (plate.Corners.Centre.X / frame.Width, plate.Corners.Centre.Y / frame.Height);
        return _settings.Masks.Any(mask => mask.Contains(x, y));
    }
}
