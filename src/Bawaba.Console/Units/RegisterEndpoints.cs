// The pages on which units are registered, and tokens of what brings their positions made. The desks authorise.
using System.Diagnostics;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Units;

internal static class RegisterEndpoints
{
    internal static void MapUnitRegister(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/unit-new", (HttpContext context, ScreenFactory screens, UnitReader reader) =>
            FormAsync(context, screens, reader, new() { Kind = UnitKind.Patrol }, UnitFault.None)).AllowAnonymous();
        endpoints.MapPost("/unit-new", RegisterAsync).AllowAnonymous();
        endpoints.MapGet("/unit-feeds", (HttpContext context, ScreenFactory screens, FeedDesk desk) => FeedsAsync(context, screens, desk, null, UnitFault.None)).AllowAnonymous();
        endpoints.MapPost("/unit-feeds", async (HttpContext context, ScreenFactory screens, FeedDesk desk) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : await AnswerAsync(context, screens, desk, await desk.MakeAsync(actor, (await PostedForm.ReadAsync(context))["label"], context.RequestAborted));
        }).AllowAnonymous();
        endpoints.MapPost("/unit-feeds/{id}/revoke", async (string id, HttpContext context, ScreenFactory screens, FeedDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return UnitFeedId.TryParse(id, out var feed)
                ? await AnswerAsync(context, screens, desk, await desk.RevokeAsync(actor, feed, context.RequestAborted))
                : Page.Notice(screen, NoticeKind.NotFound);
        }).AllowAnonymous();
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, ScreenFactory screens, UnitRegister register, UnitReader reader)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var draft = UnitEndpoints.DraftOf(await PostedForm.ReadAsync(context));
        return await register.RegisterAsync(actor, draft, context.RequestAborted) switch
        {
            UnitResult.Done(var unit) => Results.LocalRedirect($"/units/{unit.Id}"),
            UnitResult.Unfit => await FormAsync(context, screens, reader, draft, UnitFault.Unfit),
            UnitResult.Taken => await FormAsync(context, screens, reader, draft, UnitFault.Taken),
            UnitResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => Page.Notice(screen, NoticeKind.NotAllowed),
        };
    }

    private static async Task<IResult> FormAsync(HttpContext context, ScreenFactory screens, UnitReader reader, UnitDraft draft, UnitFault fault)
    {
        var screen = screens.Begin(context) with { Path = "/unit-new" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.ManageUnits))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        var directorates = reader.ToChoose(actor);
        var view = new UnitFormView { Draft = draft, Directorates = directorates, Names = await reader.NamesAsync(actor, directorates, context.RequestAborted), Fault = fault };
        return Page.Show<UnitFormPage, UnitFormView>(screen, view, fault is UnitFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ScreenFactory screens, FeedDesk desk, FeedResult result) => result switch
    {
        FeedResult.Made made => await FeedsAsync(context, screens, desk, made.Token, UnitFault.None),
        FeedResult.Revoked => Results.LocalRedirect("/unit-feeds"),
        FeedResult.Unfit => await FeedsAsync(context, screens, desk, null, UnitFault.Unfit),
        FeedResult.NotAllowed => Page.Notice(screens.Begin(context), NoticeKind.NotAllowed),
        FeedResult.NotFound => Page.Notice(screens.Begin(context), NoticeKind.NotFound),
        FeedResult.AuditUnavailable => Page.Notice(screens.Begin(context), NoticeKind.AuditUnavailable),
        _ => throw new UnreachableException(),
    };

    private static async Task<IResult> FeedsAsync(HttpContext context, ScreenFactory screens, FeedDesk desk, string? token, UnitFault fault)
    {
        var screen = screens.Begin(context) with { Path = "/unit-feeds" };
        return screen.Actor is not { } actor
            ? Page.SignIn(screen)
            : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, feeds => Page.Show<UnitFeedsPage, UnitFeedsView>(
                screen, new() { Feeds = feeds, Token = token, Fault = fault }, fault is UnitFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));
    }
}
