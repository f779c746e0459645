using Microsoft.AspNetCore.Http;

namespace Bawaba.Center.Operators;

/// <summary>The cookie that carries a session's secret: HttpOnly, SameSite=Strict, Secure when served over https.</summary>
public static class SessionCookie
{
    public const string Name = "bawaba-session";

    /// <summary>Gives the browser its session; call it once with what <see cref="SignInResult.SignedIn"/> brought.</summary>
    public static void Append(HttpContext context, SignInResult.SignedIn signedIn)
    {
        var options = Options(context);
        options.Expires = signedIn.Session.ExpiresAt;
        context.Response.Cookies.Append(Name, signedIn.Token, options);
    }

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
