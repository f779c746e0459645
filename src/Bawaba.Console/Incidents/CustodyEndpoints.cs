// The custody register and the register of seizures. The desk authorises.
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class CustodyEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/custody", (HttpContext context, IncidentPages pages, CustodyDesk desk) => WithAsync(context, pages, async (screen, actor) =>
            (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, entries => Page.Show<CustodyListPage, CustodyListView>(screen, new(entries))))).AllowAnonymous();
        endpoints.MapGet("/custody/{number}", (string number, HttpContext context, IncidentPages pages, CustodyDesk desk) => ShowEntryAsync(number, context, pages, desk, null)).AllowAnonymous();
        endpoints.MapPost("/custody/{number}", (string number, HttpContext context, IncidentPages pages, CustodyDesk desk) => WithAsync(context, pages, async (screen, actor) =>
        {
            var form = await PostedForm.ReadAsync(context);
            var kind = Enum.TryParse<CustodyEventKind>(form["kind"], out var parsed) ? parsed : (CustodyEventKind)(-1);
            var result = await desk.AddEventAsync(actor, number, kind, LocalTime.FromForm(form["at"]), form["text"], context.RequestAborted);
            return result is IncidentResult.Unfit(var fields) ? await ShowEntryAsync(number, context, pages, desk, fields[0]) : Answer(screen, result, $"/custody/{number}");
        })).AllowAnonymous();
        endpoints.MapGet("/seizures", (HttpContext context, IncidentPages pages, CustodyDesk desk) => WithAsync(context, pages, async (screen, actor) =>
            (await desk.ListSeizuresAsync(actor, context.RequestAborted)).ToPage(screen, items => Page.Show<SeizuresPage, SeizuresView>(screen, new(items))))).AllowAnonymous();
        endpoints.MapGet("/seizures/{number}", (string number, HttpContext context, IncidentPages pages, CustodyDesk desk) => ShowItemAsync(number, context, pages, desk, [])).AllowAnonymous();
        endpoints.MapPost("/seizures/{number}", (string number, HttpContext context, IncidentPages pages, CustodyDesk desk) => WithAsync(context, pages, async (screen, actor) =>
        {
            var form = await PostedForm.ReadAsync(context);
            var transfer = new SeizureTransfer
            {
                At = screen.Now,
                From = form["from"],
                To = form["to"],
                Purpose = form["purpose"],
                Bag = form["bag"],
                Intact = form["intact"] == "yes",
                RecordedBy = actor.DisplayName,
                RecordedAt = screen.Now,
            };
            var result = await desk.HandOverAsync(actor, number, transfer, context.RequestAborted);
            return result is IncidentResult.Unfit(var fields) ? await ShowItemAsync(number, context, pages, desk, fields) : Answer(screen, result, $"/seizures/{number}");
        })).AllowAnonymous();
    }

    private static Task<IResult> ShowEntryAsync(string number, HttpContext context, IncidentPages pages, CustodyDesk desk, string? fault) => WithAsync(context, pages, async (screen, actor) =>
        (await desk.FindAsync(actor, number, context.RequestAborted)).ToPage(screen, entry => Page.Show<CustodyEntryPage, CustodyView>(
            screen, new(entry, fault), fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)));

    private static Task<IResult> ShowItemAsync(string number, HttpContext context, IncidentPages pages, CustodyDesk desk, IReadOnlyList<string> faults) => WithAsync(context, pages, async (screen, actor) =>
        (await desk.FindSeizureAsync(actor, number, context.RequestAborted)).ToPage(screen, item => Page.Show<SeizureItemPage, SeizureView>(
            screen, new(item, faults), faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)));

    private static async Task<IResult> WithAsync(HttpContext context, IncidentPages pages, Func<Screen, Actor, Task<IResult>> act)
    {
        var screen = pages.Begin(context);
        return screen.Actor is { } actor ? await act(screen, actor) : Page.SignIn(screen);
    }

    private static IResult Answer(Screen screen, IncidentResult result, string back) => result switch
    {
        IncidentResult.Done => Results.LocalRedirect(back),
        IncidentResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
        IncidentResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
        _ => Page.Notice(screen, NoticeKind.NotFound),
    };
}
