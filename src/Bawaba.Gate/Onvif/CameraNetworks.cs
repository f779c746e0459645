using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Bawaba.Gate.Onvif;

/// <summary>This machine's own addresses, each standing for the network that is searched through it.</summary>
internal static class CameraNetworks
{
    /// <summary>IPv4 addresses of networks that are up, this machine's own last.</summary>
    internal static IReadOnlyList<string> Names() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork)
            .OrderBy(IPAddress.IsLoopback)
            .Select(a => a.ToString())
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The address of that name; null for one that is not this machine's.</summary>
    internal static IPAddress? Find(string name) => Names().Contains(name, StringComparer.Ordinal) ? IPAddress.Parse(name) : null;
}
