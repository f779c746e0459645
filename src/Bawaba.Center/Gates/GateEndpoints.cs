// /api/gates, /api/sources and a camera's picture.
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Gates;

internal static class GateEndpoints
{
    private const int DefaultPictureWidthPx = 640;

    internal static void Map(IEndpointRouteBuilder api)
    {
        var gates = api.MapGroup("/gates").RequireAuthorization(nameof(Permission.SeeGates));
        gates.MapGet("", ListAsync);
        gates.MapGet("/{gate}", FindAsync);
        gates.MapGet("/{gate}/cameras/{camera}/picture", PictureAsync)
            .RequireAuthorization(nameof(Permission.SeeCameraPictures))
            .RequireRateLimiting(ApiLimits.Pictures);
        gates.MapPost("/{gate}/cut-off/seen", AcknowledgeAsync);
        api.MapGet("/sources", Sources).RequireAuthorization(nameof(Permission.SeeGates));
    }

    private static async Task<IResult> ListAsync(GateDesk desk, HttpContext context, CancellationToken cancellation) =>
        Answers.Of(await desk.ListAsync(context.Actor(), cancellation), views => new GatesBody(views.Select(GateBody.Of).ToArray()));

    private static async Task<IResult> FindAsync(string gate, GateDesk desk, HttpContext context, CancellationToken cancellation) =>
        GateId.TryParse(gate, out var id)
            ? Answers.Of(await desk.FindAsync(context.Actor(), id, cancellation), GateBody.Of)
            : TypedResults.NotFound();

    private static async Task<IResult> AcknowledgeAsync(string gate, GateDesk desk, HttpContext context, CancellationToken cancellation) =>
        GateId.TryParse(gate, out var id)
            ? Answers.Of(await desk.AcknowledgeCutOffAsync(context.Actor(), id, cancellation), GateBody.Of)
            : TypedResults.NotFound();

    private static async Task<IResult> PictureAsync(
        string gate, string camera, int? width, GateDesk desk, HttpContext context, CancellationToken cancellation) =>
        GateId.TryParse(gate, out var gateId) && CameraId.TryParse(camera, out var cameraId)
            ? Answers.Picture(
                await desk.SnapshotAsync(context.Actor(), gateId, cameraId, width ?? DefaultPictureWidthPx, cancellation))
            : TypedResults.NotFound();

    // The files are the whole room's, and a fault may name any of its gates.
    private static IResult Sources(SourceBoard board, HttpContext context) =>
        TypedResults.Ok(new SourcesBody(context.Actor().Scope.IsWhole ? board.Reports : []));
}
