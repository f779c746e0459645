// The page of false-hit shares. The desk authorises.
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Console.Frame;
using Bawaba.Console.Law;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Gates;

internal static class FalseHitEndpoints
{
    internal static void MapFalseHits(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/false-hits", async (HttpContext context, ScreenFactory screens, FalseHitDesk desk, GateRegistry gates) =>
        {
            var screen = screens.Begin(context);
            return screen.Actor is not { } actor
                ? Page.SignIn(screen)
                : (await desk.ReadAsync(actor, context.RequestAborted)).ToPage(screen, shares => Page.Show<FalseHitsPage, FalseHitsView>(
                    screen, new() { Shares = shares, Gates = gates.NamesOf(screen) }));
        }).AllowAnonymous();
        endpoints.MapPost("/false-hits/resume", async (HttpContext context, ScreenFactory screens, FalseHitDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var form = await PostedForm.ReadAsync(context);
            return GateId.TryParse(form["gate"], out var gate) && CameraId.TryParse(form["camera"], out var camera)
                ? (await desk.ResumeAsync(actor, gate, camera, context.RequestAborted)).ToPage(screen, _ => Results.LocalRedirect("/false-hits"))
                : Page.Notice(screen, NoticeKind.NotFound);
        }).AllowAnonymous();
    }
}
