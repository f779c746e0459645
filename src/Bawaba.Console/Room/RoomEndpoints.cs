using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Room;

internal static class RoomEndpoints
{
    internal static void MapRoom(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", HomeAsync).AllowAnonymous();

    // The first page a person sees is the first one the role may see.
    private static async Task<IResult> HomeAsync(HttpContext context, ScreenFactory screens, RoomReader reader)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (screen.SeesRoom)
            return Page.Show<RoomPage, RoomView>(screen, await reader.ReadAsync(screen, actor, context.RequestAborted));
        if (actor.Can(Permission.CrewUnit))
            return Results.LocalRedirect("/unit");
        if (actor.Can(Permission.SeeWatchlist))
            return Results.LocalRedirect("/watchlist");
        return actor.Can(Permission.SeeMandates) ? Results.LocalRedirect("/mandates") : Page.Notice(screen, NoticeKind.NoTask);
    }
}
