namespace Bawaba.Contracts;

/// <summary>The state of a camera's stream at its gate.</summary>
public enum CameraPhase
{
    /// <summary>Opening the stream, no frame yet.</summary>
    Connecting = 0,

    /// <summary>Frames arrive.</summary>
    Live = 1,

    /// <summary>The stream was open but no new frame came within the watchdog's limit; it is being opened again.</summary>
    Stalled = 2,

    /// <summary>Opening failed; the reason says why and the worker backs off before the next try.</summary>
    Failed = 3,
}
