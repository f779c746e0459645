using Bawaba.Center.Gates;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Bawaba.Center.Operators;

namespace Bawaba.Console.Gates;

internal static class GateEndpoints
{
    internal static void MapGates(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/gates/{id}", ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(string id, HttpContext context, ScreenFactory screens, GateDesk desk, GateReader reader)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!GateId.TryParse(id, out var gate))
            return Page.Notice(screen, NoticeKind.NotFound);
        var reading = await desk.FindAsync(actor, gate, context.RequestAborted);
        if (reading is not Reading<GateView>.Granted { Value: var view })
            return reading.ToPage(screen, _ => throw new System.Diagnostics.UnreachableException());
        return Page.Show<GatePage, GatePageView>(screen, await reader.ReadAsync(screen, actor, view, context.RequestAborted));
    }
}
