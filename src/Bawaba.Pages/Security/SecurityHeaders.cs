// The headers every answer of the screens carries. Called by UseConsole before anything is written.
// Promises: no script or style runs that does not come from a file of ours, and nothing leaves for another host.
using Microsoft.AspNetCore.Http;

namespace Bawaba.Pages.Security;

internal static class SecurityHeaders
{
    internal const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; media-src blob:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>This page may ask where the device is; the browser asks its owner.</summary>
    internal static void AllowPlace(HttpContext context) => context.Response.Headers["Permissions-Policy"] = Features("self");

    private static string Features(string place) => $"camera=(), microphone=(), geolocation=({place}), payment=(), usb=()";

    internal static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": with it browsers send "Origin: null" with our own forms, and the origin check refuses them.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features("");
        headers.XFrameOptions = "DENY";
        // Pages hold plates; assets say otherwise for themselves.
        headers.CacheControl = "no-store";
        // Not for this machine's own name: browsers would then refuse every plain page of other ports of it.
        if (context.Request.IsHttps && !string.Equals(context.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
