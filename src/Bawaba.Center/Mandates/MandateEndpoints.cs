// /api/mandates: the book of orders, the verbs on them, and their approval. Each verb says which version of the order it means.
using System.Diagnostics;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Mandates;

internal static class MandateEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/mandates").RequireAuthorization(nameof(Permission.SeeMandates));
        orders.MapGet("", async (ActivationDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.ListAsync(context.Actor(), cancellation), list => list));
        orders.MapPost("", async (OrderDraft draft, long? version, MandateDesk desk, HttpContext context, CancellationToken cancellation) =>
            Of(await desk.DraftAsync(context.Actor(), draft, version ?? 0, cancellation)));
        orders.MapPost("/{id}/{step}", StepAsync);
        orders.MapPost("/approve", async (ApprovalAnswer answer, MandateDesk desk, HttpContext context, CancellationToken cancellation) =>
            ApprovalEndpoints.Of(await desk.ApproveAsync(context.Actor(), answer, cancellation)));
    }

    private static async Task<IResult> StepAsync(string id, string step, long? version, MandateDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!MandateId.TryParse(id, out var order))
            return TypedResults.NotFound();
        var (actor, known) = (context.Actor(), version ?? 0);
        return step switch
        {
            "submit" => Of(await desk.SubmitAsync(actor, order, known, cancellation)),
            "return" => Of(await desk.ReturnAsync(actor, order, known, cancellation)),
            "end" => Of(await desk.EndAsync(actor, order, known, cancellation)),
            "ask" => ApprovalEndpoints.Of(await desk.AskAsync(actor, order, cancellation)),
            _ => TypedResults.NotFound(),
        };
    }

    private static IResult Of(OrderResult result) => result switch
    {
        OrderResult.Done done => TypedResults.Ok(new LawStepBody(done.Order.Id.Value, done.Order.Version, done.Order.State.ToString())),
        OrderResult.Faulty faulty => TypedResults.UnprocessableEntity(faulty.Faults),
        OrderResult.NotAllowed => TypedResults.Forbid(),
        OrderResult.NotFound => TypedResults.NotFound(),
        OrderResult.Stale => TypedResults.Conflict(new WhyBody("stale")),
        OrderResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
