using Microsoft.AspNetCore.Http;

namespace Bawaba.GateConsole.Security;

/// <summary>The cookie of a session at the gate: Secure, HttpOnly, SameSite=Strict, for this host alone.</summary>
internal static class OfficerCookie
{
    internal const string Name = "__Host-bawaba-gate";

    internal static string? Read(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } token ? token : null;

    internal static void Append(HttpContext context, string token, DateTimeOffset expiresAt)
    {
        var options = Options();
        options.Expires = expiresAt;
        context.Response.Cookies.Append(Name, token, options);
    }

    internal static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Strict, Secure = true };
}
