// The page on which an officer looks a person up. The desk authorises; what is typed is in the body, never in an address.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Law;

internal static class PersonEndpoints
{
    internal static void MapPersons(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/person", async (HttpContext context, ScreenFactory screens, GateRegistry gates) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return await context.MayAsync(actor, Permission.LookUpPersons)
                ? Page.Show<PersonPage, PersonView>(screen, new() { Gates = gates.NamesOf(screen) })
                : Page.Notice(screen, NoticeKind.NotAllowed);
        }).AllowAnonymous();
        endpoints.MapPost("/person", async (HttpContext context, ScreenFactory screens, GateRegistry gates, PersonDesk desk) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            var form = await PostedForm.ReadAsync(context);
            if (!GateId.TryParse(form["gate"], out var gate) || !Enum.TryParse<LookUpReason>(form["reason"], out var reason))
                return Page.Notice(screen, NoticeKind.NotFound);
            return await desk.LookUpAsync(actor, gate, reason, form["document"], CancellationToken.None) switch
            {
                PersonResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
                PersonResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
                var result => Page.Show<PersonPage, PersonView>(screen, new() { Gates = gates.NamesOf(screen), Gate = gate.Value, Reason = reason, Result = result }),
            };
        }).AllowAnonymous();
    }
}
