// Whether a plate in this frame may be a track's plate from the frames before: near where it should be by now, of about
// its size, and not clearly another text. Called by TrackAssociation for every pair.
using Bawaba.Vision;

namespace Bawaba.Gate.Passages;

internal static class PlateStep
{
    private const float MaxSizeRatio = 1.8f;

    // A vehicle at 80 km/h under a camera that looks down at 20° moves by some 15 widths of its plate in a second.
    private const float MaxWidthsPerSecond = 15;
    private const float MinFirstReachInWidths = 1f;
    private const float MaxFirstReachInWidths = 4f;

    /// <summary>Distance from where the plate should be; below 1 it fits, and less is better.</summary>
    internal static float Distance(Track track, PlateObservation plate, DateTimeOffset at)
    {
        var path = track.Plate;
        var (now, last) = (plate.Corners, path.Last);
        var seconds = (float)Math.Max(0, (at - path.LastAt).TotalSeconds);
        var ratio = Math.Max(now.Width, last.Width) / Math.Max(1, Math.Min(now.Width, last.Width));
        if (ratio > MaxSizeRatio * (1 + (0.3f * seconds)))
            return float.MaxValue;
        var expected = path.Expected(at);
        var steps = Length(now.Centre.X - expected.X, now.Centre.Y - expected.Y) / Math.Max(now.Width, last.Width);
        var distance = steps / Reach(path, expected.X - last.Centre.X, expected.Y - last.Centre.Y, seconds, now.Width);
        // A body may be followed long after its plate has left the picture: the next plate there is another vehicle's.
        var isOld = at - path.LastAt > PassageTracker.LostAfter;
        if (track.Readings.Best is not { Legible: true } best || !plate.Legible)
            return isOld ? float.MaxValue : distance;
        // Two clear and different texts are two vehicles, however close; the same text may have jumped further.
        return TextDistance.Between(best.Text, plate.Text) switch
        {
            <= 1 => distance / 3,
            >= 4 when steps > 0.5f => float.MaxValue,
            _ => isOld ? float.MaxValue : distance,
        };
    }

    // How far from the expected place, in plate widths. What stood still for long starts slowly, so that a vehicle
    // passing by lettering does not carry its track away; what goes may brake or come nearer faster.
    private static float Reach(PlatePath path, float stepX, float stepY, float seconds, float width)
    {
        var missed = MathF.Min(seconds, 1.2f);
        if (path.Count < 2)
            return Math.Clamp(MaxWidthsPerSecond * seconds, MinFirstReachInWidths, MaxFirstReachInWidths);
        return 0.6f + missed + Math.Min(MaxFirstReachInWidths, 0.8f * Length(stepX, stepY) / Math.Max(1, width));
    }

    private static float Length(float x, float y) => MathF.Sqrt((x * x) + (y * y));
}
