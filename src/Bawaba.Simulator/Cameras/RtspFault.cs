namespace Bawaba.Simulator.Cameras;

/// <summary>A request outside RTSP or outside the limits; the connection ends with this status.</summary>
internal sealed class RtspFault(int status, string message) : Exception(message)
{
    internal int Status { get; } = status;
}
