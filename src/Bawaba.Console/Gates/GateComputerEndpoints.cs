// The page of a gate's own computer. The desk authorises; where this center has no door for gates there is no such page.
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Intake;
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
        endpoints.MapGet("/gates/{id}/computer", (string id, HttpContext context) =>
            WithAsync(id, context, (_, _, gate) => Task.FromResult(new Step(new() { Gate = gate })))).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/code", (string id, HttpContext context) => WithAsync(id, context, CodeAsync)).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/release", (string id, HttpContext context) =>
            WithAsync(id, context, (desk, actor, gate) => StepAsync(gate, desk.ReleaseAsync(actor, gate.Id, context.RequestAborted)))).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/revoke", (string id, HttpContext context) =>
            WithAsync(id, context, (desk, actor, gate) => StepAsync(gate, desk.RevokeAsync(actor, gate.Id, context.RequestAborted)))).AllowAnonymous();
        endpoints.MapPost("/gates/{id}/computer/list", (string id, HttpContext context) => WithAsync(id, context, (_, actor, gate) => ListAsync(context, actor, gate))).AllowAnonymous();
    }

    private static async Task<Step> ListAsync(HttpContext context, Actor actor, Gate gate) =>
        await context.RequestServices.GetRequiredService<CarriedListDesk>().MakeAsync(actor, gate.Id, context.RequestAborted) switch
        {
            CarriedListResult.Made made => new(null) { File = Results.Bytes(made.File, "application/octet-stream", $"{gate.Id}.bawaba-list") },
            CarriedListResult.NotReleased => new(new() { Gate = gate, Fault = ComputerFault.NothingToDo }),
            CarriedListResult.AuditUnavailable => new(null, NoticeKind.AuditUnavailable),
            CarriedListResult.NotAllowed => new(null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // Signs in, finds the gate, takes the step, shows how things stand now.
    private static async Task<IResult> WithAsync(string id, HttpContext context, Func<EnrolmentDesk, Actor, Gate, Task<Step>> take)
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
        var step = await take(desk, actor, gate);
        if (step.File is { } file)
            return file;
        if (step.View is not { } view)
            return Page.Notice(screen, step.Notice);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, all => Page.Show<GateComputerPage, GateComputerView>(
            screen,
            view with { Membership = all.FirstOrDefault(m => m.Gate == gate.Id) },
            view.Fault == ComputerFault.None ? StatusCodes.Status200OK : StatusCodes.Status409Conflict));
    }

    // Not cancelled with the request: a code that was made and not shown would be lost.
    private static async Task<Step> CodeAsync(EnrolmentDesk desk, Actor actor, Gate gate) =>
        await desk.IssueCodeAsync(actor, gate.Id, CancellationToken.None) switch
        {
            CodeResult.Issued issued => new(new() { Gate = gate, Code = issued.Code, CodeExpiresAt = issued.ExpiresAt }),
            CodeResult.GateUnknown => new(new() { Gate = gate, Fault = ComputerFault.GateUnknown }),
            CodeResult.AuditUnavailable => new(null, NoticeKind.AuditUnavailable),
            CodeResult.NotAllowed => new(null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Step> StepAsync(Gate gate, Task<MembershipResult> step) => await step switch
    {
        MembershipResult.Done => new(new() { Gate = gate }),
        MembershipResult.SamePerson => new(new() { Gate = gate, Fault = ComputerFault.SamePerson }),
        MembershipResult.NothingToDo => new(new() { Gate = gate, Fault = ComputerFault.NothingToDo }),
        MembershipResult.AuditUnavailable => new(null, NoticeKind.AuditUnavailable),
        MembershipResult.NotAllowed => new(null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private readonly record struct Step(GateComputerView? View, NoticeKind Notice = NoticeKind.NotAllowed)
    {
        public IResult? File { get; init; }
    }
}
