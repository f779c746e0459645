// /api/session: who am I, sign in, sign out.
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Operators;

internal static class SessionEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session");
        session.MapGet("", Show).RequireAuthorization();
        session.MapPost("", SignInAsync).RequireRateLimiting(ApiLimits.SignIn);
        session.MapDelete("", SignOutAsync).RequireAuthorization();
    }

    private static Results<Ok<SessionBody>, UnauthorizedHttpResult> Show(HttpContext context) =>
        Actor.From(context.User) is { } actor ? TypedResults.Ok(SessionBody.Of(actor)) : TypedResults.Unauthorized();

    private static async Task<IResult> SignInAsync(
        SignInBody body, SignInDesk desk, HttpContext context, CancellationToken cancellation)
    {
        var result = await desk.SignInAsync(body.UserName, body.Password, body.Code, ClientAddress.Of(context), cancellation);
        switch (result)
        {
            case SignInResult.SignedIn signedIn:
                SessionCookie.Append(context, signedIn);
                return TypedResults.Ok(new SignedInBody(signedIn.Session.ExpiresAt));
            case SignInResult.Refused:
                return TypedResults.Unauthorized();
            case SignInResult.SecondFactorNeeded needed:
                return TypedResults.Json(new(needed.Secret, needed.Uri), CenterJson.Default.SecondFactorBody, statusCode: StatusCodes.Status428PreconditionRequired);
            case SignInResult.LockedOut locked:
                context.Response.Headers.RetryAfter = Math.Ceiling(locked.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            case SignInResult.AuditUnavailable:
                return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<Results<NoContent, UnauthorizedHttpResult>> SignOutAsync(
        SignInDesk desk, HttpContext context, CancellationToken cancellation)
    {
        if (Actor.From(context.User) is not { } actor)
            return TypedResults.Unauthorized();
        await desk.SignOutAsync(actor, cancellation);
        SessionCookie.Delete(context);
        return TypedResults.NoContent();
    }
}
