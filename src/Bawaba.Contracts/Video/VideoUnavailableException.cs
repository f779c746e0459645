namespace Bawaba.Contracts.Video;

/// <summary>There is no live video of a camera now.</summary>
/// <param name="reasonCode">A word for screens: no-camera, no-answer, codec, busy, cut-off, ended.</param>
/// <param name="detail">For technicians; no password stands in it.</param>
public sealed class VideoUnavailableException(string reasonCode, string detail) : Exception(detail)
{
    public string ReasonCode { get; } = reasonCode;
}
