// The situation sheet's page. The desk authorises.
using Bawaba.Center.Operators;
using Bawaba.Center.Situation;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Situation;

internal static class SituationEndpoints
{
    internal static void MapSituation(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/sheet", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(HttpContext context, ScreenFactory screens, SituationDesk desk, SituationFolder folder, DirectorateDesk directorates)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var name = actor.Scope.Directorate is { } directorate ? await directorates.NameAsync(actor, directorate, context.RequestAborted) : null;
        return (await desk.MakeAsync(actor, context.RequestAborted)).ToPage(screen, sheet => Page.Show<SituationPage, SituationView>(
            screen, new() { Sheet = sheet, Directorate = name is null ? actor.Scope.Directorate?.Value : screen.Name(name), Fault = folder.Fault }));
    }
}
