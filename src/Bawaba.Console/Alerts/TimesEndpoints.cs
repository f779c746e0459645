// The page of the room's clocks. The desks authorise. Alerts know of no incident: their clocks and those of dispatch meet here.
using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Alerts;

internal static class TimesEndpoints
{
    internal static void MapTimes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/times", async (string? span, HttpContext context, ScreenFactory screens, TimesDesk desk, DispatchTimesDesk dispatch) =>
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var asked = span switch { "week" => TimesSpan.Week, "month" => TimesSpan.Month, _ => TimesSpan.Today };
        var since = SinceAt(asked, screen.Now);
        var reading = await desk.ReadAsync(actor, since, context.RequestAborted);
        return reading is not Reading<AlertTimes>.Granted { Value: var times }
            ? reading.ToPage(screen, _ => throw new System.Diagnostics.UnreachableException())
            : (await dispatch.ReadAsync(actor, since, context.RequestAborted)).ToPage(
                screen, sent => Page.Show<TimesPage, TimesView>(screen, new() { Span = asked, Times = times, Dispatch = sent }));
    }).AllowAnonymous();

    private static DateTimeOffset SinceAt(TimesSpan span, DateTimeOffset now) => span switch
    {
        TimesSpan.Week => now.AddDays(-7),
        TimesSpan.Month => now.AddDays(-30),
        _ => LocalTime.DayStart(now),
    };
}
