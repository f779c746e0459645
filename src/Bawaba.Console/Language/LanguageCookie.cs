// Remembers which language a person reads. Read by UseConsole on every request, written by the switch in the header.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Bawaba.Console.Frame;

namespace Bawaba.Console.Language;

internal static class LanguageCookie
{
    internal const string Name = "bawaba-language";
    private static readonly TimeSpan KeptDuration = TimeSpan.FromDays(365);

    internal static ScreenLanguage Read(HttpContext context) => ScreenLanguage.Of(context.Request.Cookies[Name]);

    internal static void MapLanguage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language", async (HttpContext context) =>
        {
            var form = await PostedForm.ReadAsync(context);
            context.Response.Cookies.Append(Name, ScreenLanguage.Of(form["language"]).Code, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = KeptDuration,
                Path = "/",
                IsEssential = true,
            });
            return Results.LocalRedirect(LocalPath.Or(form["return"], "/"));
        }).AllowAnonymous();
}
