namespace Bawaba.Contracts;

/// <summary>The pictures of a hit, as JPEG files. Kept for hits alone.</summary>
public sealed record EvidencePictures
{
    public required byte[] CropJpeg { get; init; }

    /// <summary>Null where it comes by itself, as <see cref="HitOverview"/>.</summary>
    public byte[]? OverviewJpeg { get; init; }
}
