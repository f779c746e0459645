using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Wall;

internal static class WallEndpoints
{
    internal static void MapWall(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/wall", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(HttpContext context, ScreenFactory screens, GateDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.SeeCameraPictures))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, views => Page.Show<WallPage, WallView>(screen, new()
        {
            Gates = [.. views
                .Select(view => (view.Gate, Cameras: (IReadOnlyList<Camera>)[.. view.Gate.Cameras.Where(camera => !camera.Simulated)]))
                .Where(gate => gate.Cameras.Count > 0)],
        }));
    }
}
