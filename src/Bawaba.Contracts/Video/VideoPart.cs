namespace Bawaba.Contracts.Video;

/// <summary>One piece of a camera's live video as a browser takes it: fragmented MP4.</summary>
public sealed record VideoPart
{
    /// <summary>The largest piece that is taken: a key picture of a large camera has room, a broken stream has not.</summary>
    public const int MaxBytes = 4 << 20;

    public required VideoPartKind Kind { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>RFC 6381, "avc1.64001f"; with the head alone.</summary>
    public string Codec { get; init; } = "";
}
