// The case register's page. The desk authorises.
using Bawaba.Center.Cases;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Cases;

internal static class CaseEndpoints
{
    internal static void MapCases(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/cases", (HttpContext context, ScreenFactory screens, CaseDesk desk) => ShowAsync(context, screens, desk, null)).AllowAnonymous();
        endpoints.MapPost("/cases", async (HttpContext context, ScreenFactory screens, CaseDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var form = await PostedForm.ReadAsync(context);
            return Enum.TryParse<CaseKind>(form["kind"], out var kind) && Enum.IsDefined(kind)
                ? await AnswerAsync(context, screens, desk, await desk.OpenAsync(actor, kind, form["outside"], context.RequestAborted))
                : Page.Notice(screen, NoticeKind.NotFound);
        }).AllowAnonymous();
        endpoints.MapPost("/cases/{number}/close", async (string number, HttpContext context, ScreenFactory screens, CaseDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var result = await desk.CloseAsync(actor, number, context.RequestAborted);
            return result is CaseResult.Done ? Results.LocalRedirect("/cases") : await AnswerAsync(context, screens, desk, result);
        }).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ScreenFactory screens, CaseDesk desk, CaseResult result) => result switch
    {
        CaseResult.Done done => await ShowAsync(context, screens, desk, done.Case.Number),
        CaseResult.NotAllowed => Page.Notice(screens.Begin(context), NoticeKind.NotAllowed),
        CaseResult.AuditUnavailable => Page.Notice(screens.Begin(context), NoticeKind.AuditUnavailable),
        _ => Page.Notice(screens.Begin(context), NoticeKind.NotFound),
    };

    private static async Task<IResult> ShowAsync(HttpContext context, ScreenFactory screens, CaseDesk desk, string? opened)
    {
        var screen = screens.Begin(context) with { Path = "/cases" };
        return screen.Actor is not { } actor
            ? Page.SignIn(screen)
            : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, cases => Page.Show<CasesPage, CasesView>(screen, new() { Cases = cases, Opened = opened }));
    }
}
