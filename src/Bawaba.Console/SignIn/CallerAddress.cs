using Microsoft.AspNetCore.Http;

namespace Bawaba.Console.SignIn;

/// <summary>The network address of a request, written as the center writes it.</summary>
internal static class CallerAddress
{
    internal static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
