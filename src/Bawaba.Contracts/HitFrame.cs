namespace Bawaba.Contracts;

/// <summary>One further picture of a hit.</summary>
public sealed record HitFrame
{
    /// <summary>When the frame reached the gate (UTC).</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>How much the plate shows in it, more is better; only for their order.</summary>
    public required float Weight { get; init; }

    /// <summary>A JPEG file.</summary>
    public required byte[] Jpeg { get; init; }
}
