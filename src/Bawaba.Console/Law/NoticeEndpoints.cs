// The auditor's page of notices. The desk authorises.
using Bawaba.Center.Mandates;
using Bawaba.Console.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Law;

internal static class NoticeEndpoints
{
    internal static void MapNotices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/notices", async (HttpContext context, ScreenFactory screens, NoticeDesk desk) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, notices => Page.Show<NoticesPage, NoticesView>(screen, new(notices)));
        }).AllowAnonymous();
        endpoints.MapPost("/notices/{id}/seen", async (string id, HttpContext context, ScreenFactory screens, NoticeDesk desk) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.SeeAsync(actor, id, context.RequestAborted)).ToPage(screen, _ => Results.LocalRedirect("/notices"));
        }).AllowAnonymous();
    }
}
