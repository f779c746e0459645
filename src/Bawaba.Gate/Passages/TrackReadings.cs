// What the frames of one track said of its plate: the best dozen, added up when asked. Owned by Track.
// Promises that no reading and no picture stays longer than a non-hit's plate may (02-law: 3 minutes).
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

internal sealed class TrackReadings
{
    private const int MaxReadings = 12;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(150);
    private readonly List<Reading> _readings = [];

    /// <summary>How much has been said so far, kept or not.</summary>
    internal float Evidence { get; private set; }

    /// <summary>Frames that were legible alone.</summary>
    internal int LegibleCount => _readings.Count(r => r.Observation.Legible);

    /// <summary>True when two frames read, legibly, the same text but for one character.</summary>
    internal bool SameTextTwice =>
        _readings.Count >= 2 && _readings[^1].Observation is { Legible: true } last && _readings[^2].Observation is { Legible: true } before
        && TextDistance.Between(last.Text, before.Text) <= 1;

    internal PlateObservation? Best { get; private set; }

    /// <summary>The frame of the best reading: a hit's pictures come from it.</summary>
    internal Frame? BestFrame { get; private set; }

    /// <summary>Other plates in that frame.</summary>
    internal IReadOnlyList<Quad> BestOthers { get; private set; } = [];

    internal void Add(PlateObservation observation, IReadOnlyList<Quad> others, Frame frame)
    {
        Forget(frame.CapturedAt);
        var weight = WeightOf(observation);
        if (Best is null || weight > WeightOf(Best) * 1.1f)
        {
            BestFrame?.Dispose();
            (Best, BestFrame, BestOthers) = (observation, frame.Copy(), others);
        }
        if (observation.Text.Length == 0)
            return;
        Evidence += weight;
        _readings.Add(new(observation, weight, frame.CapturedAt));
        if (_readings.Count > MaxReadings)
            _readings.Remove(_readings.MinBy(r => r.Weight)!);
    }

    /// <summary>Drops what is too old.</summary>
    internal void Forget(DateTimeOffset now)
    {
        if (BestFrame is { } frame && now - frame.CapturedAt > MaxAge)
        {
            frame.Dispose();
            (Best, BestFrame, BestOthers) = (null, null, []);
        }
        _readings.RemoveAll(r => now - r.At > MaxAge);
    }

    /// <summary>All readings together; null when there is none.</summary>
    /// <param name="decode">How a text is read off their sum.</param>
    internal FusedReading? Fuse(Func<SlotScores, DecodedPlate> decode)
    {
        if (_readings.Count == 0)
            return null;
        // A weighted mean, not a plain sum: frames of one vehicle are not independent witnesses.
        var total = _readings.Sum(r => r.Weight);
        var trust = (Math.Min(_readings.Count, 4) * 0.5f) + 0.5f;
        var scores = SlotScores.Fuse([.. _readings.Select(r => (r.Observation.Slots, r.Weight / total * trust))]);
        var decoded = decode(scores);
        var twoRows = _readings.Sum(r => r.Weight * r.Observation.TwoRows) / total;
        return new(decoded, scores, twoRows >= 0.5f ? 2 : 1, LegibleCount, _readings.Max(r => r.Observation.DetectorScore));
    }

    internal void Clear()
    {
        BestFrame?.Dispose();
        (Best, BestFrame, BestOthers) = (null, null, []);
        _readings.Clear();
    }

    // Size, sharpness, how squarely it is seen and the reader's own doubt decide how much a frame has to say.
    internal static float WeightOf(PlateObservation o) =>
        Math.Clamp(o.Corners.Width / 120f, 0.2f, 1.5f) * (0.2f + o.Sharpness) * o.Corners.Squareness * (0.1f + o.Confidence) * o.DetectorScore;

    private sealed record Reading(PlateObservation Observation, float Weight, DateTimeOffset At);
}
