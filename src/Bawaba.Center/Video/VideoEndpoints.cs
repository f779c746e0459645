// GET /api/gates/{gate}/cameras/{camera}/live: a WebSocket (VideoSocket says what comes over it).
using System.Diagnostics;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Video;

internal static class VideoEndpoints
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/gates/{gate}/cameras/{camera}/live", OpenAsync)
        .RequireAuthorization(nameof(Permission.SeeCameraPictures));

    private static async Task<IResult> OpenAsync(
        string gate, string camera, VideoDesk desk, VideoConnections connections, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return TypedResults.StatusCode(StatusCodes.Status426UpgradeRequired);
        if (!GateId.TryParse(gate, out var gateId) || !CameraId.TryParse(camera, out var cameraId))
            return TypedResults.NotFound();
        var actor = context.Actor();
        using var slot = connections.Slots.TryEnter(actor.Account);
        if (slot is null)
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        switch (await desk.WatchAsync(actor, gateId, cameraId, cancellation))
        {
            case Reading<VideoWatch>.NotAllowed:
                return TypedResults.Forbid();
            case Reading<VideoWatch>.NotFound:
                return TypedResults.NotFound();
            case Reading<VideoWatch>.AuditUnavailable:
                return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case Reading<VideoWatch>.Granted(var watch):
                try
                {
                    using var socket = await context.WebSockets.AcceptWebSocketAsync();
                    await new VideoSocket(socket, desk, actor, time).ShowAsync(watch, cancellation);
                }
                finally
                {
                    await desk.EndAsync(actor, watch);
                }
                return TypedResults.Empty;
            default:
                throw new UnreachableException();
        }
    }
}
