// The page of the directorates that form the room. The desk authorises.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Directorates;

internal static class DirectorateEndpoints
{
    internal static void MapDirectorates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/directorates", (HttpContext context, ScreenFactory screens, DirectorateDesk desk, GateRegistry gates) =>
            ShowAsync(context, screens, desk, gates, view => view)).AllowAnonymous();
        endpoints.MapPost("/directorates", MakeAsync).AllowAnonymous();
    }

    private static async Task<IResult> MakeAsync(HttpContext context, ScreenFactory screens, DirectorateDesk desk, GateRegistry gates)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var (id, arabic, english) = (form["id"], form["arabic"], form["english"]);
        Task<IResult> Again(DirectorateFault fault) => ShowAsync(
            context, screens, desk, gates, view => view with { Id = id, Arabic = arabic, English = english, Fault = fault });
        return await desk.MakeAsync(actor, id, arabic, english, context.RequestAborted) switch
        {
            DirectorateResult.Made => Results.LocalRedirect("/directorates"),
            DirectorateResult.Unfit => await Again(DirectorateFault.Unfit),
            DirectorateResult.Taken => await Again(DirectorateFault.Taken),
            DirectorateResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            DirectorateResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ScreenFactory screens, DirectorateDesk desk, GateRegistry gates, Func<DirectoratesView, DirectoratesView> with)
    {
        var screen = screens.Begin(context) with { Path = "/directorates" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, all =>
        {
            var view = with(new() { Directorates = all, Gates = gates.Within(actor.Scope) });
            return Page.Show<DirectoratesPage, DirectoratesView>(
                screen, view, view.Fault is DirectorateFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        });
    }
}
