// The page of one alert. The room takes the card out of the same page, so there is one way to show an alert.
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Alerts;

internal static class AlertEndpoints
{
    internal static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alerts/{id}", (string id, HttpContext context, ScreenFactory screens, AlertDesk desk, AlertCaseDesk cases, IncidentDesk incidents, GateRegistry registry) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Task.FromResult(Page.SignIn(screen));
            return AlertId.TryParse(id, out var alert)
                ? ShowAsync(context, screen, actor, alert, desk, cases, incidents, registry, null)
                : Task.FromResult<IResult>(Page.Notice(screen, NoticeKind.NotFound));
        }).AllowAnonymous();
        endpoints.MapPost("/alerts/{id}/case", LinkAsync).AllowAnonymous();
    }

    private static async Task<IResult> LinkAsync(string id, HttpContext context, ScreenFactory screens, AlertDesk desk, AlertCaseDesk cases, IncidentDesk incidents, GateRegistry registry)
    {
        var screen = screens.Begin(context) with { Path = $"/alerts/{id}" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!AlertId.TryParse(id, out var alert))
            return Page.Notice(screen, NoticeKind.NotFound);
        var form = await PostedForm.ReadAsync(context);
        return await cases.LinkAsync(actor, alert, TypedText.Digits(form["number"]), context.RequestAborted) switch
        {
            AlertCaseResult.Linked => Results.LocalRedirect($"/alerts/{alert}"),
            AlertCaseResult.NoSuchCase => await ShowAsync(context, screen, actor, alert, desk, cases, incidents, registry, "no-such-case"),
            AlertCaseResult.NotConfirmed => await ShowAsync(context, screen, actor, alert, desk, cases, incidents, registry, "not-confirmed"),
            AlertCaseResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            AlertCaseResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => Page.Notice(screen, NoticeKind.NotAllowed),
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, Screen screen, Actor actor, AlertId alert, AlertDesk desk, AlertCaseDesk cases, IncidentDesk incidents, GateRegistry registry, string? fault)
    {
        var reading = await desk.FindAsync(actor, alert, context.RequestAborted);
        var numbers = reading is Reading<Alert>.Granted ? await cases.CasesOfAsync(actor, alert, context.RequestAborted) : [];
        var linked = reading is Reading<Alert>.Granted ? await incidents.OfAsync(actor, $"alert/{alert}", context.RequestAborted) : [];
        return reading.ToPage(screen, found => Page.Show<AlertCardPage, AlertCardView>(
            screen, new() { Alert = found, Gate = registry.Find(actor.Scope, found.Gate), Cases = numbers, Incidents = linked, CaseFault = fault },
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict));
    }
}
