// /api/watchlist: the list, the verbs on entries, and their approval. Each verb says which version of the entry it means.
using System.Diagnostics;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Watchlists;

internal static class WatchlistEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        // The desks decide who may what: an urgent entry is for other people than the rest of the list.
        var list = api.MapGroup("/watchlist").RequireAuthorization();
        list.MapGet("", async (WatchlistDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.ListAsync(context.Actor(), cancellation), view => view));
        list.MapGet("/urgent", async (WatchlistDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.UrgentAsync(context.Actor(), cancellation), view => view));
        list.MapPost("", async (EntryDraft draft, long? version, EntryDesk desk, HttpContext context, CancellationToken cancellation) =>
            Of(await desk.DraftAsync(context.Actor(), draft, version ?? 0, cancellation)));
        list.MapPost("/{id}/{step}", StepAsync);
        ImportEndpoints.Map(list);
        DocumentEndpoints.Map(list);
        list.MapPost("/ask", AskAsync);
        list.MapPost("/approve", async (ApprovalAnswer answer, EntryDesk desk, HttpContext context, CancellationToken cancellation) =>
            ApprovalEndpoints.Of(await desk.ApproveAsync(context.Actor(), answer, cancellation)));
        list.MapPost("/review/ask", async (ListReviewDesk desk, HttpContext context, CancellationToken cancellation) =>
            ApprovalEndpoints.Of(await desk.AskAsync(context.Actor(), cancellation)));
        list.MapPost("/review/approve", async (ApprovalAnswer answer, ListReviewDesk desk, HttpContext context, CancellationToken cancellation) =>
            ApprovalEndpoints.Of(await desk.ApproveAsync(context.Actor(), answer, cancellation)));
    }

    private static async Task<IResult> StepAsync(string id, string step, long version, EntryDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!EntryId.TryParse(id, out var entry))
            return TypedResults.NotFound();
        var actor = context.Actor();
        return step switch
        {
            "submit" => Of(await desk.SubmitAsync(actor, entry, version, cancellation)),
            "return" => Of(await desk.ReturnAsync(actor, entry, version, cancellation)),
            "suspend" => Of(await desk.SuspendAsync(actor, entry, version, cancellation)),
            "resume" => Of(await desk.ResumeAsync(actor, entry, version, cancellation)),
            "remove" => Of(await desk.RemoveAsync(actor, entry, version, cancellation)),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<IResult> AskAsync(IReadOnlyList<string> ids, EntryDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var entries = new List<EntryId>(ids.Count);
        foreach (var text in ids)
        {
            if (!EntryId.TryParse(text, out var id))
                return TypedResults.NotFound();
            entries.Add(id);
        }
        return ApprovalEndpoints.Of(await desk.AskAsync(context.Actor(), entries, cancellation));
    }

    private static IResult Of(EntryResult result) => result switch
    {
        EntryResult.Done done => TypedResults.Ok(new LawStepBody(done.Entry.Id.Value, done.Entry.Version, done.Entry.State.ToString())),
        EntryResult.Faulty faulty => TypedResults.UnprocessableEntity(faulty.Faults),
        EntryResult.NotAllowed => TypedResults.Forbid(),
        EntryResult.NotFound => TypedResults.NotFound(),
        EntryResult.Stale => TypedResults.Conflict(new WhyBody("stale")),
        EntryResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
