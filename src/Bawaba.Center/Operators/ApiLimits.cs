// How often one may call. Sign-in counts by network address, everything else by session: one screen in a loop must not
// starve the room. Promises: memory bounded by the number of sessions and addresses seen lately.
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Operators;

internal static class ApiLimits
{
    internal const string SignIn = "sign-in";
    internal const string Pictures = "pictures";
    internal const string Calls = "calls";

    /// <summary>No call of the center carries more than this.</summary>
    internal const int MaxBodyBytes = 16 * 1024;

    internal static void AddApiLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter(
            ClientAddress.Of(context), _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
        options.AddPolicy(Calls, context => Bucket(context, burst: 200, perSecond: 50));
        options.AddPolicy(Pictures, context => Bucket(context, burst: 100, perSecond: 40));
    });

    private static RateLimitPartition<string> Bucket(HttpContext context, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(
            Actor.From(context.User)?.Session.ToString() ?? ClientAddress.Of(context),
            _ => new()
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            });
}
