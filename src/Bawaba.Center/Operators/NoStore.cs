using Microsoft.AspNetCore.Http;

namespace Bawaba.Center.Operators;

/// <summary>Nothing that the center answers is kept on its way or in a browser's cache.</summary>
internal static class NoStore
{
    internal static ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
