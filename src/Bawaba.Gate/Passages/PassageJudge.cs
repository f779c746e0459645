// What a track amounts to: whether it moved, which way, what kind of vehicle, and whether its plate was read.
// Called by PassageTracker at the moment of committing.
using Bawaba.Contracts;

namespace Bawaba.Gate.Passages;

internal sealed class PassageJudge(TrackerSettings settings, Func<string, bool> hasPlateShape)
{
    private const float MinConfidence = 0.3f;
    private const float MinPlateTravelInWidths = 0.8f;
    private const float MinGrowth = 1.15f;
    private const float MinBodyTravelInHeights = 0.35f;
    private const int MinBodyFrames = 4;
    private const float MinBodyShare = 0.02f;
    private const float MotorcycleAspect = 1.9f;
    private const float MaxMotorcycleShare = 0.14f;

    /// <summary>True when the vehicle went somewhere; a parked one, or lettering on a wall, did not.</summary>
    internal static bool Moved(Track track) => track.HasPlate
        ? PlateMoved(track) || (track.Plate.Goes && BodyMoved(track))
        : BodyMoved(track);

    /// <summary>The passage, or null when the track is too thin to be a vehicle, or a part of another one.</summary>
    internal Passage? ToPassage(Track track, DateTimeOffset at, float framePixels)
    {
        if (!track.HasPlate && !IsVehicleAlone(track, framePixels))
            return null;
        var fused = track.Readings.Fuse();
        var text = default(PlateText);
        var read = fused is { LegibleFrames: > 0 } reading && reading.Plate.Confidence >= MinConfidence
            && hasPlateShape(reading.Plate.Text) && PlateText.TryParse(reading.Plate.Text, out text);
        return new()
        {
            Id = track.Id,
            Camera = settings.Camera,
            Lane = settings.Lane,
            Direction = DirectionOf(MotionOf(track)),
            Vehicle = VehicleOf(track.Body, framePixels),
            FirstSeenAt = track.FirstSeenAt,
            LastSeenAt = track.LastSeenAt,
            CommittedAt = at,
            Frames = track.Frames,
            Outcome = read ? PlateOutcome.Read : track.HasPlate ? PlateOutcome.Unreadable : PlateOutcome.NoPlate,
            Plate = read ? text : null,
            Country = read ? fused!.Value.Plate.Country : null,
            Confidence = read ? fused!.Value.Plate.Confidence : 0,
        };
    }

    internal static PictureMotion MotionOf(Track track)
    {
        var change = track.Plate.Count >= 2 ? PlateChange(track.Plate) : 0;
        if (MathF.Abs(change) <= 0.2f && track.Body.Count >= 2)
        {
            var (first, last) = (track.Body.First, track.Body.Last);
            change = ((last.Foot.Y - first.Foot.Y) / Math.Max(1, first.Box.Height)) + MathF.Log(Math.Max(1, last.Box.Area) / Math.Max(1, first.Box.Area));
        }
        return change switch
        {
            > 0.2f => PictureMotion.Approaching,
            < -0.2f => PictureMotion.Receding,
            _ => PictureMotion.Unknown,
        };
    }

    private static float PlateChange(PlatePath path) =>
        ((path.Last.Centre.Y - path.First.Centre.Y) / Math.Max(1, path.First.Width)) + (2 * MathF.Log(Math.Max(1, path.Last.Width) / Math.Max(1, path.First.Width)));

    private Direction DirectionOf(PictureMotion motion) => (motion, settings.Approaching) switch
    {
        (PictureMotion.Unknown, _) or (_, Direction.Unknown) => Direction.Unknown,
        (PictureMotion.Approaching, var approaching) => approaching,
        (_, Direction.In) => Direction.Out,
        _ => Direction.In,
    };

    private static bool IsVehicleAlone(Track track, float framePixels) =>
        track.Body.Count >= MinBodyFrames && !track.IsRemainder && track.Body.Largest.Box.Area >= MinBodyShare * framePixels
        && !track.IsPartOf(other => other.Committed is not null || Moved(other));

    // From an outline that no edge cut off; lorries are tall as well, but not slender and small.
    private static VehicleClass VehicleOf(BlobPath body, float framePixels)
    {
        if (body.Count < 3)
            return VehicleClass.Unknown;
        if (body.LargestWhole is not { } whole)
            return VehicleClass.Other;
        return whole.Box.Height > MotorcycleAspect * whole.Box.Width && whole.Box.Area < MaxMotorcycleShare * framePixels
            ? VehicleClass.Motorcycle
            : VehicleClass.Other;
    }

    private static bool PlateMoved(Track track)
    {
        var path = track.Plate;
        if (path.Count < 2 || path.Travel < MinPlateTravelInWidths / 3)
            return false;
        var far = path.Travel >= MinPlateTravelInWidths || path.Growth >= MinGrowth;
        // Seen twice only: no steadiness to see, but lettering that jumps does not read the same in both places.
        return far && (path.Count == 2 ? track.Readings.SameTextTwice : path.Goes);
    }

    private static bool BodyMoved(Track track) =>
        track.Body.Count >= MinBodyFrames && track.Body.Travel >= MinBodyTravelInHeights && track.Body.IsSteady;
}
