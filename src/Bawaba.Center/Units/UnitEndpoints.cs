// /api/units: reading for the room, commands and positions of crews' phones. /api/unit-positions: what trackers' servers bring, with a
// bearer token instead of a session.
using System.Diagnostics;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Units;

internal static class UnitEndpoints
{
    // 500 positions of at most a hundred and twenty characters.
    private const int MaxFeedBytes = 60 * 1024;
    private const string Bearer = "Bearer ";

    internal static void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/units");
        units.MapGet("", ListAsync).RequireAuthorization(nameof(Permission.SeeUnits));
        units.MapGet("/calling", async (UnitDesk desk, HttpContext context, CancellationToken cancellation) =>
            Answers.Of(await desk.CallingAsync(context.Actor(), cancellation), calling => calling.Select(OverdueBody.Of).ToArray())).RequireAuthorization(nameof(Permission.WorkUnits));
        units.MapGet("/{id}", FindAsync).RequireAuthorization(nameof(Permission.SeeUnits));
        units.MapPost("/{id}/commands", CommandAsync).RequireAuthorization(nameof(Permission.CrewUnit));
        units.MapPost("/{id}/position", PositionAsync).RequireAuthorization(nameof(Permission.CrewUnit));
        api.MapPost("/unit-positions", FeedAsync).WithMetadata(new RequestSizeLimitAttribute(MaxFeedBytes));
    }

    private static async Task<IResult> ListAsync(UnitDesk desk, HttpContext context, CancellationToken cancellation) =>
        Answers.Of(await desk.ListAsync(context.Actor(), cancellation), units => units.Select(UnitBody.Of).ToArray());

    private static async Task<IResult> FindAsync(string id, UnitDesk desk, HttpContext context, CancellationToken cancellation) =>
        UnitId.TryParse(id, out var unit) ? Answers.Of(await desk.FindAsync(context.Actor(), unit, cancellation), UnitBody.Of) : TypedResults.NotFound();

    private static async Task<IResult> CommandAsync(string id, CommandBody body, CrewDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!UnitId.TryParse(id, out var unit))
            return TypedResults.NotFound();
        var assignment = default(AssignmentId?);
        if (!string.IsNullOrEmpty(body.Assignment))
        {
            if (!AssignmentId.TryParse(body.Assignment, out var named))
                return TypedResults.UnprocessableEntity();
            assignment = named;
        }
        return ToAnswer(await desk.CommandAsync(context.Actor(), unit, new() { Id = body.CommandId, Verb = body.Verb, At = body.At, Assignment = assignment }, cancellation));
    }

    private static async Task<IResult> PositionAsync(string id, PositionBody body, CrewDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (!UnitId.TryParse(id, out var unit))
            return TypedResults.NotFound();
        return body is { Latitude: { } latitude, Longitude: { } longitude, At: { } at } && Coordinates.TryMake(latitude, longitude, out var point)
            ? ToAnswer(await desk.ReportPositionAsync(context.Actor(), unit, point, body.AccuracyMetres, at, cancellation))
            : TypedResults.UnprocessableEntity();
    }

    private static IResult ToAnswer(CommandResult result) => result switch
    {
        CommandResult.Answered answered => TypedResults.Ok(CommandAnswerBody.Of(answered)),
        CommandResult.Unfit => TypedResults.UnprocessableEntity(),
        CommandResult.NotAllowed => TypedResults.Forbid(),
        CommandResult.NotFound => TypedResults.NotFound(),
        CommandResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };

    // The token is looked at before the body is read.
    private static async Task<IResult> FeedAsync(PositionIntake intake, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
        if (await intake.FeedOfAsync(token, ClientAddress.Of(context), cancellation) is not { } feed)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }
        if (await BodyAsync(context, cancellation) is not { } bodies)
            return TypedResults.BadRequest();
        if (bodies.Length > UnitRules.MaxBatch)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var now = time.GetUtcNow();
        var reports = bodies.Select(b => PositionReport.Of(b, now)).OfType<PositionReport>().ToList();
        await intake.TakeAsync(feed.Scope, $"unit-feed/{feed.Id}", reports, cancellation);
        return TypedResults.Ok(new FeedAnswerBody(bodies.Length, bodies.Length - reports.Count));
    }

    private static async Task<PositionBody?[]?> BodyAsync(HttpContext context, CancellationToken cancellation)
    {
        try
        {
            return await context.Request.ReadFromJsonAsync(CenterJson.Default.PositionBodyArray, cancellation);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
