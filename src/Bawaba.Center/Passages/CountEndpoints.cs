// GET /api/counts?from=…&until=…&step=…&gate=…
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Passages;

internal static class CountEndpoints
{
    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/counts", SumsAsync).RequireAuthorization(nameof(Permission.SeeCounts));

    private static async Task<IResult> SumsAsync(
        DateTimeOffset from, DateTimeOffset until, int? step, string? gate, CountDesk desk, HttpContext context, CancellationToken cancellation)
    {
        GateId? only = null;
        if (gate is not null)
        {
            if (!GateId.TryParse(gate, out var id))
                return TypedResults.BadRequest();
            only = id;
        }
        var query = new CountQuery { Gate = only, FromAt = from, UntilAt = until, StepMinutes = step ?? 1 };
        return CountDesk.FaultOf(query) is null
            ? Answers.Of(await desk.SumsAsync(context.Actor(), query, cancellation), sums => new CountsBody(sums))
            : TypedResults.BadRequest();
    }
}
