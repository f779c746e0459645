// Watch-list, urgent entries and mandates, as they stand.
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Frame;
using Bawaba.Console.Law;
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
        endpoints.MapGet("/urgent", async (HttpContext context, ScreenFactory screens, WatchlistDesk desk, GateRegistry gates) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.UrgentAsync(actor, context.RequestAborted)).ToPage(screen, view => Page.Show<UrgentPage, UrgentView>(
                    screen, new() { Entries = view.Entries, Form = new() { Urgent = true, Gates = gates.NamesOf(screen) } }));
        }).AllowAnonymous();
        endpoints.MapGet("/mandates", async (HttpContext context, ScreenFactory screens, ActivationDesk desk, GateRegistry registry) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, list => Page.Show<MandatesPage, MandatesView>(
                    screen, new() { List = list, Gates = registry.NamesOf(screen) }));
        }).AllowAnonymous();
    }
}
