namespace Bawaba.Simulator.Cameras;

/// <summary>What a simulated camera does wrong from its first moment on. All off by default; they may be combined.</summary>
public sealed record CameraFaults
{
    /// <summary>Answers 401 to every login, also to the right one.</summary>
    public bool Refuses { get; init; }

    /// <summary>Accepts the connection and never answers a request.</summary>
    public bool Silent { get; init; }

    /// <summary>Each client gets this many frames, then none, while sender reports go on; null never stalls.</summary>
    public int? StallAfterFrames { get; init; }
}
