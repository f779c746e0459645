namespace Bawaba.Center.Operators;

/// <summary>Who is signed in, on the wire.</summary>
internal sealed record SessionBody(string Account, string UserName, string DisplayName, Role Role, IReadOnlyList<Permission> Permissions)
{
    internal static SessionBody Of(Actor actor) =>
        new(actor.Account.ToString(), actor.UserName, actor.DisplayName, actor.Role, RoleTable.Of(actor.Role));
}
