// Who acts: goes into every desk verb, so that desks authorise and the audit log names a person, never a page.
// Made by SessionAuthentication from a valid cookie; pages take it from their ClaimsPrincipal.
using System.Security.Claims;
using Bawaba.Center.Audit;

namespace Bawaba.Center.Operators;

/// <summary>A signed-in person, as verbs and the audit log need to know them.</summary>
public sealed record Actor
{
    public required AccountId Account { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    /// <summary>What of the room the person sees and acts on. For hiding the rest: the guard looks at the store.</summary>
    public required Scope Scope { get; init; }

    public required SessionId Session { get; init; }

    /// <summary>Network address of this request.</summary>
    public required string Address { get; init; }

    /// <summary>Whether the role allows it. For hiding what cannot be used: the desks check again, with the session.</summary>
    public bool Can(Permission permission) => RoleTable.Allows(Role, permission);

    /// <summary>The actor behind a principal that <see cref="SessionAuthentication"/> made; null for anybody else.</summary>
    public static Actor? From(ClaimsPrincipal principal) => ActorClaims.Read(principal);

    /// <summary>The same person as the audit log writes them.</summary>
    public AuditActor ForAudit() => new()
    {
        Account = Account.ToString(),
        Role = Role.ToString(),
        Session = Session.ToString(),
        Address = Address,
    };
}
