// Asked by every desk verb: may this actor do this, now? Promises to look at the store, not at what a page or a
// circuit remembers: a session ended or an account closed a moment ago is refused. Whoever asks for what the role may not do
// is written into the log.
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

internal sealed class SessionGuard(CenterStore store, AuditLog audit, TimeProvider time)
{
    internal async Task<bool> AllowsAsync(Actor actor, Permission permission, CancellationToken cancellation)
    {
        if (await MayAsync(actor, permission, cancellation))
            return true;
        // Refused all the same where the log cannot be written.
        await audit.TryWriteAsync(new(AuditAct.Refused, actor.ForAudit(), permission.ToString()), cancellation);
        return false;
    }

    /// <summary>The same without a trace: for choosing between two ways of which either may be allowed.</summary>
    internal async Task<bool> MayAsync(Actor actor, Permission permission, CancellationToken cancellation) =>
        await RoleOfAsync(actor, cancellation) is { } role && role == actor.Role && RoleTable.Allows(role, permission);

    /// <summary>The session stands, whatever its role may do.</summary>
    internal async Task<bool> StandsAsync(Actor actor, CancellationToken cancellation) => await RoleOfAsync(actor, cancellation) is not null;

    private Task<Role?> RoleOfAsync(Actor actor, CancellationToken cancellation) => store.ReadAsync(
        connection => OperatorSql.RoleOf(connection, actor.Session, actor.Account, time.GetUtcNow()), cancellation);
}
