// How a person's step on one unit is done: asked of the guard, looked up within the scope, held against the version that was looked at,
// taken, written with its audit row, announced. Used by UnitDesk and UnitRegister.
using System.Data.Common;
using System.Diagnostics;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal sealed class UnitWork(LiveAnnouncer announcer, AuditLog audit, SessionGuard guard, UnitKeeping keeping)
{
    /// <param name="act">The act, and in coded words what it was.</param>
    /// <param name="step">Within the transaction.</param>
    internal Task<UnitResult> StepAsync(
        Actor actor, Permission needed, UnitId id, long version, (AuditAct Act, string Detail) act, Func<Unit, UnitStep> step, CancellationToken cancellation) =>
        OnAsync(
            actor,
            needed,
            id,
            (connection, _, unit) =>
            {
                if (unit.Version != version)
                    return new UnitResult.Stale(unit);
                return step(unit) switch
                {
                    UnitStep.Taken taken => Take(connection, actor, taken, act),
                    UnitStep.OutOfOrder => new UnitResult.OutOfOrder(unit),
                    _ => throw new UnreachableException(),
                };
            },
            cancellation);

    /// <summary>Anything on one unit within the actor's scope; what is done is announced.</summary>
    internal Task<UnitResult> OnAsync(
        Actor actor, Permission needed, UnitId id, Func<DbConnection, Scope, Unit, UnitResult> work, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            needed,
            (connection, scope) => guard.FindUnit(connection, actor, scope, id) is { } unit ? work(connection, scope, unit) : new UnitResult.NotFound(),
            cancellation);

    internal async Task<UnitResult> WriteAsync(Actor actor, Permission needed, Func<DbConnection, Scope, UnitResult> work, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, needed, cancellation) is not { } scope)
            return new UnitResult.NotAllowed();
        try
        {
            return await announcer.WriteAsync<UnitResult>(
                connection =>
                {
                    var result = work(connection, scope);
                    return (result, result is UnitResult.Done done ? [UnitChanges.HintOf(done.Unit)] : []);
                },
                cancellation);
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return new UnitResult.AuditUnavailable();
        }
    }

    internal UnitResult Take(DbConnection connection, Actor actor, UnitStep.Taken taken, (AuditAct Act, string Detail) act)
    {
        audit.AppendOrSpool(connection, new(act.Act, actor.ForAudit(), $"unit/{taken.Unit.Id}", act.Detail));
        keeping.Save(connection, taken);
        return new UnitResult.Done(taken.Unit);
    }
}
