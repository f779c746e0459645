namespace Bawaba.Center.Video;

/// <summary>A text message beside the pieces.</summary>
/// <param name="Event">head (the next piece is one; <see cref="Mime"/> says how it is coded), skipped, end.</param>
internal sealed record VideoWord(string Event)
{
    public string? Mime { get; init; }

    /// <summary>Of an end: a code for screens (see <see cref="Contracts.Video.VideoUnavailableException"/>), or signed-out.</summary>
    public string? Reason { get; init; }
}
