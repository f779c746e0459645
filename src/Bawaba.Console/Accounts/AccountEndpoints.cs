// The administrator's page: who has an account, inviting a person, closing an account. The desks authorise; a role
// without the permission gets the same "not for your role" as on any page.
using Bawaba.Center.Gates;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Console.Accounts;

internal static class AccountEndpoints
{
    internal static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accounts", (HttpContext context, ScreenFactory screens, AccountDesk desk) =>
            ShowAsync(context, screens, desk, new())).AllowAnonymous();
        endpoints.MapPost("/accounts", InviteAsync).AllowAnonymous();
        endpoints.MapPost("/accounts/{account}/recover", RecoverAsync).AllowAnonymous();
        endpoints.MapPost("/accounts/{account}/close", CloseAsync).AllowAnonymous();
        endpoints.MapPost("/accounts/{account}/gates", (string account, HttpContext context, ScreenFactory screens, OfficerDesk desk) =>
            PostingAsync(account, context, screens, (actor, id, gate) => desk.PostAsync(actor, id, gate, context.RequestAborted))).AllowAnonymous();
        endpoints.MapPost("/accounts/{account}/gates/end", (string account, HttpContext context, ScreenFactory screens, OfficerDesk desk) =>
            PostingAsync(account, context, screens, (actor, id, gate) => desk.EndAsync(actor, id, gate, context.RequestAborted))).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ScreenFactory screens, AccountDesk desk, InvitationView invited)
    {
        var screen = screens.Begin(context) with { Path = "/accounts" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var postings = await context.RequestServices.GetRequiredService<OfficerDesk>().ListAsync(actor, context.RequestAborted);
        var gates = context.RequestServices.GetRequiredService<GateRegistry>().Within(actor.Scope).ToDictionary(g => g.Id);
        var directorates = await context.RequestServices.GetRequiredService<DirectorateDesk>().ListAsync(actor, context.RequestAborted);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, accounts => Page.Show<AccountsPage, AccountsView>(
            screen,
            new() { Accounts = accounts, Invited = invited, Postings = postings.OrNothing() ?? [], Gates = gates, Directorates = directorates.OrNothing() ?? [] },
            invited.Fault == InviteFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));
    }

    private static async Task<IResult> PostingAsync(
        string account, HttpContext context, ScreenFactory screens, Func<Actor, AccountId, GateId, Task<Reading<Account>>> step)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        return AccountId.TryParse(account, out var id) && GateId.TryParse(form["gate"], out var gate)
            ? (await step(actor, id, gate)).ToPage(screen, _ => Results.LocalRedirect("/accounts"))
            : Page.Notice(screen, NoticeKind.NotFound);
    }

    private static async Task<IResult> InviteAsync(HttpContext context, ScreenFactory screens, AccountDesk accounts, InvitationDesk invitations)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var user = TypedText.Digits(form["user"]).Trim();
        if (!Enum.TryParse<Role>(form["role"], out var role) || !Enum.IsDefined(role))
            return await ShowAsync(context, screens, accounts, new() { UserName = user, Fault = InviteFault.RoleMissing });
        DirectorateId? into = DirectorateId.TryParse(form["directorate"], out var directorate) ? directorate : null;
        if (into is null && form["directorate"].Length > 0)
            return await ShowAsync(context, screens, accounts, new() { UserName = user, Role = role, Fault = InviteFault.DirectorateUnknown });
        return await invitations.InviteAsync(actor, user, role, context.RequestAborted, form["chain"], into) switch
        {
            InviteResult.Invited done => await ShowAsync(context, screens, accounts, new() { UserName = user, Role = role, Directorate = into, Link = LinkOf(context, done.Token), ExpiresAt = done.ExpiresAt }),
            InviteResult.NameInvalid => await ShowAsync(context, screens, accounts, new() { UserName = user, Role = role, Fault = InviteFault.NameInvalid }),
            InviteResult.NameTaken => await ShowAsync(context, screens, accounts, new() { UserName = user, Role = role, Fault = InviteFault.NameTaken }),
            InviteResult.DirectorateUnknown => await ShowAsync(context, screens, accounts, new() { UserName = user, Role = role, Fault = InviteFault.DirectorateUnknown }),
            InviteResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            InviteResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> RecoverAsync(string account, HttpContext context, ScreenFactory screens, AccountDesk accounts, RecoveryDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!AccountId.TryParse(account, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        return await desk.RecoverAsync(actor, id, context.RequestAborted) switch
        {
            RecoveryResult.Asked => await ShowAsync(context, screens, accounts, new() { RecoveryAsked = true }),
            RecoveryResult.Granted link => await ShowAsync(context, screens, accounts, new() { Link = LinkOf(context, link.Token), ExpiresAt = link.ExpiresAt }),
            RecoveryResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            RecoveryResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            RecoveryResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<IResult> CloseAsync(string account, HttpContext context, ScreenFactory screens, AccountDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        return AccountId.TryParse(account, out var id)
            ? (await desk.CloseAsync(actor, id, context.RequestAborted)).ToPage(screen, _ => Results.LocalRedirect("/accounts"))
            : Page.Notice(screen, NoticeKind.NotFound);
    }

    private static string LinkOf(HttpContext context, string token) =>
        $"{context.Request.Scheme}://{context.Request.Host}/invitation/{token}";
}
