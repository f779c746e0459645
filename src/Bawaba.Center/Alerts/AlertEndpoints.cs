// /api/alerts: reading, and the verbs as plain POSTs with If-Match. A stale version, a decided alert and a step out of
// order are 409 with the alert as it is now; no If-Match is 428.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Alerts;

internal static class AlertEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").RequireAuthorization(nameof(Permission.SeeAlerts));
        alerts.MapGet("", ListAsync);
        alerts.MapGet("/calling", async (AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.CallingAsync(context.Actor(), cancellation), calling => calling.Select(CallingBody.Of).ToArray()));
        alerts.MapGet("/{id}", FindAsync);
        alerts.MapGet("/{id}/crop", (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            PictureAsync(id, AlertPicture.Crop, desk, context, cancellation));
        alerts.MapGet("/{id}/overview", (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            PictureAsync(id, AlertPicture.Overview, desk, context, cancellation));
        FrameEndpoints.Map(alerts);
        // The desk decides who may what: a commander works what went on to them.
        var work = alerts.MapGroup("/{id}");
        work.MapPost("/answer", (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            ActAsync(id, context, (alert, version) => desk.AnswerAsync(context.Actor(), alert, version, cancellation)));
        work.MapPost("/first-look", (string id, FirstLookBody body, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            Enum.IsDefined(body.Verdict)
                ? ActAsync(id, context, (alert, version) => desk.FirstLookAsync(context.Actor(), alert, version, body.Verdict, cancellation))
                : BadRequest());
        work.MapPost("/confirm", (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            ActAsync(id, context, (alert, version) => desk.ConfirmAsync(context.Actor(), alert, version, cancellation)));
        work.MapPost("/reject", (string id, RejectBody body, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            Enum.IsDefined(body.Reason)
                ? ActAsync(id, context, (alert, version) => desk.RejectAsync(context.Actor(), alert, version, body.Reason, cancellation))
                : BadRequest());
        work.MapPost("/close", (string id, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
            ActAsync(id, context, (alert, version) => desk.CloseAsync(context.Actor(), alert, version, cancellation)));
    }

    private static async Task<IResult> ListAsync(
        bool? undecided, string? gate, int? limit, string[] id, AlertDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (id.Length > 0)
            return await TheseAsync(id, desk, context, cancellation);
        var query = new AlertQuery { UndecidedOnly = undecided ?? false, Limit = limit ?? new AlertQuery().Limit };
        if (gate is not null)
        {
            if (!GateId.TryParse(gate, out var only))
                return TypedResults.BadRequest();
            query = query with { Gate = only };
        }
        return Answers.Of(await desk.ListAsync(context.Actor(), query, cancellation), AlertsBody.Of);
    }

    // ?id=…&id=…: rows of a list that have changed.
    private static async Task<IResult> TheseAsync(string[] ids, AlertDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var alerts = new List<AlertId>();
        foreach (var id in ids)
        {
            if (!AlertId.TryParse(id, out var alert) || alerts.Count == AlertQuery.MostTogether)
                return TypedResults.BadRequest();
            alerts.Add(alert);
        }
        return Answers.Of(await desk.TheseAsync(context.Actor(), alerts, cancellation), AlertsBody.Of);
    }

    private static async Task<IResult> FindAsync(string id, AlertDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!AlertId.TryParse(id, out var alert))
            return TypedResults.NotFound();
        var reading = await desk.FindAsync(context.Actor(), alert, cancellation);
        if (reading is Reading<Alert>.Granted granted)
            SetETag(context, granted.Value);
        return Answers.Of(reading, AlertBody.Of);
    }

    private static async Task<IResult> PictureAsync(
        string id, AlertPicture picture, AlertDesk desk, HttpContext context, CancellationToken cancellation) =>
        AlertId.TryParse(id, out var alert)
            ? Answers.Picture(await desk.PictureAsync(context.Actor(), alert, picture, cancellation))
            : TypedResults.NotFound();

    private static async Task<IResult> ActAsync(string id, HttpContext context, Func<AlertId, long, Task<AlertResult>> act)
    {
        if (!AlertId.TryParse(id, out var alert))
            return TypedResults.NotFound();
        var match = context.Request.Headers.IfMatch.ToString();
        if (match.Length == 0)
            return TypedResults.StatusCode(StatusCodes.Status428PreconditionRequired);
        if (!long.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return TypedResults.BadRequest();
        return ToAnswer(await act(alert, version), context);
    }

    private static IResult ToAnswer(AlertResult result, HttpContext context) => result switch
    {
        AlertResult.Done(var alert) => Ok(context, alert),
        AlertResult.DoneBefore(var alert) => Ok(context, alert),
        AlertResult.AlreadyClosed(var alert) => Conflict(context, alert, "already-closed"),
        AlertResult.Stale(var alert) => Conflict(context, alert, "stale"),
        AlertResult.OutOfOrder(var alert) => Conflict(context, alert, "out-of-order"),
        AlertResult.EntryEnded(var alert) => Conflict(context, alert, "entry-ended"),
        AlertResult.SameAccount => TypedResults.Json(new RefusalBody("same-account", null), statusCode: StatusCodes.Status403Forbidden),
        AlertResult.NotAllowed => TypedResults.Forbid(),
        AlertResult.NotFound => TypedResults.NotFound(),
        AlertResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };

    private static IResult Ok(HttpContext context, Alert alert)
    {
        SetETag(context, alert);
        return TypedResults.Ok(AlertBody.Of(alert));
    }

    private static IResult Conflict(HttpContext context, Alert alert, string code)
    {
        SetETag(context, alert);
        return TypedResults.Conflict(new RefusalBody(code, AlertBody.Of(alert)));
    }

    private static Task<IResult> BadRequest() => Task.FromResult<IResult>(TypedResults.BadRequest());

    private static void SetETag(HttpContext context, Alert alert) =>
        context.Response.Headers.ETag = $"\"{alert.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
