using Bawaba.Vision.Recognition;

namespace Bawaba.Vision;

/// <summary>How one place of a picture became a plate, or did not: every stage's finding. For people who look for the cause of a miss.</summary>
public sealed record PlateExplanation
{
    /// <summary>What came out, or would have come out.</summary>
    public required PlateObservation Observation { get; init; }

    /// <summary>What the reader said at its first look.</summary>
    public required SlotScores FirstLook { get; init; }

    /// <summary>True when the place was unclear and was cut out again along other corners.</summary>
    public required bool LookedAgain { get; init; }

    /// <summary>0 to 1: that a person could read the crop.</summary>
    public required float Legibility { get; init; }

    /// <summary>True when the text has the shape of some country's plates.</summary>
    public required bool HasPlateShape { get; init; }

    /// <summary>False when the place was taken for no plate and is in no result.</summary>
    public required bool Kept { get; init; }

    /// <summary>Why it was dropped, or is not legible; empty for a plate that was read.</summary>
    public required string Reason { get; init; }

    /// <summary>The rectified gray crop as the network saw it, JPEG.</summary>
    public required byte[] CropJpeg { get; init; }
}
