// /unit: the page on a crew's phone. The desk authorises; what is pressed goes to /api/units/…/commands.
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Pages.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Units;

internal static class CrewEndpoints
{
    internal static void MapCrew(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/unit", async (HttpContext context, ScreenFactory screens, CrewDesk desk) =>
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        // The one page that may ask where the phone is.
        SecurityHeaders.AllowPlace(context);
        var names = new UnitNames { Gates = new Dictionary<GateId, LocalName>() };
        return await desk.MineAsync(actor, context.RequestAborted) switch
        {
            Reading<Unit>.NotFound => Page.Show<CrewPage, CrewView>(screen, new() { Names = names }),
            var reading => reading.ToPage(screen, unit => Page.Show<CrewPage, CrewView>(screen, new() { Unit = unit, Names = names })),
        };
    }).AllowAnonymous();
}
