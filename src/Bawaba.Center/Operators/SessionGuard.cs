// Asked by every desk verb: may this actor do this, now? Promises to look at the store, not at what a page or a
// circuit remembers: a session ended or an account closed a moment ago is refused.
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

internal sealed class SessionGuard(CenterStore store, TimeProvider time)
{
    internal async Task<bool> AllowsAsync(Actor actor, Permission permission, CancellationToken cancellation) =>
        await RoleOfAsync(actor, cancellation) is { } role && role == actor.Role && RoleTable.Allows(role, permission);

    /// <summary>The session stands, whatever its role may do.</summary>
    internal async Task<bool> StandsAsync(Actor actor, CancellationToken cancellation) => await RoleOfAsync(actor, cancellation) is not null;

    private Task<Role?> RoleOfAsync(Actor actor, CancellationToken cancellation) => store.ReadAsync(
        connection => OperatorSql.RoleOf(connection, actor.Session, actor.Account, time.GetUtcNow()), cancellation);
}
