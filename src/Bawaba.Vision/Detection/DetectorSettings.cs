namespace Bawaba.Vision.Detection;

/// <summary>The content of <c>detector.json</c>, written by the export beside the weights.</summary>
internal sealed record DetectorSettings
{
    /// <summary>Input pixels a cell of the output.</summary>
    public required int Stride { get; init; }

    /// <summary>A picture's long side is resized to this many pixels.</summary>
    public required int LongSidePx { get; init; }

    /// <summary>Score from which a cell is a plate, 0 to 1.</summary>
    public required float Threshold { get; init; }

    /// <summary>What the detector and the reader's legibility say together.</summary>
    public required PlateScoreSettings PlateScore { get; init; }

    internal static DetectorSettings Load(string folder) => ModelFiles.Settings(folder, "detector.json", VisionJson.Default.DetectorSettings);
}
