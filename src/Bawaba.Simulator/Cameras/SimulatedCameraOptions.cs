namespace Bawaba.Simulator.Cameras;

/// <summary>How one simulated camera behaves towards its clients.</summary>
public sealed record SimulatedCameraOptions
{
    /// <summary>User and password asked for by Digest; null lets everyone in.</summary>
    public CameraLogin? Login { get; init; }

    public CameraFaults Faults { get; init; } = new();

    /// <summary>Clients served at once; one more gets 453. 1 to 32.</summary>
    public int MaxClients { get; init; } = 8;
}
