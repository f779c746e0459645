// Refuses what another site made a browser send: whatever changes something must come from a page of ours. The cookie's
// SameSite=Strict is the second lock. First in the pipeline of the gate's page.
using Microsoft.AspNetCore.Http;

namespace Bawaba.GateConsole.Security;

internal static class OwnPages
{
    internal static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOurs(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
        && string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
