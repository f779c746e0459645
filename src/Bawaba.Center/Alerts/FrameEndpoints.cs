// /api/alerts/{id}/frames: which further pictures there are, and each by kind and number. Promises: a picture is in the audit log
// before it is shown, and is stored by nobody on its way.
using System.Globalization;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Alerts;

internal static class FrameEndpoints
{
    internal static void Map(IEndpointRouteBuilder alerts)
    {
        alerts.MapGet("/{id}/frames", async (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            AlertId.TryParse(id, out var alert) ? Answers.Of(await desk.FramesAsync(context.Actor(), alert, cancellation), FramesBody.Of) : TypedResults.NotFound());
        alerts.MapGet("/{id}/frames/crop/{number}", (string id, string number, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            FrameAsync(id, FrameKind.Crop, number, desk, context, cancellation));
        alerts.MapGet("/{id}/frames/clip/{number}", (string id, string number, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            FrameAsync(id, FrameKind.Clip, number, desk, context, cancellation));
    }

    private static async Task<IResult> FrameAsync(string id, FrameKind kind, string number, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
        AlertId.TryParse(id, out var alert) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? Answers.Picture(await desk.FrameAsync(context.Actor(), alert, kind, place, cancellation))
            : TypedResults.NotFound();
}
