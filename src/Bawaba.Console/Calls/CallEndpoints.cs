// The phone and radio log's pages. The desks authorise.
using System.Diagnostics;
using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Console.Incidents;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Calls;

internal static class CallEndpoints
{
    internal static void MapCalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/calls", (HttpContext context, CallPages pages, string? day) => pages.ShowAsync(context, day)).AllowAnonymous();
        endpoints.MapPost("/calls", RecordAsync).AllowAnonymous();
        endpoints.MapGet("/calls/search", (HttpContext context, CallPages pages) => pages.SearchAsync(context, new(), "", "", looks: false)).AllowAnonymous();
        // What people look for are names: they stand in no address.
        endpoints.MapPost("/calls/search", SearchAsync).AllowAnonymous();
        endpoints.MapPost("/calls/{number}/mark", MarkAsync).AllowAnonymous();
        endpoints.MapPost("/calls/{number}/link", LinkAsync).AllowAnonymous();
        endpoints.MapPost("/calls/{number}/incident", OpenAsync).AllowAnonymous();
    }

    private static async Task<IResult> RecordAsync(HttpContext context, CallPages pages, CallDesk desk, UnitDesk units)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var draft = new CallDraft
        {
            Request = form["request"],
            Channel = form["channel"],
            Caller = form["caller"],
            CallBack = form["callBack"],
            Place = form["place"],
            What = form.Text("what", 2_100),
            Priority = form["priority"] is { Length: > 0 } priority ? priority : nameof(CallPriority.Routine),
            NeedsAnswer = form["needsAnswer"].Length > 0,
            Corrects = TypedText.Digits(form["corrects"]),
        };
        return await desk.RecordAsync(actor, draft, context.RequestAborted) switch
        {
            CallResult.Done => await PositionAsync(form) ? Results.LocalRedirect("/calls") : await pages.ShowAsync(context, null, draft, ["unit"]),
            CallResult.Unfit(var fields) => await pages.ShowAsync(context, null, draft, fields),
            CallResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            CallResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new UnreachableException(),
        };

        // The entry stands already, and sent again it is the same one; only the latest position of a unit is kept, and not here.
        async Task<bool> PositionAsync(PostedForm sent) => sent["unit"].Length == 0
            || (UnitId.TryParse(sent["unit"], out var unit) && GateId.TryParse(sent["unitGate"], out var gate)
                && await units.ReportPositionAsync(actor, unit, null, gate, context.RequestAborted) is UnitResult.Done);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, CallPages pages)
    {
        var form = await PostedForm.ReadAsync(context);
        var query = new CallQuery
        {
            Words = form["words"],
            Caller = form["caller"],
            Priority = Word<CallPriority>(form["priority"]),
            Channel = Word<CallChannel>(form["channel"]),
            Mark = Word<CallMark>(form["mark"]),
            Before = TypedText.Digits(form["before"]),
        };
        return await pages.SearchAsync(context, query, form["from"], form["until"], looks: true);
    }

    private static async Task<IResult> MarkAsync(string number, HttpContext context, CallPages pages, CallDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (Word<CallMark>(form["mark"]) is not { } mark)
            return Page.Notice(screen, NoticeKind.NotFound);
        return await desk.MarkAsync(actor, number, Word<CallMark>(form["was"]), mark, mark is CallMark.PassedOn ? form["to"] : "", context.RequestAborted) switch
        {
            CallResult.Done => Results.LocalRedirect("/calls"),
            CallResult.Unfit => await pages.ShowAsync(context, null, null, ["mark"]),
            CallResult.Stale => Page.Notice(screen, NoticeKind.Stale),
            CallResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            CallResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            CallResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> LinkAsync(string number, HttpContext context, CallPages pages, IncidentDesk incidents)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (!IncidentNumber.TryParse(form["incident"], out var incident))
            return Page.Notice(screen, NoticeKind.NotFound);
        return await incidents.LinkAsync(actor, incident, $"call/{number}", context.RequestAborted) switch
        {
            IncidentResult.Done => Results.LocalRedirect("/calls"),
            IncidentResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            IncidentResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            IncidentResult.AlreadyClosed => Page.Notice(screen, NoticeKind.Stale),
            _ => Page.Notice(screen, NoticeKind.NotFound),
        };
    }

    // One step: what the call says is the incident's. Where that is not enough, its form opens with what there is.
    private static async Task<IResult> OpenAsync(
        string number, HttpContext context, CallPages pages, CallDesk desk, IncidentDesk incidents, IncidentPages incidentPages, IncidentTypeDesk types, AlertDesk alerts)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var reading = await desk.FindAsync(actor, number, context.RequestAborted);
        if (reading is not Reading<CallEntry>.Granted { Value: var call })
            return reading.ToPage(screen, _ => Results.Empty);
        var draft = CallCarry.Into(new() { Request = CallCarry.RequestOf(call, actor), Type = form["type"] }, call);
        return await incidents.OpenAsync(actor, draft, context.RequestAborted) switch
        {
            IncidentResult.Done(var incident) => Results.LocalRedirect($"/incidents/{incident.Number}"),
            IncidentResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            IncidentResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            IncidentResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            IncidentResult.Unfit(var fields) => await IncidentEndpoints.FormAsync(context, incidentPages, types, alerts, desk, draft, fields),
            var refused => await IncidentEndpoints.FormAsync(context, incidentPages, types, alerts, desk, draft, [IncidentPages.FaultOf(refused)]),
        };
    }

    private static T? Word<T>(string word)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : null;
}
