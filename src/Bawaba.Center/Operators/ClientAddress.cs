using Microsoft.AspNetCore.Http;

namespace Bawaba.Center.Operators;

/// <summary>The network address a request came from. Forwarding headers are not believed: no proxy stands before the center.</summary>
internal static class ClientAddress
{
    internal static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
