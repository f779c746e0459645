// A page that fails becomes a page that says so. Called by UseConsole around everything a person can open.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Console.Frame;

internal static partial class PageFailure
{
    internal static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not (OperationCanceledException or BadHttpRequestException))
        {
            var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PageFailure));
            // The route, not the path: a path can hold a one-time link.
            PageFailed(logger, e, (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "");
            var screen = context.RequestServices.GetRequiredService<ScreenFactory>().Begin(context);
            await Page.Notice(screen, NoticeKind.Failed).ExecuteAsync(context);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed: {Route}")]
    private static partial void PageFailed(ILogger logger, Exception exception, string route);
}
