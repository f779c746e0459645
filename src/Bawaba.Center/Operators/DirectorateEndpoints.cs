// /api/directorates: the register, and making one.
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Operators;

internal static class DirectorateEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var directorates = api.MapGroup("/directorates").RequireAuthorization(nameof(Permission.ManageAccounts));
        directorates.MapGet("", async (DirectorateDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.ListAsync(context.Actor(), cancellation), all => all.Select(Body).ToArray()));
        directorates.MapPost("", async (DirectorateBody body, DirectorateDesk desk, HttpContext context, CancellationToken cancellation) =>
            await desk.MakeAsync(context.Actor(), body.Id, body.Name?.Ar, body.Name?.En, cancellation) switch
            {
                DirectorateResult.Made made => TypedResults.Ok(Body(made.Directorate)),
                DirectorateResult.Unfit => TypedResults.UnprocessableEntity(),
                DirectorateResult.Taken => TypedResults.Conflict(),
                DirectorateResult.NotAllowed => TypedResults.Forbid(),
                DirectorateResult.AuditUnavailable => (IResult)TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
                _ => throw new UnreachableException(),
            });
    }

    private static DirectorateBody Body(Directorate directorate) => new(directorate.Id.Value, directorate.Name);
}
