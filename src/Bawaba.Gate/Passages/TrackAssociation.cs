// Which finding of this frame belongs to which vehicle. Plates go to where a track's plate should be by now, bodies to
// where its body should be; what fits nothing starts a track. A plate and a body become one vehicle only when they have
// gone together: text in the display or on a wall lies in many bodies and goes with none. Called by PassageTracker.
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

internal sealed class TrackAssociation(Func<DateTimeOffset, Blob?, Track> start)
{
    private const float MinBodyOverlap = 0.2f;
    private const float MinBodyShare = 0.012f;
    private const float EdgePx = 9;
    private const int MaxUnseen = 4;
    private readonly HashSet<Track> _seen = [];
    private readonly HashSet<Track> _plated = [];

    /// <summary>Gives every finding to a track and returns the tracks that were seen.</summary>
    internal IReadOnlySet<Track> Assign(List<Track> tracks, Frame frame, IReadOnlyList<Blob> blobs, IReadOnlyList<PlateObservation> plates)
    {
        _seen.Clear();
        _plated.Clear();
        AssignPlates(tracks, frame, plates);
        AssignBodies(tracks, frame, blobs);
        Unite(tracks);
        foreach (var weak in _plated.Where(t => t.Readings.LegibleCount == 0))
        {
            foreach (var other in tracks.Where(o => o != weak && o.Readings.Evidence > weak.Readings.Evidence && IsOn(o, weak.Plate.Last.Centre)))
                weak.LieOver(other);
        }
        return _seen;
    }

    // On the other vehicle, or where the rest of it must be above its plate. Of two that cannot be read, the one that said more is the plate.
    private static bool IsOn(Track other, PixelPoint place) =>
        other.FramesSincePlate < 8 && ((other.Body.Count > 0 && other.Body.Last.Box.Contains(place)) || Around(other.Plate.Last.Box, 3).Contains(place));

    // The best pairs first, over all plates and tracks: who comes first in a list must not decide.
    private void AssignPlates(List<Track> tracks, Frame frame, IReadOnlyList<PlateObservation> plates)
    {
        var pairs = from track in tracks
                    where track.HasPlate
                    from plate in plates
                    let distance = PlateStep.Distance(track, plate, frame.CapturedAt)
                    where distance < 1
                    orderby distance
                    select (track, plate);
        var left = new List<PlateObservation>(plates);
        foreach (var (track, plate) in pairs.ToList())
        {
            if (_plated.Contains(track) || !left.Remove(plate))
                continue;
            See(track, plate, plates, frame);
        }
        foreach (var plate in left)
        {
            // A second plate-like thing on a vehicle that has its plate is lettering, unless it reads like a plate.
            if (plate.Legible || !_plated.Any(t => t.Body.Count > 0 && t.Body.Last.Box.Contains(plate.Corners.Centre)))
                See(start(frame.CapturedAt, null), plate, plates, frame);
        }
    }

    private void See(Track track, PlateObservation plate, IReadOnlyList<PlateObservation> all, Frame frame)
    {
        track.SeePlate(plate, [.. all.Where(p => p != plate).Select(p => p.Corners)], frame);
        _plated.Add(track);
        _seen.Add(track);
    }

    private void AssignBodies(List<Track> tracks, Frame frame, IReadOnlyList<Blob> blobs)
    {
        var left = blobs.Where(b => !IsCrowd(tracks, b, frame.CapturedAt)).ToList();
        var pairs = from track in tracks
                    from blob in left
                    let fit = BodyFit(track, blob, HoldsPlate(track, blob, frame.CapturedAt))
                    where fit > 0
                    orderby fit descending
                    select (track, blob);
        var bodied = new HashSet<Track>();
        foreach (var (track, blob) in pairs.ToList())
        {
            if (bodied.Contains(track) || !left.Remove(blob))
                continue;
            bodied.Add(track);
            See(track, tracks, blob, frame);
        }
        foreach (var blob in left)
        {
            if (blob.Box.Area >= MinBodyShare * frame.Width * frame.Height)
                See(start(frame.CapturedAt, blob), tracks, blob, frame);
        }
    }

