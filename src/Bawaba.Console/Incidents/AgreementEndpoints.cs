// Agreements between directorates. The desk authorises.
using System.Globalization;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class AgreementEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agreements", (HttpContext context, IncidentPages pages, AgreementDesk desk) =>
            ShowAsync(context, pages, desk, unfit: false)).AllowAnonymous();
        endpoints.MapPost("/agreements", async (HttpContext context, IncidentPages pages, AgreementDesk desk) =>
        {
            var screen = pages.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var form = await PostedForm.ReadAsync(context);
            var result = await desk.OfferAsync(
                actor,
                new()
                {
                    Taker = form["taker"],
                    Mode = form["mode"],
                    Fields = form.All("field", 10),
                    Purpose = form["purpose"],
                    Days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0,
                },
                context.RequestAborted);
            return result is AgreementResult.Unfit ? await ShowAsync(context, pages, desk, unfit: true) : Answer(screen, result);
        }).AllowAnonymous();
        endpoints.MapPost("/agreements/{id}/accept", (string id, HttpContext context, IncidentPages pages, AgreementDesk desk) =>
            StepAsync(id, context, pages, (actor, agreement) => desk.AcceptAsync(actor, agreement, context.RequestAborted))).AllowAnonymous();
        endpoints.MapPost("/agreements/{id}/end", (string id, HttpContext context, IncidentPages pages, AgreementDesk desk) =>
            StepAsync(id, context, pages, (actor, agreement) => desk.EndAsync(actor, agreement, context.RequestAborted))).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IncidentPages pages, AgreementDesk desk, bool unfit)
    {
        var screen = pages.Begin(context) with { Path = "/agreements" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var names = await desk.DirectoratesAsync(actor, context.RequestAborted);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, agreements => Page.Show<AgreementsPage, AgreementsView>(
            screen,
            new() { Agreements = agreements, Directorates = names, Unfit = unfit },
            unfit ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));
    }

    private static async Task<IResult> StepAsync(string id, HttpContext context, IncidentPages pages, Func<Actor, AgreementId, Task<AgreementResult>> act)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        return AgreementId.TryParse(id, out var agreement) ? Answer(screen, await act(actor, agreement)) : Page.Notice(screen, NoticeKind.NotFound);
    }

    private static IResult Answer(Screen screen, AgreementResult result) => result switch
    {
        AgreementResult.Done => Results.LocalRedirect("/agreements"),
        AgreementResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
        AgreementResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
        _ => Page.Notice(screen, NoticeKind.NotFound),
    };
}
