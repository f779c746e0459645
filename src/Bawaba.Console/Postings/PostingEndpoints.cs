// An officer's own page: the gates they work at and their password for each. The desk authorises.
using Bawaba.Center.Gates;
using Bawaba.Center.Officers;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Postings;

internal static class PostingEndpoints
{
    internal static void MapPostings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/gate-password", (HttpContext context, ScreenFactory screens, OfficerDesk desk, GateRegistry gates) =>
            ShowAsync(context, screens, desk, gates, PostingFault.None, done: false)).AllowAnonymous();
        endpoints.MapPost("/gate-password", SetAsync).AllowAnonymous();
    }

    private static async Task<IResult> SetAsync(HttpContext context, ScreenFactory screens, OfficerDesk desk, GateRegistry gates)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (form["password"] != form["again"])
            return await ShowAsync(context, screens, desk, gates, PostingFault.PasswordsDiffer, done: false);
        if (!GateId.TryParse(form["gate"], out var gate))
            return await ShowAsync(context, screens, desk, gates, PostingFault.NotPosted, done: false);
        return await desk.SetPasswordAsync(actor, gate, form["password"], context.RequestAborted) switch
        {
            GatePasswordResult.Done => await ShowAsync(context, screens, desk, gates, PostingFault.None, done: true),
            GatePasswordResult.Unfit => await ShowAsync(context, screens, desk, gates, PostingFault.Unfit, done: false),
            GatePasswordResult.SameAsRoom => await ShowAsync(context, screens, desk, gates, PostingFault.SameAsRoom, done: false),
            GatePasswordResult.NotAllowed => await ShowAsync(context, screens, desk, gates, PostingFault.NotPosted, done: false),
            GatePasswordResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ScreenFactory screens, OfficerDesk desk, GateRegistry gates, PostingFault fault, bool done)
    {
        var screen = screens.Begin(context) with { Path = "/gate-password" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var names = gates.Within(actor.Scope).ToDictionary(g => g.Id, g => g.Name);
        return (await desk.MineAsync(actor, context.RequestAborted)).ToPage(screen, postings => Page.Show<PostingsPage, PostingsView>(
            screen,
            new() { Postings = postings, Gates = names, Fault = fault, Done = done },
            fault == PostingFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));
    }
}
