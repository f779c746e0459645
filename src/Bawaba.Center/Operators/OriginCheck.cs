// Refuses what another site made a browser send. First in UseCenter. Browsers say where a request comes from
// (Sec-Fetch-Site, Origin); the cookie's SameSite=Strict is the second lock. A client that is no browser sends neither
// and carries no cookie it did not mean to send.
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bawaba.Center.Operators;

internal static class OriginCheck
{
    internal static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!ChangesSomething(context) || IsOurs(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A WebSocket is opened by a GET, and no browser's rule keeps another site from reading it.
    private static bool ChangesSomething(HttpContext context)
    {
        var method = context.Request.Method;
        return context.WebSockets.IsWebSocketRequest || context.Request.Headers.ContainsKey(HeaderNames.Upgrade)
            || !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));
    }

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
