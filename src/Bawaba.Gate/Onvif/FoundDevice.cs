namespace Bawaba.Gate.Onvif;

/// <summary>A device that answered a search: hostile until it has shown a picture.</summary>
/// <param name="Name">As it calls itself; at most 64 characters.</param>
/// <param name="Address">http or https, on the address the answer came from.</param>
internal sealed record FoundDevice(string Name, string Address);

/// <summary>A stream as a device names it.</summary>
/// <param name="Profile">At most 64 characters.</param>
/// <param name="Address">rtsp or rtsps on the device's own address, without user and password.</param>
internal sealed record FoundStream(string Profile, string Address);
