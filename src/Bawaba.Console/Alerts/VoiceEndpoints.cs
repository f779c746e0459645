// The room's page for rechecks by voice. The desk authorises; numbers are in the body, never in an address.
using Bawaba.Center.Gates;
using Bawaba.Center.Intake;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Alerts;

internal static class VoiceEndpoints
{
    internal static void MapVoice(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/recheck", async (HttpContext context, ScreenFactory screens, GateRegistry gates) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return await context.MayAsync(actor, Permission.WorkAlerts) ? Show(screen, new() { Gates = Names(screen, gates) }) : Page.Notice(screen, NoticeKind.NotAllowed);
        }).AllowAnonymous();
        endpoints.MapPost("/recheck", async (HttpContext context, ScreenFactory screens, GateRegistry gates, VoiceDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var form = await PostedForm.ReadAsync(context);
            if (!GateId.TryParse(form["gate"], out var gate))
                return Page.Notice(screen, NoticeKind.NotFound);
            // Not cancelled with the request: a code that was written down and not shown would be lost.
            return await desk.CheckAsync(actor, gate, form["officer"], form["number"], CancellationToken.None) switch
            {
                VoiceResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
                VoiceResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
                var result => Show(screen, new() { Gates = Names(screen, gates), Gate = gate.Value, Officer = form["officer"], Result = result }),
            };
        }).AllowAnonymous();
    }

    private static PageResult Show(Screen screen, VoiceView view) => Page.Show<VoicePage, VoiceView>(
        screen, view, view.Result is null or VoiceResult.Stands ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    private static Dictionary<GateId, string> Names(Screen screen, GateRegistry gates) =>
        gates.Within(screen.Actor!.Scope).Where(g => g.RetiredAt is null).ToDictionary(g => g.Id, g => screen.Name(g.Name));
}
