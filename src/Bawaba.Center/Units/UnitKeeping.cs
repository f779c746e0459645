// Writes a step of a unit with everything that belongs to it. Used by the desks, UnitBook and UnitClock inside their transaction.
// Promises: a word that is missing of a unit with a task is kept for whose task it is (UnitSilence); a unit that goes off duty leaves no position behind, in no file of the store once UnitClock has been round.
using System.Data.Common;
using System.Diagnostics;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal sealed class UnitKeeping(TimeProvider time)
{
    private int _erased;

    internal void Save(DbConnection connection, UnitStep.Taken step)
    {
        if (step.Changed is { } assignment)
            AssignmentSql.Put(connection, assignment);
        var wasOverdue = UnitSql.IsOverdue(connection, step.Unit.Id);
        if (UnitSql.Update(connection, step.Unit) != 1)
            throw new UnreachableException("the version was read in this transaction");
        if (!wasOverdue && step.Unit is { OverdueAt: { } overdueAt, Assignment: { } task })
            SilenceSql.Begin(connection, step.Unit.Id, task, overdueAt);
        else if (wasOverdue && step.Unit.OverdueAt is null)
            SilenceSql.End(connection, step.Unit.Id, time.GetUtcNow());
        if (step.Unit.Status is UnitStatus.OffDuty)
            Erase(connection, step.Unit.Id);
    }

    /// <summary>True once after positions were erased.</summary>
    internal bool TakeErased() => Interlocked.Exchange(ref _erased, 0) != 0;

    /// <summary>What could not be scrubbed is still due.</summary>
    internal void StillDue() => Interlocked.Exchange(ref _erased, 1);

    private void Erase(DbConnection connection, UnitId unit)
    {
        if (UnitSql.ErasePosition(connection, unit))
            Interlocked.Exchange(ref _erased, 1);
    }
}
