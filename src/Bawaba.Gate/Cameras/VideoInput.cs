namespace Bawaba.Gate.Cameras;

/// <summary>What ffmpeg is to read: a camera's stream or a video file.</summary>
public sealed record VideoInput
{
    /// <summary>An rtsp:// or rtsps:// address without credentials, or a file's path.</summary>
    public required string Address { get; init; }

    public CameraCredentials? Credentials { get; init; }

    /// <summary>Frames a second at most; 0 reads every frame.</summary>
    public double MaxFramesPerSecond { get; init; }

    /// <summary>A stream arrives in its own time and is stamped on arrival; a file carries its times.</summary>
    public bool IsStream => Address.Contains("://", StringComparison.Ordinal);
}
