// The page of one alert. The room takes the card out of the same page, so there is one way to show an alert.
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Alerts;

internal static class AlertEndpoints
{
    internal static void MapAlerts(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/alerts/{id}", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(string id, HttpContext context, ScreenFactory screens, AlertDesk desk, GateRegistry registry)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!AlertId.TryParse(id, out var alert))
            return Page.Notice(screen, NoticeKind.NotFound);
        var reading = await desk.FindAsync(actor, alert, context.RequestAborted);
        return reading.ToPage(screen, found => Page.Show<AlertCardPage, AlertCardView>(
            screen, new() { Alert = found, Gate = registry.Find(actor.Scope, found.Gate) }));
    }
}
