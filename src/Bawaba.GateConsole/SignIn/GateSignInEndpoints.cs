// Signing in and out at the gate, and the language of its pages.
using System.Globalization;
using Bawaba.Gate;
using Bawaba.Gate.Officers;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole.SignIn;

internal static class GateSignInEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", (HttpContext context, GateScreens screens) =>
        {
            var screen = screens.Begin(context);
            return screen.Session is null ? Page(screen, new()) : Results.LocalRedirect("/");
        });
        endpoints.MapPost("/sign-in", SignInAsync).RequireRateLimiting(PageLimits.SignIn);
        endpoints.MapPost("/sign-out", async (HttpContext context, GateHost host) =>
        {
            if (OfficerCookie.Read(context) is { } token)
                await host.OfficerDoor.SignOutAsync(token).ConfigureAwait(false);
            OfficerCookie.Delete(context);
            return Results.LocalRedirect("/sign-in");
        });
        endpoints.MapPost("/language", async (HttpContext context) =>
        {
            var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
            LanguageCookie.Append(context, ScreenLanguage.Of(form["language"]));
            return Results.LocalRedirect("/");
        });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, GateScreens screens, GateHost host)
    {
        var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
        var user = TypedText.Digits(form["user"]).Trim();
        var view = new GateSignInView { UserName = user };
        var result = await host.OfficerDoor.SignInAsync(user, form["password"], PageLimits.AddressOf(context), context.RequestAborted).ConfigureAwait(false);
        switch (result)
        {
            case OfficerSignIn.Done done:
                OfficerCookie.Append(context, done.Token, done.Session.ExpiresAt);
                return Results.LocalRedirect("/");
            case OfficerSignIn.Refused:
                return Again(StatusCodes.Status401Unauthorized, view with { Fault = GateSignInFault.Refused });
            case OfficerSignIn.LockedOut locked:
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(locked.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return Again(StatusCodes.Status429TooManyRequests, view with { Fault = GateSignInFault.LockedOut, RetryAfter = locked.RetryAfter });
            case OfficerSignIn.NotInTouch:
                return Again(StatusCodes.Status503ServiceUnavailable, view with { Fault = GateSignInFault.NotInTouch });
            case OfficerSignIn.NotWritten:
                return Again(StatusCodes.Status503ServiceUnavailable, view with { Fault = GateSignInFault.NotWritten });
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        IResult Again(int status, GateSignInView again) => Page(screens.Begin(context), again, status);
    }

    private static GatePageResult Page(GateScreen screen, GateSignInView view, int status = StatusCodes.Status200OK) =>
        new(screen, typeof(GateSignInPage), view, status);
}
