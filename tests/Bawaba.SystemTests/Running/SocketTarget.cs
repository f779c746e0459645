using System.Net;

namespace Bawaba.SystemTests.Running;

/// <summary>Where a process asked the kernel to connect, or to send to, whatever came of it.</summary>
internal sealed record SocketTarget(string Call, IPAddress Address, int Port)
{
    internal bool IsThisMachine => IPAddress.IsLoopback(Address) || (Address.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(Address.MapToIPv4()));

    public override string ToString() => $"{Call} {Address} port {Port}";
}
