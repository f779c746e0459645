// Turns the session cookie into a principal, looked up in the store at each request. Promises: a page that is asked
// for without a session is sent to /sign-in; a call under /api/ gets a plain 401 or 403.
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bawaba.Center.Operators;

/// <summary>Turns the session cookie into a principal; the only scheme of the center.</summary>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "BawabaSession";

    /// <summary>Where a page without a session sends its reader.</summary>
    public const string SignInPath = "/sign-in";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Cookies.TryGetValue(SessionCookie.Name, out var token) || string.IsNullOrEmpty(token))
            return AuthenticateResult.NoResult();
        var desk = Context.RequestServices.GetRequiredService<SignInDesk>();
        if (await desk.FindAsync(token, Context.RequestAborted) is not var (session, account))
            return AuthenticateResult.NoResult();
        var principal = ActorClaims.Write(new()
        {
            Account = account.Id,
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            Role = account.Role,
            Scope = account.Scope,
            Session = session,
            Address = ClientAddress.Of(Context),
        });
        return AuthenticateResult.Success(new(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsPage(Request))
            Response.Redirect(SignInPath + QueryString.Create("returnTo", Request.Path + Request.QueryString));
        else
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
