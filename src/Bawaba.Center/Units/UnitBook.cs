// What other modules need of units: reading them, sending one and releasing it, in the caller's own transaction. Used by dispatch
// (Incidents), by the live stream, and by plans. Promises: off duty, out of service or on another task a unit is not assigned, and nothing
// is written; releasing makes it available; each step has its row in the log, in a file beside the store where the log alone fails. The
// caller authorises, gives the scope its guard gave, and announces UnitChanges.HintOf after its commit.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal sealed class UnitBook(CenterStore store, AuditLog audit, UnitKeeping keeping, TimeProvider time)
{
    /// <summary>Units in force.</summary>
    internal static List<Unit> Within(DbConnection connection, Scope scope) => UnitSql.List(connection, scope);

    internal static Unit? Find(DbConnection connection, Scope scope, UnitId id) => UnitSql.Find(connection, scope, id);

    /// <summary>Every assignment to a subject, the first first, released ones too.</summary>
    internal static List<Assignment> OfSubject(DbConnection connection, Scope scope, string subject) => AssignmentSql.OfSubject(connection, scope, subject);

    /// <summary>Times a unit's word was missing that whose task it was has not heard of yet, or not of their end.</summary>
    internal static List<UnitSilence> Untold(DbConnection connection, int most) => SilenceSql.Untold(connection, most);

    /// <summary>It has heard: of the beginning, or that it is over.</summary>
    internal static void Tell(DbConnection connection, UnitSilence silence, bool isOver)
    {
        if (isOver)
            SilenceSql.Forget(connection, silence);
        else
            SilenceSql.Tell(connection, silence);
    }

    /// <summary>The unit an account is of the crew of.</summary>
    internal Task<UnitId?> OfCrewAsync(Scope scope, AccountId account, CancellationToken cancellation) =>
        store.ReadAsync(c => UnitSql.OfCrew(c, scope, account), cancellation);

    /// <summary>Sends a unit that is available. The id is the caller's: given again for the same unit and subject it is the same assignment.</summary>
    /// <param name="by">Who dispatches, for the log.</param>
    /// <param name="byName">As screens show it.</param>
    internal AssignResult Assign(DbConnection connection, Scope scope, UnitId unit, AssignmentId id, UnitTask task, AuditActor by, string byName)
    {
        if (UnitSql.Find(connection, scope, unit) is not { } found)
            return new AssignResult.NotFound();
        if (found.Assignment is { } open && open.Id == id)
            return new AssignResult.Done(found, open);
        var assignment = new Assignment { Id = id, Unit = unit, Task = Fit(task), AssignedAt = time.GetUtcNow(), AssignedBy = byName };
        return AssignmentSql.IsTaken(connection, id)
            ? new AssignResult.NotFound()
            : Write(connection, found, UnitTransitions.Assign(found, assignment), new(AuditAct.UnitAssigned, by, $"unit/{unit}", $"{task.Subject} {id}"));
    }

    /// <summary>Ends an open assignment; the unit is available again.</summary>
    internal AssignResult Release(DbConnection connection, Scope scope, AssignmentId id, AuditActor by) => Open(connection, scope, id) is { } unit
        ? Write(connection, unit, UnitTransitions.Release(unit, time.GetUtcNow()), new(AuditAct.UnitReleased, by, $"unit/{unit.Id}", $"{unit.Assignment!.Task.Subject} {id}"))
        : new AssignResult.NotFound();

    /// <summary>Ends every open assignment to a subject in one go; the units as they are now.</summary>
    internal List<Unit> ReleaseAll(DbConnection connection, Scope scope, string subject, AuditActor by) =>
        [.. OfSubject(connection, scope, subject).Where(a => a.ReleasedAt is null).Select(a => Release(connection, scope, a.Id, by)).OfType<AssignResult.Done>().Select(d => d.Unit)];

    /// <summary>Tells the crew more about an open task; the subject stays.</summary>
    internal AssignResult Retell(DbConnection connection, Scope scope, AssignmentId id, UnitTask task, AuditActor by)
    {
        if (Open(connection, scope, id) is not { } unit)
            return new AssignResult.NotFound();
        var next = unit.Assignment! with { Task = Fit(task) with { Subject = unit.Assignment.Task.Subject } };
        return Write(connection, unit, new UnitStep.Taken(unit with { Version = unit.Version + 1, Assignment = next }, next), new(AuditAct.UnitTaskTold, by, $"unit/{unit.Id}", $"{next.Task.Subject} {id}"));
    }

    private static Unit? Open(DbConnection connection, Scope scope, AssignmentId id) =>
        AssignmentSql.Find(connection, scope, id) is { ReleasedAt: null } assignment && UnitSql.Find(connection, scope, assignment.Unit) is { Assignment: { } open } unit && open.Id == id ? unit : null;

    private AssignResult Write(DbConnection connection, Unit before, UnitStep step, AuditEvent e)
    {
        if (step is not UnitStep.Taken(var unit, { } changed))
            return new AssignResult.NotFree(before);
        audit.AppendOrSpool(connection, e);
        keeping.Save(connection, new(unit, changed));
        return new AssignResult.Done(unit, changed);
    }

    private static UnitTask Fit(UnitTask task) => task is { Subject.Length: > 0 and <= 80, Priority: >= 1 and <= 4 }
        ? task with { Instructions = ShortText.Of(task.Instructions, UnitRules.MaxTaskWords), Notes = ShortText.Of(task.Notes, UnitRules.MaxTaskWords) }
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"no subject, or a priority of {task.Priority}"), nameof(task));
}
