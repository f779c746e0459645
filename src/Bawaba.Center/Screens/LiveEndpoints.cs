// GET /api/live: server-sent events. `reload` first and after a loss, `change` for each change, `beat` each second: a
// screen that has heard no beat for 5 s is frozen and says so.
using Bawaba.Center.Operators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Screens;

internal static class LiveEndpoints
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/live", Open).RequireAuthorization();

    private static IResult Open(LiveConnections connections, LiveStream stream, HttpContext context)
    {
        var actor = context.Actor();
        if (connections.TryEnter(actor.Account) is not { } slot)
        {
            context.Response.Headers.RetryAfter = "5";
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        context.Response.RegisterForDispose(slot);
        return TypedResults.ServerSentEvents(stream.ReadAsync(actor, context.RequestAborted));
    }
}
