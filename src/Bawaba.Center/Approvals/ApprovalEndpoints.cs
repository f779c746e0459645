// /api/passkeys and /api/key-ring: one's own passkeys, and whose approvals count. Asked by the module passkeys.js.
using System.Buffers.Text;
using System.Diagnostics;
using Bawaba.Center.Operators;
using Bawaba.Proof.Passkeys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Approvals;

internal static class ApprovalEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var passkeys = api.MapGroup("/passkeys").RequireAuthorization(nameof(Permission.HavePasskeys));
        passkeys.MapPost("/ask", async (PasskeyDesk desk, HttpContext context, CancellationToken cancellation) =>
            Of(await desk.AskAsync(context.Actor(), cancellation)));
        passkeys.MapPost("", AddAsync);
        var ring = api.MapGroup("/key-ring").RequireAuthorization(nameof(Permission.SignKeyRing));
        ring.MapPost("/ask", async (KeyRingDesk desk, HttpContext context, CancellationToken cancellation) =>
            Of(await desk.AskAsync(context.Actor(), cancellation)));
        ring.MapPost("/approve", async (ApprovalAnswer answer, KeyRingDesk desk, HttpContext context, CancellationToken cancellation) =>
            Of(await desk.SignAsync(context.Actor(), answer, cancellation)));
    }

    /// <summary>What an approval's outcome is over HTTP. A refusal by a rule is a conflict and says its coded word.</summary>
    internal static IResult Of(ApprovalResult result) => result switch
    {
        ApprovalResult.Asked asked => TypedResults.Ok(asked.Question),
        ApprovalResult.Approved approved => TypedResults.Ok(new ApprovedBody(approved.Documents)),
        ApprovalResult.NotAllowed => TypedResults.Forbid(),
        ApprovalResult.Gone => TypedResults.NotFound(),
        ApprovalResult.Refused refused => TypedResults.Conflict(new WhyBody(refused.Why)),
        ApprovalResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };

    private static async Task<IResult> AddAsync(PasskeyBody body, PasskeyDesk desk, HttpContext context, CancellationToken cancellation)
    {
        PasskeyRegistration registration;
        try
        {
            registration = new() { AttestationObject = Base64Url.DecodeFromChars(body.Attestation), ClientDataJson = Base64Url.DecodeFromChars(body.ClientData) };
        }
        catch (FormatException)
        {
            return TypedResults.BadRequest();
        }
        return Of(await desk.AddAsync(context.Actor(), body.Id, body.Label, registration, cancellation));
    }

    private static IResult Of(PasskeyResult result) => result switch
    {
        PasskeyResult.Asked asked => TypedResults.Ok(asked.Question),
        PasskeyResult.Done => TypedResults.NoContent(),
        PasskeyResult.NotAllowed => TypedResults.Forbid(),
        PasskeyResult.TooLate => TypedResults.NotFound(),
        PasskeyResult.Unfit => TypedResults.UnprocessableEntity(),
        PasskeyResult.NoHostName => TypedResults.Conflict(new WhyBody("no-host-name")),
        PasskeyResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
