using Microsoft.AspNetCore.Http;

namespace Bawaba.Pages.Language;

/// <summary>Remembers which language a person reads.</summary>
internal static class LanguageCookie
{
    internal const string Name = "bawaba-language";
    private static readonly TimeSpan KeptDuration = TimeSpan.FromDays(365);

    internal static ScreenLanguage Read(HttpContext context) => ScreenLanguage.Of(context.Request.Cookies[Name]);

    internal static void Append(HttpContext context, ScreenLanguage language) =>
        context.Response.Cookies.Append(Name, language.Code, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = KeptDuration,
            Path = "/",
            IsEssential = true,
        });
}
