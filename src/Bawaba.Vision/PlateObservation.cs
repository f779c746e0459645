using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Vision;

/// <summary>One plate in one picture.</summary>
public sealed record PlateObservation
{
    /// <summary>The most likely text in visual order, left to right, first row first; empty when nothing could be read.</summary>
    public required string Text { get; init; }

    /// <summary>Country code of the layout; XX where only the letters are known.</summary>
    public required string Country { get; init; }

    /// <summary>0 to 1: that the whole text is right.</summary>
    public required float Confidence { get; init; }

    /// <summary>0 to 1: that there is a plate here, as the detector alone sees it.</summary>
    public required float DetectorScore { get; init; }

    /// <summary>0 to 1: that there is a plate here, by what the detector and the reader say together.</summary>
    public required float PlateScore { get; init; }

    /// <summary>0 to 1: that its text stands in two rows or more, by both networks.</summary>
    public required float TwoRows { get; init; }

    /// <summary>False when a plate is there but its text cannot be trusted at all.</summary>
    public required bool Legible { get; init; }

    /// <summary>Corners in pixels of the frame that was read.</summary>
    public required Quad Corners { get; init; }

    /// <summary>Per slot the log-probability of every character; what fusion over a track adds up.</summary>
    public required SlotScores Slots { get; init; }

    /// <summary>Mean gradient of the rectified crop, 0 to 1: how sharp it is, for weighing frames of a track.</summary>
    public required float Sharpness { get; init; }
}
