// What a desk's reading is over HTTP. Used by every module's endpoints. Promises: exhaustive, and nothing that shows
// a plate or a place's state is stored on its way.
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Bawaba.Center.Operators;

internal static class Answers
{
    /// <summary>Who calls. Endpoints stand behind a policy: there is one.</summary>
    internal static Actor Actor(this HttpContext context) =>
        Bawaba.Center.Operators.Actor.From(context.User) ?? throw new InvalidOperationException("an endpoint of the center without authorization");

    internal static IResult Of<T, TBody>(Reading<T> reading, Func<T, TBody> body) => reading switch
    {
        Reading<T>.Granted granted => TypedResults.Ok(body(granted.Value)),
        Reading<T>.NotAllowed => TypedResults.Forbid(),
        Reading<T>.NotFound => TypedResults.NotFound(),
        Reading<T>.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };

    internal static IResult Picture(Reading<byte[]> reading) => reading switch
    {
        Reading<byte[]>.Granted granted => TypedResults.Bytes(granted.Value, "image/jpeg"),
        Reading<byte[]>.NotAllowed => TypedResults.Forbid(),
        Reading<byte[]>.NotFound => TypedResults.NotFound(),
        Reading<byte[]>.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
