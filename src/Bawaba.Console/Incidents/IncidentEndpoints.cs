// The pages of incidents: list, form, one. The desk authorises.
using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class IncidentEndpoints
{
    internal static void MapIncidents(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/incidents", ListAsync).AllowAnonymous();
        endpoints.MapGet("/incidents/new", (HttpContext context, IncidentPages pages, IncidentTypeDesk types, AlertDesk alerts, CallDesk calls, string? alert, string? call, string? gate) =>
            FormAsync(context, pages, types, alerts, calls, new() { Request = Guid.CreateVersion7(pages.Begin(context).Now).ToString("N"), Type = "", Alert = alert ?? "", Call = call ?? "", Gate = gate ?? "" }, [])).AllowAnonymous();
        endpoints.MapPost("/incidents", OpenAsync).AllowAnonymous();
        endpoints.MapGet("/incidents/{number}", (string number, HttpContext context, IncidentPages pages) =>
            IncidentNumber.TryParse(number, out var id) ? pages.ShowAsync(context, id) : NotFound(context, pages)).AllowAnonymous();
        endpoints.MapGet("/incidents/{number}/report", ReportAsync).AllowAnonymous();
        endpoints.MapGet("/figures", async (HttpContext context, IncidentPages pages, FiguresDesk desk) =>
        {
            var screen = pages.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ReadAsync(actor, context.RequestAborted)).ToPage(
                    screen, figures => Page.Show<FiguresPage, FiguresView>(screen, new(figures, pages.Gates(actor).ToDictionary(g => g.Id))));
        }).AllowAnonymous();
        IncidentStepEndpoints.Map(endpoints);
        OutcomeEndpoints.Map(endpoints);
        CustodyEndpoints.Map(endpoints);
        IncidentTypeEndpoints.Map(endpoints);
        AgreementEndpoints.Map(endpoints);
    }

    internal static Task<IResult> NotFound(HttpContext context, IncidentPages pages) => Task.FromResult<IResult>(Page.Notice(pages.Begin(context), NoticeKind.NotFound));

    private static async Task<IResult> ListAsync(HttpContext context, IncidentPages pages)
    {
        var screen = pages.Begin(context);
        return screen.Actor is not { } actor
            ? Page.SignIn(screen)
            : (await pages.Desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, incidents => Page.Show<IncidentsPage, IncidentsView>(
                screen, new() { Incidents = incidents, Gates = pages.Gates(actor).ToDictionary(g => g.Id) }));
    }

    /// <summary>The form with what is known: of the alert or the call it is opened from, and of what was refused.</summary>
    internal static async Task<IResult> FormAsync(
        HttpContext context, IncidentPages pages, IncidentTypeDesk types, AlertDesk alerts, CallDesk calls, IncidentDraft draft, IReadOnlyList<string> faults)
    {
        var screen = pages.Begin(context) with { Path = "/incidents/new" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.WorkIncidents))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        Alert? alert = null;
        if (AlertId.TryParse(draft.Alert, out var id) && await alerts.FindAsync(actor, id, context.RequestAborted) is Reading<Alert>.Granted { Value: { Confirmed: not null } found })
            alert = found;
        if (alert is not null)
        {
            draft = draft with
            {
                Gate = draft.Gate.Length > 0 ? draft.Gate : alert.Gate.Value,
                Type = draft.Type.Length > 0 ? draft.Type : alert.Entry.PermittedAction == Contracts.PermittedAction.ArrestUnderVerdict ? "arrest-verdict" : "wanted-vehicle",
                Summary = draft.Summary.Length > 0 ? draft.Summary : screen.Language[$"category.{alert.Entry.Category}"],
            };
        }
        if (draft.Call.Length > 0 && await calls.FindAsync(actor, draft.Call, context.RequestAborted) is Reading<CallEntry>.Granted { Value: { ErasedAt: null } call })
            draft = CallCarry.Into(draft, call);
        return (await types.ListAsync(actor, context.RequestAborted)).ToPage(screen, list => Page.Show<IncidentFormPage, IncidentFormView>(
            screen,
            new() { Draft = draft, Types = list, Gates = pages.Gates(actor), Alert = alert, Faults = faults },
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<IResult> OpenAsync(HttpContext context, IncidentPages pages, IncidentTypeDesk types, AlertDesk alerts, CallDesk calls)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var draft = new IncidentDraft
        {
            Request = form["request"],
            Type = form["type"],
            Priority = form["priority"],
            Summary = form["summary"],
            Gate = form["gate"],
            Place = form["place"],
            Latitude = form["latitude"],
            Longitude = form["longitude"],
            Alert = form["alert"],
            Call = form["call"],
        };
        return await pages.Desk.OpenAsync(actor, draft, context.RequestAborted) switch
        {
            IncidentResult.Done(var incident) => Results.LocalRedirect($"/incidents/{incident.Number}"),
            IncidentResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            IncidentResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            IncidentResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            IncidentResult.Unfit(var fields) => await FormAsync(context, pages, types, alerts, calls, draft, fields),
            var refused => await FormAsync(context, pages, types, alerts, calls, draft, [IncidentPages.FaultOf(refused)]),
        };
    }

    private static async Task<IResult> ReportAsync(string number, HttpContext context, IncidentPages pages)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        return (await pages.Desk.ReportAsync(actor, id, context.RequestAborted)).ToPage(screen, file => Page.Show<IncidentReportPage, IncidentView>(
            screen, new() { File = file, Gate = pages.Gates(actor).FirstOrDefault(g => g.Id == file.Incident.Place.Gate) }));
    }
}
