// Signing in and out. The origin of posted forms is checked by the center before they come here.
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.SignIn;

internal static class SignInEndpoints
{
    internal static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", (HttpContext context, ScreenFactory screens) =>
        {
            var screen = screens.Begin(context);
            var query = context.Request.Query;
            var back = LocalPath.Or(query["returnTo"], "/");
            return screen.Actor is not null
                ? Results.LocalRedirect(back)
                : Page.Show<SignInPage, SignInView>(screen, new() { Return = back, Welcomed = query.ContainsKey("welcomed") });
        }).AllowAnonymous();
        endpoints.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        endpoints.MapPost("/sign-out", async (HttpContext context, SignInDesk desk) =>
        {
            if (Actor.From(context.User) is { } actor)
                await desk.SignOutAsync(actor, context.RequestAborted);
            SessionCookie.Delete(context);
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ScreenFactory screens, SignInDesk desk)
    {
        var form = await PostedForm.ReadAsync(context);
        var user = TypedText.Digits(form["user"]).Trim();
        var back = LocalPath.Or(form["return"], "/");
        var address = CallerAddress.Of(context);
        var result = await desk.SignInAsync(user, form["password"], TypedText.Digits(form["code"]).Replace(" ", "", StringComparison.Ordinal), address, context.RequestAborted);
        var view = new SignInView { UserName = user, Return = back };
        switch (result)
        {
            case SignInResult.SignedIn signedIn:
                SessionCookie.Append(context, signedIn);
                return Results.LocalRedirect(back);
            case SignInResult.Refused:
                return Again(StatusCodes.Status401Unauthorized, view with { Fault = SignInFault.Refused });
            case SignInResult.SecondFactorNeeded needed:
                return Again(StatusCodes.Status200OK, view with { Secret = needed.Secret, SecretPicture = SecretPicture.Of(needed.Uri) });
            case SignInResult.LockedOut locked:
                context.Response.Headers.RetryAfter = ((int)Math.Ceiling(locked.RetryAfter.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Again(StatusCodes.Status429TooManyRequests, view with { Fault = SignInFault.LockedOut, RetryAfter = locked.RetryAfter });
            case SignInResult.AuditUnavailable:
                return Again(StatusCodes.Status503ServiceUnavailable, view with { Fault = SignInFault.AuditUnavailable });
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        IResult Again(int status, SignInView again) => Page.Show<SignInPage, SignInView>(screens.Begin(context), again, status);
    }
}
