// One vehicle being followed through the picture: where it was, which readings its plate gave, whether it has been
// committed. Owned by PassageTracker; used by one thread.
using Bawaba.Contracts;
using Bawaba.Gate.Evidence;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class Track(PassageId id, DateTimeOffset firstSeenAt) : IDisposable
{
    private Dictionary<Track, int> _framesOver = [];

    internal PassageId Id { get; } = id;

    internal DateTimeOffset FirstSeenAt { get; private set; } = firstSeenAt;

    internal DateTimeOffset LastSeenAt { get; private set; } = firstSeenAt;

    internal int Frames { get; private set; }

    internal int FramesUnseen { get; private set; }

    internal int FramesSincePlate { get; private set; }

    internal PlatePath Plate { get; private set; } = new();

    internal BlobPath Body { get; private set; } = new();

    internal TrackReadings Readings { get; private set; } = new();

    /// <summary>Null where nothing is kept of vehicles that are followed.</summary>
    internal TrackPictures? Pictures { get; set; }

    internal bool HasPlate => Plate.Count > 0;

    /// <summary>Set once the passage is out; a better reading after that is a revision.</summary>
    internal Passage? Committed { get; set; }

    internal int Revisions { get; set; }

    /// <summary>What its readings weighed when the passage, or its last revision, came out.</summary>
    internal float EvidenceGiven { get; set; }

    /// <summary>When its body crossed the line while its plate had not.</summary>
    internal DateTimeOffset? BodyCrossedAt { get; set; }

    /// <summary>Began where a vehicle had just passed: the rest of that one.</summary>
    internal bool IsRemainder { get; init; }

    internal void SeePlate(PlateObservation observation, IReadOnlyList<Quad> others, Frame frame)
    {
        Plate.Add(observation.Corners, frame.CapturedAt);
        FramesSincePlate = 0;
        Readings.Add(observation, others, frame);
        Pictures?.See(frame, observation.Corners, others, TrackReadings.WeightOf(observation));
    }

    /// <summary>Notes that its body lay over another track in this frame.</summary>
    internal void LieOver(Track other) => _framesOver[other] = _framesOver.GetValueOrDefault(other) + 1;

    /// <summary>True when a third of its frames lay over tracks that are vehicles: then it is a part of one of them.</summary>
    internal bool IsPartOf(Func<Track, bool> isVehicle) => _framesOver.Where(o => isVehicle(o.Key)).Sum(o => o.Value) * 3 > (HasPlate ? Plate.Count : Body.Count);

    internal void EndFrame(bool seen, DateTimeOffset at)
    {
        FramesSincePlate += HasPlate && Plate.LastAt != at ? 1 : 0;
        FramesUnseen = seen ? 0 : FramesUnseen + 1;
        if (!seen)
            return;
        Frames++;
        LastSeenAt = at;
    }

    /// <summary>Nothing moved in the picture, so it is where it was.</summary>
    internal void Hold(DateTimeOffset at)
    {
        if (FramesUnseen == 0)
            LastSeenAt = at;
    }

    /// <summary>The other track turned out to be the same vehicle; it is spent.</summary>
    internal void Take(Track other)
    {
        if (!HasPlate)
            {
            (Plate, Readings, other.Readings, FramesSincePlate, _framesOver) = (other.Plate, other.Readings, Readings, other.FramesSincePlate, other._framesOver);
            (Pictures, other.Pictures) = (other.Pictures, Pictures);
        }
        if (other.Body.Count > Body.Count)
            Body = other.Body;
        FirstSeenAt = other.FirstSeenAt < FirstSeenAt ? other.FirstSeenAt : FirstSeenAt;
        LastSeenAt = other.LastSeenAt > LastSeenAt ? other.LastSeenAt : LastSeenAt;
        Frames = Math.Max(Frames, other.Frames);
        FramesUnseen = Math.Min(FramesUnseen, other.FramesUnseen);
        BodyCrossedAt ??= other.BodyCrossedAt;
        other.Dispose();
    }

    public void Dispose()
    {
        Readings.Clear();
        Pictures?.Release();
    }
}
