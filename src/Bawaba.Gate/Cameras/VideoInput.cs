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

    /// <summary>Why the address is not opened; null when it may be. Cameras are hostile, and so may be who names one.</summary>
    internal string? WhyRefused()
    {
        if (!IsStream)
            return null;
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return "not an address";
        if (uri.Scheme is not ("rtsp" or "rtsps"))
            return $"scheme '{uri.Scheme}' is not allowed; only rtsp and rtsps";
        if (uri.UserInfo.Length > 0)
            return "user and password do not belong into an address";
        // The address stands between quotes in ffmpeg's script.
        return Address.AsSpan().IndexOfAny("'\"\\\r\n\t ") >= 0 ? "a quote, a backslash or a space in the address" : null;
    }
}
