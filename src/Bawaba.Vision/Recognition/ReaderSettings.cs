namespace Bawaba.Vision.Recognition;

/// <summary>The content of <c>reader.json</c>, written by the export beside the weights.</summary>
internal sealed record ReaderSettings
{
    public required IReadOnlyList<string> Alphabet { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public required int Slots { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Share of the plate's width added on each side before rectifying.</summary>
    public required float MarginX { get; init; }

    /// <summary>Share of the plate's height added above and below.</summary>
    public required float MarginY { get; init; }

    /// <summary>What log-probabilities of characters are divided by, so that the reader is right as often as it says.</summary>
    public required float Temperature { get; init; }

    internal static ReaderSettings Load(string folder) => ModelFiles.Settings(folder, "reader.json", VisionJson.Default.ReaderSettings);
}
