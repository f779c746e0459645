// One vehicle being followed through the picture: where it was, which readings its plate gave, whether it has been
// committed. Owned by PassageTracker; used by one thread.
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

internal sealed class Track(PassageId id, DateTimeOffset firstSeenAt) : IDisposable
{
    private const int MaxReadings = 12;
    private readonly List<(PlateObservation Observation, float Weight)> _readings = [];

    internal PassageId Id { get; } = id;

    internal DateTimeOffset FirstSeenAt { get; } = firstSeenAt;

    internal DateTimeOffset LastSeenAt { get; private set; } = firstSeenAt;

    internal int Frames { get; private set; }

    internal int FramesUnseen { get; private set; }

    internal int FramesSincePlate { get; private set; }

    internal PlatePath Plate { get; } = new();

    internal BlobPath Body { get; } = new();

    internal bool HasPlate => Plate.Count > 0;

    /// <summary>Set once the passage is out; a better reading after that is a revision.</summary>
    internal Passage? Committed { get; set; }

    internal int Revisions { get; set; }

    /// <summary>Frames in which its body lay on another vehicle that has a plate: probably a part of that one.</summary>
    internal int FramesShadowed { get; set; }

    /// <summary>When its body crossed the line while a plate was still hoped for.</summary>
    internal DateTimeOffset? BodyCrossedAt { get; set; }

    /// <summary>The frame of the best reading, kept until the track ends: a hit's pictures come from it.</summary>
    internal Frame? BestFrame { get; private set; }

    internal PlateObservation? Best { get; private set; }

    internal void SeePlate(PlateObservation observation, Frame frame)
    {
        Plate.Add(observation.Corners, frame.CapturedAt);
        FramesSincePlate = 0;
        var weight = WeightOf(observation);
        if (Best is null || weight > WeightOf(Best) * 1.1f)
        {
            Best = observation;
            BestFrame?.Dispose();
            BestFrame = frame.Copy();
        }
        if (observation.Text.Length == 0)
            return;
        _readings.Add((observation, weight));
        if (_readings.Count > MaxReadings)
            _readings.Remove(_readings.MinBy(r => r.Weight));
    }

    internal void EndFrame(bool seen, DateTimeOffset at)
    {
        FramesSincePlate += HasPlate && Plate.LastAt != at ? 1 : 0;
        FramesUnseen = seen ? 0 : FramesUnseen + 1;
        if (!seen)
            return;
        Frames++;
        LastSeenAt = at;
    }

    /// <summary>All readings together; null when there is none.</summary>
    internal FusedReading? Fuse()
    {
        if (_readings.Count == 0)
            return null;
        // A weighted mean, not a plain sum: frames of one vehicle are not independent witnesses.
        var total = _readings.Sum(r => r.Weight);
        var trust = Math.Min(_readings.Count, 4) * 0.5f + 0.5f;
        var scores = SlotScores.Fuse([.. _readings.Select(r => (r.Observation.Slots, r.Weight / total * trust))]);
        var decoded = scores.Decode();
        return new(decoded, _readings.Count(r => r.Observation.Legible), _readings.Max(r => r.Observation.DetectorScore));
    }

    public void Dispose()
    {
        BestFrame?.Dispose();
        BestFrame = null;
    }

    // Size, sharpness and the reader's own doubt decide how much a frame has to say.
    private static float WeightOf(PlateObservation o) =>
        Math.Clamp(o.Corners.Width / 120f, 0.2f, 1.5f) * (0.2f + o.Sharpness) * (0.1f + o.Confidence) * o.DetectorScore;
}
