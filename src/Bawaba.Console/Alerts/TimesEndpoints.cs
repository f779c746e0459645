// The page of the room's clocks. The desk authorises. Clocks that another module keeps (dispatch) join the same table here.
using Bawaba.Center.Alerts;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Alerts;

internal static class TimesEndpoints
{
    internal static void MapTimes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/times", async (string? span, HttpContext context, ScreenFactory screens, TimesDesk desk) =>
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var asked = span switch { "week" => TimesSpan.Week, "month" => TimesSpan.Month, _ => TimesSpan.Today };
        return (await desk.ReadAsync(actor, SinceAt(asked, screen.Now), context.RequestAborted)).ToPage(
            screen, times => Page.Show<TimesPage, TimesView>(screen, new() { Span = asked, Times = times }));
    }).AllowAnonymous();

    private static DateTimeOffset SinceAt(TimesSpan span, DateTimeOffset now) => span switch
    {
        TimesSpan.Week => now.AddDays(-7),
        TimesSpan.Month => now.AddDays(-30),
        _ => LocalTime.DayStart(now),
    };
}
