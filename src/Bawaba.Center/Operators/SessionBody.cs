namespace Bawaba.Center.Operators;

/// <summary>Who is signed in, on the wire.</summary>
internal sealed record SessionBody(string Account, string UserName, string DisplayName, Role Role, string? Directorate, IReadOnlyList<Permission> Permissions)
{
    internal static SessionBody Of(Actor actor) =>
        new(actor.Account.ToString(), actor.UserName, actor.DisplayName, actor.Role, actor.Scope.Directorate?.Value, RoleTable.Of(actor.Role));
}
