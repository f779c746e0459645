// One-time links: the first administrator's (/welcome/…) and everybody else's (/invitation/…) are one page.
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.SignIn;

internal static class WelcomeEndpoints
{
    private const int MaxTokenLength = 128;

    internal static void MapWelcome(this IEndpointRouteBuilder endpoints)
    {
        foreach (var route in new[] { "/welcome", "/invitation" })
        {
            endpoints.MapGet($"{route}/{{token}}", ShowAsync).AllowAnonymous();
            endpoints.MapPost($"{route}/{{token}}", AcceptAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext context, ScreenFactory screens, InvitationDesk desk)
    {
        var invitation = await FindAsync(token, desk, context);
        return Page.Show<WelcomePage, WelcomeView>(
            screens.Begin(context),
            new() { Invitation = invitation, Action = context.Request.Path },
            invitation is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<IResult> AcceptAsync(string token, HttpContext context, ScreenFactory screens, InvitationDesk desk)
    {
        var form = await PostedForm.ReadAsync(context);
        var user = TypedText.Digits(form["user"]).Trim();
        var display = form["display"].Trim();
        var fault = form["password"] == form["again"]
            ? await TryAsync()
            : WelcomeFault.PasswordsDiffer;
        if (fault == WelcomeFault.None)
            return Results.LocalRedirect("/sign-in?welcomed");
        var view = new WelcomeView
        {
            Invitation = await FindAsync(token, desk, context),
            Action = context.Request.Path,
            UserName = user,
            DisplayName = display,
            Fault = fault,
        };
        return Page.Show<WelcomePage, WelcomeView>(screens.Begin(context), view, StatusCodes.Status400BadRequest);

        async Task<WelcomeFault> TryAsync()
        {
            var address = CallerAddress.Of(context);
            return await desk.AcceptAsync(token, user, display, form["password"], address, context.RequestAborted) switch
            {
                AcceptResult.Accepted => WelcomeFault.None,
                AcceptResult.LinkInvalid => WelcomeFault.LinkInvalid,
                AcceptResult.PasswordUnfit => WelcomeFault.PasswordUnfit,
                AcceptResult.NameInvalid => WelcomeFault.NameInvalid,
                AcceptResult.NameTaken => WelcomeFault.NameTaken,
                AcceptResult.AuditUnavailable => WelcomeFault.AuditUnavailable,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    private static async Task<Invitation?> FindAsync(string token, InvitationDesk desk, HttpContext context) =>
        token.Length <= MaxTokenLength ? await desk.FindAsync(token, context.RequestAborted) : null;
}
