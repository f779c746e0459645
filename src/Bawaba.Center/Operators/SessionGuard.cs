// Asked by every desk verb: may this actor do this, now, and on which part of the room? Promises to look at the store, not at what a
// page or a circuit remembers: a session ended, an account closed or moved a moment ago is refused. Whoever asks for what the role may
// not do, or for what is another directorate's, is written into the log; of the latter nobody is told that it exists.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Operators;

internal sealed class SessionGuard(CenterStore store, AuditLog audit, TimeProvider time)
{
    // A coded word of the log: it is there, and not theirs.
    private const string Outside = "another-directorates";

    /// <summary>On which part of the room the actor may do this; null: on none, and the log says so.</summary>
    internal async Task<Scope?> ScopeOfAsync(Actor actor, Permission permission, CancellationToken cancellation)
    {
        if (await MayAsync(actor, permission, cancellation))
            return actor.Scope;
        // Refused all the same where the log cannot be written.
        await audit.TryWriteAsync(new(AuditAct.Refused, actor.ForAudit(), permission.ToString()), cancellation);
        return null;
    }

    /// <summary>For what belongs to no directorate.</summary>
    internal async Task<bool> AllowsAsync(Actor actor, Permission permission, CancellationToken cancellation) =>
        await ScopeOfAsync(actor, permission, cancellation) is not null;

    /// <summary>The same without a trace: for choosing between two ways of which either may be allowed.</summary>
    internal async Task<bool> MayAsync(Actor actor, Permission permission, CancellationToken cancellation) =>
        await StandsAsync(actor, cancellation) && RoleTable.Allows(actor.Role, permission);

    /// <summary>The session stands, and its account is what the actor says, whatever its role may do.</summary>
    internal async Task<bool> StandsAsync(Actor actor, CancellationToken cancellation)
    {
        var standing = await store.ReadAsync(connection => OperatorSql.StandingOf(connection, actor.Session, actor.Account, time.GetUtcNow()), cancellation);
        return standing is var (role, directorate) && role == actor.Role && Scope.Of(role, directorate) == actor.Scope;
    }

    /// <summary>The thing where it is within the scope; null otherwise, and where it stands outside the log has the attempt.</summary>
    /// <param name="find">Looks within the scope it is given.</param>
    internal T? Find<T>(DbConnection connection, Actor actor, Scope scope, string subject, Func<Scope, T?> find)
        where T : class
    {
        if (find(scope) is { } found)
            return found;
        if (!scope.IsWhole && find(Scope.Joint) is not null)
            audit.TryAppend(connection, new(AuditAct.Refused, actor.ForAudit(), subject, Outside));
        return null;
    }

    /// <summary>As <see cref="Find"/>, for who only reads.</summary>
    internal async Task<T?> FindAsync<T>(Actor actor, Scope scope, string subject, Func<DbConnection, Scope, T?> find, CancellationToken cancellation)
        where T : class
    {
        if (await store.ReadAsync(c => find(c, scope), cancellation) is { } found)
            return found;
        if (!scope.IsWhole && await store.ReadAsync(c => find(c, Scope.Joint), cancellation) is not null)
            await NoteOutsideAsync(actor, subject, cancellation);
        return null;
    }

    /// <summary>Writes down that somebody asked for what is another directorate's. It is refused all the same where the log cannot be written.</summary>
    internal Task NoteOutsideAsync(Actor actor, string subject, CancellationToken cancellation) =>
        audit.TryWriteAsync(new(AuditAct.Refused, actor.ForAudit(), subject, Outside), cancellation);
}
