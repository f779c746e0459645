namespace Bawaba.Gate.Cameras;

/// <summary>Why a camera's stream is not there. The code is for screens to translate, the message for a technician.</summary>
public sealed class CameraFault(string reasonCode, string message) : Exception(message)
{
    /// <summary>refused, unauthorized, not-found, busy, no-answer, no-frames, ended, not-video, damaged, wrong-scheme or failed.</summary>
    public string ReasonCode { get; } = reasonCode;
}
