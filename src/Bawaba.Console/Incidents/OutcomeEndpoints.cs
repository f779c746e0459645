// The forms of what came of an incident. The desk authorises and rechecks.
using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class OutcomeEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var isCustody in new[] { true, false })
        {
            var path = $"/incidents/{{number}}/{(isCustody ? "apprehension" : "seizure")}";
            endpoints.MapGet(path, (string number, HttpContext context, IncidentPages pages) => FormAsync(number, context, pages, isCustody, new(), new(), [])).AllowAnonymous();
            endpoints.MapPost(path, (string number, HttpContext context, IncidentPages pages, OutcomeDesk desk) => RecordAsync(number, context, pages, desk, isCustody)).AllowAnonymous();
        }
        endpoints.MapPost("/incidents/{number}/outcome", SayAsync).AllowAnonymous();
    }

    private static async Task<IResult> FormAsync(
        string number, HttpContext context, IncidentPages pages, bool isCustody, CustodyDraft custody, SeizureDraft seizure, IReadOnlyList<string> faults)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        if (!await context.MayAsync(actor, Permission.WorkIncidents))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        return (await pages.Desk.FindAsync(actor, id, context.RequestAborted)).ToPage(screen, file =>
        {
            if (!file.Access.IsOwn)
                return Page.Notice(screen, NoticeKind.NotAllowed);
            var view = new OutcomeView { Number = id, Custody = custody, Seizure = seizure, Verdicts = [.. file.Alerts.Where(IsVerdict)], Faults = faults };
            var status = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return isCustody ? Page.Show<ApprehensionPage, OutcomeView>(screen, view, status) : Page.Show<SeizurePage, OutcomeView>(screen, view, status);
        });
    }

    private static async Task<IResult> RecordAsync(string number, HttpContext context, IncidentPages pages, OutcomeDesk desk, bool isCustody)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        var form = await PostedForm.ReadAsync(context);
        var custody = isCustody ? CustodyOf(form) : new();
        var seizure = isCustody ? new() : SeizureOf(form);
        var result = isCustody ? await desk.ApprehendAsync(actor, id, custody, context.RequestAborted) : await desk.SeizeAsync(actor, id, seizure, context.RequestAborted);
        return result switch
        {
            IncidentResult.Unfit(var fields) => await FormAsync(number, context, pages, isCustody, custody, seizure, fields),
            IncidentResult.EntryEnded => await FormAsync(number, context, pages, isCustody, custody, seizure, ["entry-ended"]),
            _ => await pages.AnswerAsync(context, id, result),
        };
    }

    private static async Task<IResult> SayAsync(string number, HttpContext context, IncidentPages pages, OutcomeDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        var form = await PostedForm.ReadAsync(context);
        var text = form.Text("text", 2_100);
        return form["kind"] switch
        {
            nameof(OutcomeKind.Assistance) => await pages.AnswerAsync(context, id, await desk.AssistAsync(actor, id, text, context.RequestAborted)),
            nameof(OutcomeKind.NothingFound) => await pages.AnswerAsync(context, id, await desk.NothingFoundAsync(actor, id, text, context.RequestAborted)),
            _ => Page.Notice(screen, NoticeKind.NotFound),
        };
    }

    private static bool IsVerdict(Alert alert) => alert.Entry.PermittedAction == PermittedAction.ArrestUnderVerdict;

    private static CustodyDraft CustodyOf(PostedForm form) => new()
    {
        Person = form["person"],
        Document = form["document"],
        TakenAt = LocalTime.FromForm(form["takenAt"]),
        TakenWhere = form["takenWhere"],
        OrderedBy = form["orderedBy"],
        CarriedOutBy = form["carriedOutBy"],
        Grounds = form["grounds"],
        Instrument = form["instrument"],
        Alert = form["alert"],
        CustodyPlace = form["custodyPlace"],
        Health = form["health"],
    };

    private static SeizureDraft SeizureOf(PostedForm form) => new()
    {
        Item = form["item"],
        Quantity = form["quantity"],
        TakenAt = LocalTime.FromForm(form["takenAt"]),
        TakenWhere = form["takenWhere"],
        TakenFrom = form["takenFrom"],
        LegalBasis = form["legalBasis"],
        Bag = form["bag"],
        Holder = form["holder"],
    };
}