    // Several vehicles in one outline: it tells of none of them where its own body is.
    private bool IsCrowd(List<Track> tracks, Blob blob, DateTimeOffset at)
    {
        var inside = tracks.Where(t => HoldsPlate(t, blob, at)).ToList();
        if (inside.Count < 2)
            return false;
        foreach (var track in inside)
            _seen.Add(track);
        foreach (var part in tracks.Where(t => !t.HasPlate && t.Body.Count > 0 && t.Body.Last.Box.Overlap(blob.Box) >= MinBodyOverlap))
        {
            inside.ForEach(part.LieOver);
            _seen.Add(part);
        }
        return true;
    }

    private bool HoldsPlate(Track track, Blob blob, DateTimeOffset at) =>
        track.Plate.Goes && track.FramesSincePlate < 4 && blob.Box.Contains(_plated.Contains(track) ? track.Plate.Last.Centre : track.Plate.Expected(at));

    private void See(Track track, List<Track> tracks, Blob blob, Frame frame)
    {
        var at = frame.CapturedAt;
        track.Body.Add(blob, IsWhole(blob.Box, frame), at);
        // A body that stands still where its plate has gone from is the road that the vehicle uncovered.
        if (!track.HasPlate || at - track.Body.LastHopAt < PassageTracker.LostAfter)
            _seen.Add(track);
        if (track.HasPlate)
            return;
        // Where one that has left was seen last, the next one comes by in its turn.
        foreach (var other in tracks.Where(o => o != track && o.FramesUnseen < MaxUnseen && (o.HasPlate || o.Committed is not null) && Covers(o, blob)))
            track.LieOver(other);
    }

    // A plate and a body that went together for a while are one vehicle.
    private void Unite(List<Track> tracks)
    {
        for (var i = tracks.Count - 1; i >= 0; i--)
        {
            var body = tracks[i];
            if (body.HasPlate || body.FramesUnseen > 1 || body.Body.Count < 2)
                continue;
            var plated = tracks.Find(t => t != body && t.Plate.Goes && t.FramesSincePlate == 0 && t.Body.Count < body.Body.Count
                && body.Body.Last.Box.Contains(t.Plate.Last.Centre) && !(t.Committed is not null && body.Committed is not null));
            if (plated is null)
                continue;
            var (kept, spent) = body.Committed is not null ? (body, plated) : (plated, body);
            kept.Take(spent);
            _seen.Add(kept);
            if (spent == plated)
                _plated.Add(kept);
            tracks.Remove(spent);
            i = Math.Min(i, tracks.Count);
        }
    }

    private static float BodyFit(Track track, Blob blob, bool plateInside)
    {
        var fit = plateInside ? 1.5f : 0f;
        if (track.Body.Count == 0)
            return fit;
        var overlap = Math.Max(track.Body.Expected.Overlap(blob.Box), track.Body.Last.Box.Overlap(blob.Box));
        return overlap >= MinBodyOverlap ? fit + overlap + 0.05f : fit;
    }

    private static bool IsWhole(PixelBox box, Frame frame) =>
        box.X0 > EdgePx && box.Y0 > EdgePx && box.X1 < frame.Width - EdgePx && box.Y1 < frame.Height - EdgePx;

    // Whether the other vehicle, as far as its plate and its outline tell, is where the blob is.
    private static bool Covers(Track other, Blob blob)
    {
        var box = other.Body.Count > 0 ? other.Body.Last.Box : Around(other.Plate.Last.Box);
        if (other.HasPlate && other.FramesSincePlate < 4)
            box = box.Union(Around(other.Plate.Last.Box));
        return box.IntersectionArea(blob.Box) > 0.4f * Math.Min(box.Area, blob.Box.Area);
    }

    private static PixelBox Around(PixelBox plate, float above = 2) =>
        new(plate.X0 - (1.5f * plate.Width), plate.Y0 - (above * plate.Width), plate.X1 + (1.5f * plate.Width), plate.Y1 + (0.7f * plate.Width));
}
