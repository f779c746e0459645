// The actor's way through a ClaimsPrincipal, which is all that a page or circuit is given.
// Used by SessionAuthentication and Actor; promises that a principal of another scheme is never an actor.
using System.Security.Claims;
using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

internal static class ActorClaims
{
    private const string SessionClaim = "bawaba:session";
    private const string DisplayClaim = "bawaba:display-name";
    private const string DirectorateClaim = "bawaba:directorate";
    private const string AddressClaim = "bawaba:address";

    internal static ClaimsPrincipal Write(Actor actor) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, actor.Account.ToString()),
            new(ClaimTypes.Name, actor.UserName),
            new(ClaimTypes.Role, actor.Role.ToString()),
            new(SessionClaim, actor.Session.ToString()),
            new(DisplayClaim, actor.DisplayName),
            new(DirectorateClaim, actor.Scope.Directorate?.Value ?? ""),
            new(AddressClaim, actor.Address),
        ],
        SessionAuthentication.SchemeName));

    internal static Actor? Read(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true, AuthenticationType: SessionAuthentication.SchemeName } identity)
            return null;
        var valid = AccountId.TryParse(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var account)
            & SessionId.TryParse(identity.FindFirst(SessionClaim)?.Value, out var session)
            & Enum.TryParse<Role>(identity.FindFirst(ClaimTypes.Role)?.Value, out var role);
        var directorate = identity.FindFirst(DirectorateClaim)?.Value;
        // Without its claim nobody is taken for the joint room.
        valid &= directorate is "" || DirectorateId.TryParse(directorate, out _);
        return !valid ? null : new Actor
        {
            Account = account,
            UserName = identity.Name ?? "",
            DisplayName = identity.FindFirst(DisplayClaim)?.Value ?? "",
            Role = role,
            Scope = Scope.Of(role, directorate is { Length: > 0 } ? DirectorateId.Parse(directorate) : null),
            Session = session,
            Address = identity.FindFirst(AddressClaim)?.Value ?? "",
        };
    }
}
