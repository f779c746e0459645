namespace Bawaba.Contracts;

/// <summary>The pictures of a hit, as JPEG files. Kept for hits alone.</summary>
public sealed record EvidencePictures
{
    public required byte[] CropJpeg { get; init; }

    public required byte[] OverviewJpeg { get; init; }
}
