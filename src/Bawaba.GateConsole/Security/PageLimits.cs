// How often one may call the gate's page. Signing in counts by network address, everything else by session.
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.GateConsole.Security;

internal static class PageLimits
{
    internal const string SignIn = "sign-in";
    internal const string SetUp = "set-up";
    internal const int MaxBodyBytes = 8 << 10;
    internal const int MaxConnections = 100;

    internal static void AddPageLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));
        // Opens streams and searches networks: not faster than a person presses.
        options.AddPolicy(SetUp, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context), _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
        // By address alone: a made-up cookie must not buy another allowance.
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            AddressOf(context),
            _ => new() { TokenLimit = 200, TokensPerPeriod = 40, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true }));
    });

    internal static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };
}
