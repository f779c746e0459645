using Bawaba.Contracts;
using Bawaba.Gate.Evidence;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Gate.Passages;

/// <summary>
/// A passage as the tracker hands it over, with what a hit's pictures need. Valid only during the call that gets it:
/// the frame goes back to the pool afterwards.
/// </summary>
public sealed record PassageSighting
{
    public required Passage Passage { get; init; }

    /// <summary>Zero for the first; greater when a better reading came after the passage was committed.</summary>
    public required int Revision { get; init; }

    /// <summary>The best frame; null for a vehicle without a plate.</summary>
    public Frame? Frame { get; init; }

    public Quad? PlateCorners { get; init; }

    /// <summary>Other plates in that frame: they are not this passage's, and no picture may show them.</summary>
    public IReadOnlyList<Quad> OtherPlates { get; init; } = [];

    /// <summary>What its plate may be if one character was misread; in memory for as long as the sighting.</summary>
    public IReadOnlyList<PlateText> Variants { get; init; } = [];

    /// <summary>What was kept of it while it was followed; whoever finds a hit claims it.</summary>
    internal TrackPictures? Pictures { get; init; }

    public DateTimeOffset? CapturedAt => Frame?.CapturedAt;

    /// <summary>How the vehicle came through the picture when there is no lane setting to name it.</summary>
    public required PictureMotion Motion { get; init; }
}
