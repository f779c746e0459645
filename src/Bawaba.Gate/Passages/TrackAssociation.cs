// Which finding of this frame belongs to which vehicle. Plates are matched to where a track's plate should be by now,
// bodies to where its body should be; what fits nothing starts a track. Called by PassageTracker once a frame.
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class TrackAssociation
{
    private const float MaxStepInPlateWidths = 2.5f;
    private const float MaxFirstStepInPlateWidths = 5f;
    private const float MaxSizeRatio = 1.8f;
    private const float MinBodyOverlap = 0.2f;
    private const float MinBodyShare = 0.012f;
    private readonly HashSet<Track> _seen = [];
    private readonly HashSet<Track> _plated = [];

    /// <summary>Gives every finding to a track and returns the tracks that were seen.</summary>
    internal IReadOnlySet<Track> Assign(
        List<Track> tracks, Frame frame, IReadOnlyList<Blob> blobs, IReadOnlyList<PlateObservation> plates, Func<DateTimeOffset, Track> start)
    {
        _seen.Clear();
        _plated.Clear();
        AssignBodies(tracks, frame, blobs, start);
        foreach (var plate in plates.OrderByDescending(p => p.DetectorScore))
            AssignPlate(tracks, frame, plate, start);
        return _seen;
    }

    private void AssignBodies(List<Track> tracks, Frame frame, IReadOnlyList<Blob> blobs, Func<DateTimeOffset, Track> start)
    {
        foreach (var blob in blobs)
        {
            var track = tracks.Where(t => !_seen.Contains(t)).Select(t => (Track: t, Fit: BodyFit(t, blob, frame.CapturedAt)))
                .Where(f => f.Fit > 0).OrderByDescending(f => f.Fit).Select(f => f.Track).FirstOrDefault();
            if (track is null)
            {
                if (blob.Box.Area < MinBodyShare * frame.Width * frame.Height)
                    continue;
                track = start(frame.CapturedAt);
            }
            track.Body.Add(blob);
            _seen.Add(track);
            if (!track.HasPlate && tracks.Exists(o => o != track && (o.HasPlate || o.Committed is not null) && Shadows(o, blob)))
                track.FramesShadowed++;
        }
    }

    private void AssignPlate(List<Track> tracks, Frame frame, PlateObservation plate, Func<DateTimeOffset, Track> start)
    {
        var track = tracks.Where(t => !_plated.Contains(t) && t.HasPlate).Select(t => (Track: t, Distance: PlateDistance(t, plate, frame.CapturedAt)))
            .Where(f => f.Distance < 1).OrderBy(f => f.Distance).Select(f => f.Track).FirstOrDefault();
        track ??= tracks.Find(t => !t.HasPlate && t.Body.Count > 0 && _seen.Contains(t) && t.Body.Last.Box.Contains(plate.Corners.Centre));
        if (track is null)
        {
            // A second plate-like thing on a vehicle that has its plate is lettering, unless it reads like a plate.
            var crowded = tracks.Exists(t => _plated.Contains(t) && t.Body.Count > 0 && _seen.Contains(t) && t.Body.Last.Box.Contains(plate.Corners.Centre));
            if (crowded && !plate.Legible)
                return;
            track = start(frame.CapturedAt);
        }
        track.SeePlate(plate, frame);
        _plated.Add(track);
        _seen.Add(track);
    }

    // Distance from where the plate should be, in steps of what a vehicle can do between two frames; below 1 it fits.
    private static float PlateDistance(Track track, PlateObservation plate, DateTimeOffset at)
    {
        var (now, last) = (plate.Corners, track.Plate.Last);
        var ratio = Math.Max(now.Width, last.Width) / Math.Max(1, Math.Min(now.Width, last.Width));
        var missed = 1 + Math.Min(track.FramesSincePlate, 4);
        if (ratio > MaxSizeRatio * (1 + (0.15f * missed)))
            return float.MaxValue;
        var expected = track.Plate.Expected(at);
        var (dx, dy) = (now.Centre.X - expected.X, now.Centre.Y - expected.Y);
        var width = Math.Max(now.Width, last.Width);
        var steps = MathF.Sqrt((dx * dx) + (dy * dy)) / width;
        var known = track.Plate.Count >= 2;
        var reach = (known ? MaxStepInPlateWidths : MaxFirstStepInPlateWidths) * (1 + (0.3f * (missed - 1)));
        var distance = steps / reach;
        if (track.Best is not { Legible: true } best || !plate.Legible)
            return distance;
        // Two clear and different texts are two vehicles, however close; the same text may have jumped further.
        return TextDistance.Between(best.Text, plate.Text) switch
        {
            <= 1 => distance / 3,
            >= 4 when steps > 0.5f => float.MaxValue,
            _ => distance,
        };
    }

    private static float BodyFit(Track track, Blob blob, DateTimeOffset at)
    {
        var fit = 0f;
        if (track.HasPlate && track.FramesSincePlate < 4 && blob.Box.Contains(track.Plate.Expected(at)))
            fit = 0.5f;
        if (track.Body.Count > 0)
        {
            var overlap = Math.Max(track.Body.Expected.Overlap(blob.Box), track.Body.Last.Box.Overlap(blob.Box));
            if (overlap >= MinBodyOverlap)
                fit += overlap;
        }
        return fit;
    }

    private static bool Shadows(Track other, Blob blob)
    {
        var box = other.Body.Count > 0 ? other.Body.Last.Box : Around(other.Plate.Last.Box);
        return box.IntersectionArea(blob.Box) > 0.4f * Math.Min(box.Area, blob.Box.Area);
    }

    private static PixelBox Around(PixelBox plate) =>
        new(plate.X0 - (1.5f * plate.Width), plate.Y0 - (2f * plate.Width), plate.X1 + (1.5f * plate.Width), plate.Y1 + (0.7f * plate.Width));
}
