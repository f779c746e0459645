// The page of a gate's own computer. The desk authorises; where this center has no door for gates there is no such page.
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Console.Gates;

internal static class GateComputerEndpoints
{
    internal static void MapGateComputers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/gates/{id}/computer", (string id, HttpContext context) => WithAsync(id, context, (_, _, _) => Task.FromResult<GateComputerView?>(null))).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/code", (string id, HttpContext context) => WithAsync(id, context, CodeAsync)).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/release", (string id, HttpContext context) => WithAsync(id, context, (desk, actor, gate) => StepAsync(gate, desk.ReleaseAsync(actor, gate.Id, context.RequestAborted)))).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/revoke", (string id, HttpContext context) => WithAsync(id, context, (desk, actor, gate) => StepAsync(gate, desk.RevokeAsync(actor, gate.Id, context.RequestAborted)))).AllowAnonymous();
    }

    // Signs in, finds the gate, takes the step (null: none was asked, or it is not this person's), shows how things stand now.
    private static async Task<IResult> WithAsync(string id, HttpContext context, Func<EnrolmentDesk, Actor, Gate, Task<GateComputerView?>> step)
    {
        var services = context.RequestServices;
        var screen = services.GetRequiredService<ScreenFactory>().Begin(context) with { Path = $"/gates/{id}/computer" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (services.GetService<EnrolmentDesk>() is not { } desk || !GateId.TryParse(id, out var gateId))
            return Page.Notice(screen, NoticeKind.NotFound);
        var found = await services.GetRequiredService<GateDesk>().FindAsync(actor, gateId, context.RequestAborted);
        if (found is not Reading<GateView>.Granted { Value.Gate: var gate })
            return found.ToPage(screen, _ => throw new System.Diagnostics.UnreachableException());
        var posted = HttpMethods.IsPost(context.Request.Method);
        var done = await step(desk, actor, gate);
        if (posted && done is null)
            return Page.Notice(screen, NoticeKind.NotAllowed);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, all => Page.Show<GateComputerPage, GateComputerView>(
            screen,
            (done ?? new() { Gate = gate }) with { Membership = all.FirstOrDefault(m => m.Gate == gate.Id) },
            done is { Fault: not ComputerFault.None } ? StatusCodes.Status409Conflict : StatusCodes.Status200OK));
    }

    private static async Task<GateComputerView?> CodeAsync(EnrolmentDesk desk, Actor actor, Gate gate) =>
        await desk.IssueCodeAsync(actor, gate.Id, CancellationToken.None) switch
        {
            CodeResult.Issued issued => new() { Gate = gate, Code = issued.Code, CodeExpiresAt = issued.ExpiresAt },
            CodeResult.GateUnknown => new() { Gate = gate, Fault = ComputerFault.GateUnknown },
            _ => null,
        };

    private static async Task<GateComputerView?> StepAsync(Gate gate, Task<MembershipResult> step) => await step switch
    {
        MembershipResult.Done => new() { Gate = gate },
        MembershipResult.SamePerson => new() { Gate = gate, Fault = ComputerFault.SamePerson },
        MembershipResult.NothingToDo => new() { Gate = gate, Fault = ComputerFault.NothingToDo },
        _ => null,
    };
}
