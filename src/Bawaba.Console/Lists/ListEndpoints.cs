// Watch-list and mandates, to read only: both come from files, and both say how the file was last read.
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Lists;

internal static class ListEndpoints
{
    internal static void MapLists(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/watchlist", async (HttpContext context, ScreenFactory screens, WatchlistDesk desk) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, view => Page.Show<WatchlistPage, WatchlistView>(screen, view));
        }).AllowAnonymous();
        endpoints.MapGet("/mandates", async (HttpContext context, ScreenFactory screens, ActivationDesk desk, GateRegistry registry) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, list => Page.Show<MandatesPage, MandatesView>(
                    screen, new() { List = list, Gates = registry.Gates.ToDictionary(gate => gate.Id, gate => screen.Name(gate.Name)) }));
        }).AllowAnonymous();
    }
}
