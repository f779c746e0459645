// Whether this process can do its work, for what watches over it (systemd, a load balancer, a monitor). Mapped beside the screens,
// without signing in. Promises: nothing but the names of what fails is said; asking often costs nothing.
using System.Net.Mime;
using Bawaba.Center.Operators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bawaba.Center.Health;

internal static class HealthModule
{
    internal const string Live = "/health/live";
    internal const string Ready = "/health/ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<StoreCheck>("store", timeout: Patience)
        .AddCheck<SpoolCheck>("audit")
        .AddCheck<DiskCheck>("disk");

    internal static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new() { Predicate = _ => false, ResponseWriter = WriteAsync }).RequireRateLimiting(ApiLimits.Calls);
        endpoints.MapHealthChecks(Ready, new() { ResponseWriter = WriteAsync }).RequireRateLimiting(ApiLimits.Calls);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        var failing = report.Entries.Where(e => e.Value.Status is not HealthStatus.Healthy).Select(e => e.Key);
        return context.Response.WriteAsync(string.Join('\n', failing.Prepend(report.Status is HealthStatus.Healthy ? "well" : "failing")), context.RequestAborted);
    }
}
