// The page of passkeys and the key ring. The desks authorise; a passkey itself speaks with /api (passkeys.js).
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Law;

internal static class ApproverEndpoints
{
    internal static void MapApprovers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/approvers", (HttpContext context, ScreenFactory screens, KeyRingDesk rings, PasskeyDesk passkeys) =>
            ShowAsync(context, screens, rings, passkeys, null)).AllowAnonymous();
        endpoints.MapPost("/approvers/found", (HttpContext context, ScreenFactory screens, KeyRingDesk rings, PasskeyDesk passkeys) =>
            StepAsync(context, screens, rings, passkeys, actor => rings.FoundAsync(actor, context.RequestAborted))).AllowAnonymous();
        endpoints.MapPost("/approvers/propose", (HttpContext context, ScreenFactory screens, KeyRingDesk rings, PasskeyDesk passkeys) =>
            StepAsync(context, screens, rings, passkeys, actor => rings.ProposeAsync(actor, context.RequestAborted))).AllowAnonymous();
        endpoints.MapPost("/approvers/remove", RemoveAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ScreenFactory screens, KeyRingDesk rings, PasskeyDesk passkeys, KeyRingResult? result)
    {
        var screen = screens.Begin(context) with { Path = "/approvers" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var mine = screen.Can(Permission.HavePasskeys) ? (await passkeys.MineAsync(actor, context.RequestAborted)).OrNothing() : null;
        return (await rings.ShowAsync(actor, context.RequestAborted)).ToPage(screen, ring => Page.Show<ApproversPage, ApproversView>(
            screen,
            new() { Mine = mine, Ring = ring, Names = ring.Names, Result = result },
            result is null or KeyRingResult.Done ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));
    }

    private static async Task<IResult> StepAsync(
        HttpContext context, ScreenFactory screens, KeyRingDesk rings, PasskeyDesk passkeys, Func<Actor, Task<KeyRingResult>> step)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        return await step(actor) switch
        {
            KeyRingResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            KeyRingResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            var result => await ShowAsync(context, screens, rings, passkeys, result),
        };
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, ScreenFactory screens, PasskeyDesk passkeys)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        return await passkeys.RemoveAsync(actor, form["credential"], context.RequestAborted) switch
        {
            PasskeyResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            PasskeyResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => Results.LocalRedirect("/approvers"),
        };
    }
}
