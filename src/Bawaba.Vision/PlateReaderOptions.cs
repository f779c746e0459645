namespace Bawaba.Vision;

/// <summary>How a reader runs.</summary>
public sealed record PlateReaderOptions
{
    /// <summary>The folder with detector.onnx, reader.onnx and their settings.</summary>
    public required string ModelsFolder { get; init; }

    /// <summary>Threads a network may use. 1 to 16.</summary>
    public int Threads { get; init; } = 1;
}
