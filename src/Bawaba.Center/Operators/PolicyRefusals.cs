// Writes down what an endpoint's policy refuses, as desks do with what they refuse. Called by the authorization middleware. Promises: of a
// person who is signed in no attempt goes unwritten because a policy stood before the desk; it is refused all the same where the log fails.
using Bawaba.Center.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Bawaba.Center.Operators;

internal sealed class PolicyRefusals(AuditLog audit) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _answers = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && Actor.From(context.User) is { } actor)
            await audit.TryWriteAsync(new(AuditAct.Refused, actor.ForAudit(), LackedBy(actor, context)), context.RequestAborted);
        await _answers.HandleAsync(next, context, policy, authorizeResult);
    }

    // Policies are named after permissions.
    private static string LackedBy(Actor actor, HttpContext context) => (context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [])
        .Select(d => d.Policy).FirstOrDefault(p => Enum.TryParse<Permission>(p, out var permission) && !actor.Can(permission)) ?? "";
}
