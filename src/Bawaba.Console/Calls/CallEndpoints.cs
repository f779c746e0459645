// The phone and radio log's page. The desks authorise.
using System.Globalization;
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
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
        endpoints.MapGet("/calls", (HttpContext context, ScreenFactory screens, CallDesk desk, IncidentDesk incidents, string? day) =>
            ShowAsync(context, screens, desk, incidents, day, null, [])).AllowAnonymous();
        endpoints.MapPost("/calls", RecordAsync).AllowAnonymous();
        endpoints.MapPost("/calls/{number}/link", LinkAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ScreenFactory screens, CallDesk desk, IncidentDesk incidents, string? day, CallDraft? draft, IReadOnlyList<string> faults)
    {
        var screen = screens.Begin(context) with { Path = "/calls" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var shown = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : DateOnly.FromDateTime(LocalTime.Of(screen.Now).Date);
        var from = LocalTime.DayStart(new DateTimeOffset(shown.ToDateTime(new TimeOnly(12, 0)), LocalTime.Of(screen.Now).Offset));
        var reading = await desk.ListAsync(actor, from, from.AddDays(1), context.RequestAborted);
        var open = actor.Can(Permission.WorkIncidents) ? (await incidents.ListAsync(actor, context.RequestAborted)).OrNothing() ?? [] : [];
        var links = await incidents.CallsAsync(actor, context.RequestAborted);
        return reading.ToPage(screen, calls => Page.Show<CallsPage, CallsView>(
            screen,
            new()
            {
                Calls = calls,
                Incidents = links,
                Open = [.. open.Where(l => l.Incident.State is IncidentState.Open && l.IsOwn)],
                Draft = draft ?? new() { Request = Guid.CreateVersion7(screen.Now).ToString("N") },
                Day = shown,
                Faults = faults,
            },
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<IResult> RecordAsync(HttpContext context, ScreenFactory screens, CallDesk desk, IncidentDesk incidents)
    {
        var screen = screens.Begin(context);
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
            Corrects = TypedText.Digits(form["corrects"]),
        };
        return await desk.RecordAsync(actor, draft, context.RequestAborted) switch
        {
            CallResult.Done => Results.LocalRedirect("/calls"),
            CallResult.Unfit(var fields) => await ShowAsync(context, screens, desk, incidents, null, draft, fields),
            CallResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            CallResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> LinkAsync(string number, HttpContext context, ScreenFactory screens, IncidentDesk incidents)
    {
        var screen = screens.Begin(context);
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
}
