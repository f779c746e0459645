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
    private const float MotorcycleAspect = 1.55f;

    /// <summary>True when the vehicle went somewhere; a parked one, or lettering on a wall, did not.</summary>
    internal bool Moved(Track track) => track.Plate.Count >= 2 ? PlateMoved(track.Plate) : BodyMoved(track);

    /// <summary>The passage, or null when the track is too thin to be a vehicle.</summary>
    internal Passage? ToPassage(Track track, DateTimeOffset at)
    {
        if (!track.HasPlate && (track.Body.Count < MinBodyFrames || track.FramesShadowed * 3 > track.Body.Count))
            return null;
        var fused = track.Fuse();
        var text = default(PlateText);
        var read = fused is { LegibleFrames: > 0 } reading && reading.Plate.Confidence >= MinConfidence
            && hasPlateShape(reading.Plate.Text) && PlateText.TryParse(reading.Plate.Text, out text);
        return new()
        {
            Id = track.Id,
            Camera = settings.Camera,
            Lane = settings.Lane,
            Direction = DirectionOf(MotionOf(track)),
            Vehicle = VehicleOf(track.Body),
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
        var change = 0f;
        if (track.Plate.Count >= 2)
        {
            var (first, last) = (track.Plate.First, track.Plate.Last);
            change = ((last.Centre.Y - first.Centre.Y) / Math.Max(1, first.Width)) + (2 * MathF.Log(Math.Max(1, last.Width) / Math.Max(1, first.Width)));
        }
        else if (track.Body.Count >= 2)
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

    private Direction DirectionOf(PictureMotion motion) => (motion, settings.Approaching) switch
    {
        (PictureMotion.Unknown, _) or (_, Direction.Unknown) => Direction.Unknown,
        (PictureMotion.Approaching, var approaching) => approaching,
        (_, Direction.In) => Direction.Out,
        _ => Direction.In,
    };

    private static VehicleClass VehicleOf(BlobPath body)
    {
        if (body.Count < 3)
            return VehicleClass.Unknown;
        var box = body.Largest.Box;
        return box.Height > MotorcycleAspect * box.Width ? VehicleClass.Motorcycle : VehicleClass.Other;
    }

    private static bool PlateMoved(PlatePath path)
    {
        var (first, last) = (path.First, path.Last);
        var (dx, dy) = (last.Centre.X - first.Centre.X, last.Centre.Y - first.Centre.Y);
        var growth = Math.Max(first.Width, last.Width) / Math.Max(1, Math.Min(first.Width, last.Width));
        var travel = MathF.Sqrt((dx * dx) + (dy * dy)) / Math.Max(1, Math.Min(first.Width, last.Width));
        return travel >= MinPlateTravelInWidths || (growth >= MinGrowth && travel >= MinPlateTravelInWidths / 3);
    }

    private static bool BodyMoved(Track track)
    {
        if (track.Body.Count < MinBodyFrames)
            return false;
        var (first, last) = (track.Body.First, track.Body.Last);
        var (dx, dy) = (last.Foot.X - first.Foot.X, last.Foot.Y - first.Foot.Y);
        return MathF.Sqrt((dx * dx) + (dy * dy)) >= MinBodyTravelInHeights * Math.Min(first.Box.Height, last.Box.Height);
    }
}
