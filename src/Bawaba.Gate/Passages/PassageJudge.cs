// What a track amounts to: whether it moved, which way, what kind of vehicle, and whether its plate was read.
// Called by PassageTracker at the moment of committing.
using Bawaba.Contracts;
using Bawaba.Vision.Recognition;

namespace Bawaba.Gate.Passages;

internal sealed class PassageJudge(TrackerSettings settings, Func<string, bool> hasPlateShape, Func<SlotScores, DecodedPlate> decode)
{
    // Another character at less than this is no doubt: of ten thousand entries some differ by one from nearly any plate.
    private const float LeastDoubt = 0.02f;
    private const int MaxVariants = 8;
    private const float MinConfidence = 0.3f;
    private const float SureConfidence = 0.95f;
    private const int SureFrames = 3;
    private const float MinPlateTravelInWidths = 0.3f;
    private const float MinLeapInWidths = 0.8f;
    private const float MinGrowth = 1.15f;
    private const float MinBodyTravelInHeights = 0.35f;
    private const float MinChange = 0.1f;
    private const float MinClearFall = 0.25f;
    private const int MinBodyFrames = 4;
    private const float MinBodyShare = 0.02f;
    private const float MotorcycleAspect = 1.9f;
    private const float MaxMotorcycleShare = 0.14f;

    /// <summary>True when the vehicle went somewhere; a parked one, or lettering on a wall, did not.</summary>
    internal static bool Moved(Track track) => track.HasPlate
        ? PlateMoved(track) || (track.Plate.Goes && BodyMoved(track))
        : BodyMoved(track);

    /// <summary>True when waiting for more frames would change nothing: it moved, and several frames read one text surely.</summary>
    internal bool IsSure(Track track) =>
        track.Readings is { LegibleCount: >= SureFrames, SameTextTwice: true } && Moved(track)
        && track.Readings.Fuse(decode) is { } fused && fused.Plate.Confidence >= SureConfidence;

    /// <summary>The passage, or null when the track is too thin to be a vehicle, or a part of another one.</summary>
    internal Passage? ToPassage(Track track, DateTimeOffset at, float framePixels)
    {
        if (!track.HasPlate && !IsVehicleAlone(track, framePixels))
            return null;
        var fused = track.Readings.Fuse(decode);
        var text = default(PlateText);
        var read = fused is { LegibleFrames: > 0 } reading && reading.Plate.Confidence >= MinConfidence && hasPlateShape(reading.Plate.Text) && PlateText.TryParse(reading.Plate.Text, out text);
        // What cannot be read is lettering, a grille or a lamp where another vehicle's plate is known.
        if (track.HasPlate && !read && track.IsPartOf(IsVehicle))
            return null;
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

    /// <summary>What the plate of a passage may be if one character was misread: for a comparison that only a person makes come true.</summary>
    internal IReadOnlyList<PlateText> VariantsOf(Track track, Passage passage)
    {
        if (passage.Plate is not { } plate || track.Readings.Fuse(decode) is not { } fused)
            return [];
        var found = new List<PlateText>();
        foreach (var text in fused.Scores.Variants(plate.Visual, LeastDoubt, MaxVariants))
        {
            if (hasPlateShape(text) && PlateText.TryParse(text, out var variant) && variant != plate)
                found.Add(variant);
        }
        return found;
    }

    internal static PictureMotion MotionOf(Track track)
    {
        var change = track.Plate.Count >= 2 ? PlateChange(track.Plate) : 0;
        if (MathF.Abs(change) < MinChange && track.Plate.Count < 3 && track.Body.Count >= 2)
        {
            var (first, last) = (track.Body.First, track.Body.Last);
            change = ((last.Foot.Y - first.Foot.Y) / Math.Max(1, first.Box.Height)) + MathF.Log(Math.Max(1, last.Box.Area) / Math.Max(1, first.Box.Area));
        }
        return change switch
        {
            > MinChange => PictureMotion.Approaching,
            < -MinChange => PictureMotion.Receding,
            _ => PictureMotion.Unknown,
        };
    }

    // What clearly goes down the picture comes nearer; its size tells only where that is not clear, for the picture's edge
    // cuts plates narrower just before they leave.
    private static float PlateChange(PlatePath path)
    {
        var down = (path.Last.Centre.Y - path.First.Centre.Y) / Math.Max(1, path.WidthAtStart);
        return MathF.Abs(down) >= MinClearFall ? down : down + (2 * MathF.Log(Math.Max(1, path.WidthAtEnd) / Math.Max(1, path.WidthAtStart)));
    }

    private Direction DirectionOf(PictureMotion motion) => (motion, settings.Approaching) switch
    {
        (PictureMotion.Unknown, _) or (_, Direction.Unknown) => Direction.Unknown,
        (PictureMotion.Approaching, var approaching) => approaching,
        (_, Direction.In) => Direction.Out,
        _ => Direction.In,
    };

    private static bool IsVehicle(Track track) => track.Committed is not null || Moved(track);

    private static bool IsVehicleAlone(Track track, float framePixels) =>
        track.Body.Count >= MinBodyFrames && !track.IsRemainder && track.Body.Largest.Box.Area >= MinBodyShare * framePixels
        && !track.IsPartOf(IsVehicle);

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
        // Seen twice only: no steadiness to see, but lettering that jumps does not read the same in both places.
        if (path.Count == 2)
            return path.Travel >= MinLeapInWidths && track.Readings.SameTextTwice;
        return path.Goes && (path.Travel >= MinPlateTravelInWidths || path.Growth >= MinGrowth);
    }

    private static bool BodyMoved(Track track) =>
        track.Body.Count >= MinBodyFrames && track.Body.Travel >= MinBodyTravelInHeights && track.Body.IsSteady;
}
