// What may follow what in a unit's work, and nothing else: pure, no clock, no store. Called by UnitDesk, CrewDesk, UnitBook and
// UnitClock inside their transaction. Promises: only dispatch assigns; nobody off duty or out of service is assigned anything; off
// duty there is no position, no task and no welfare clock.
namespace Bawaba.Center.Units;

internal static class UnitTransitions
{
    private static readonly Dictionary<UnitStatus, UnitVerb[]> Next = new()
    {
        [UnitStatus.OffDuty] = [UnitVerb.OnDuty],
        [UnitStatus.Available] = [UnitVerb.OutOfService, UnitVerb.OffDuty, UnitVerb.Well],
        [UnitStatus.Assigned] = [UnitVerb.Acknowledge, UnitVerb.EnRoute, UnitVerb.OnScene, UnitVerb.OutOfService, UnitVerb.Well],
        [UnitStatus.EnRoute] = [UnitVerb.OnScene, UnitVerb.OutOfService, UnitVerb.Well],
        [UnitStatus.OnScene] = [UnitVerb.Available, UnitVerb.OutOfService, UnitVerb.Well],
        [UnitStatus.OutOfService] = [UnitVerb.Available, UnitVerb.OffDuty, UnitVerb.Well],
    };

    /// <summary>What a crew may say in a status, in the order of its page.</summary>
    internal static IReadOnlyList<UnitVerb> From(UnitStatus status) => Next[status];

    internal static UnitStep Take(Unit unit, UnitVerb verb, DateTimeOffset at)
    {
        if (unit.RetiredAt is not null || !Next[unit.Status].Contains(verb))
            return new UnitStep.OutOfOrder();
        var heard = Hear(unit with { Version = unit.Version + 1 }, at);
        return verb switch
        {
            UnitVerb.OnDuty => new UnitStep.Taken(Hear(heard with { Status = UnitStatus.Available, StatusAt = at, OnDutyAt = at }, at)),
            UnitVerb.OffDuty => new UnitStep.Taken(Rest(heard, at)),
            UnitVerb.Well => new UnitStep.Taken(heard),
            UnitVerb.Acknowledge => unit.Assignment is { AcknowledgedAt: null } task
                ? Changed(heard, task with { AcknowledgedAt = at })
                : new UnitStep.OutOfOrder(),
            UnitVerb.EnRoute => OnTask(heard with { Status = UnitStatus.EnRoute, StatusAt = at }, a => a with { AcknowledgedAt = a.AcknowledgedAt ?? at, EnRouteAt = at }),
            UnitVerb.OnScene => OnTask(heard with { Status = UnitStatus.OnScene, StatusAt = at }, a => a with { AcknowledgedAt = a.AcknowledgedAt ?? at, OnSceneAt = at }),
            UnitVerb.Available => Done(heard with { Status = UnitStatus.Available, StatusAt = at }, at, brokenOff: false),
            UnitVerb.OutOfService => Done(heard with { Status = UnitStatus.OutOfService, StatusAt = at }, at, brokenOff: true),
            _ => new UnitStep.OutOfOrder(),
        };
    }

    /// <summary>Dispatch. From available alone.</summary>
    internal static UnitStep Assign(Unit unit, Assignment assignment) => unit is { Status: UnitStatus.Available, RetiredAt: null, Assignment: null }
        ? Changed(unit with { Version = unit.Version + 1, Status = UnitStatus.Assigned, StatusAt = assignment.AssignedAt }, assignment)
        : new UnitStep.OutOfOrder();

    /// <summary>The task is over for this unit, by who dispatched it.</summary>
    internal static UnitStep Release(Unit unit, DateTimeOffset at) => unit.Assignment is null
        ? new UnitStep.OutOfOrder()
        : Done(unit with { Version = unit.Version + 1, Status = UnitStatus.Available, StatusAt = at }, at, brokenOff: false);

    internal static Unit SetWelfare(Unit unit, int? minutes, DateTimeOffset at) => unit with
    {
        Version = unit.Version + 1,
        WelfareMinutes = minutes,
        WelfareDueAt = minutes is { } m && unit.Status is not UnitStatus.OffDuty ? at.AddMinutes(m) : null,
        OverdueAt = null,
        OverdueSeenAt = null,
        OverdueSeenBy = null,
    };

    /// <summary>The word is missing; or it still is, and whoever looks after it has had their time: then it calls again.</summary>
    internal static UnitStep Miss(Unit unit, DateTimeOffset at) => unit is { RetiredAt: null, Status: not UnitStatus.OffDuty, WelfareDueAt: { } due } && due <= at
        && (unit.OverdueAt is null || unit.OverdueSeenAt <= at - UnitRules.LookedAfter)
        ? new UnitStep.Taken(unit with { Version = unit.Version + 1, OverdueAt = unit.OverdueAt ?? at, OverdueSeenAt = null, OverdueSeenBy = null })
        : new UnitStep.OutOfOrder();

    /// <summary>Somebody in the room looks after a unit that is overdue. Whoever was first stays named.</summary>
    internal static UnitStep LookAfter(Unit unit, string by, DateTimeOffset at) => unit is { OverdueAt: not null, OverdueSeenAt: null }
        ? new UnitStep.Taken(unit with { Version = unit.Version + 1, OverdueSeenAt = at, OverdueSeenBy = by })
        : new UnitStep.OutOfOrder();

    internal static UnitStep Retire(Unit unit, DateTimeOffset at) => unit is { RetiredAt: null, Assignment: null }
        ? new UnitStep.Taken(Rest(unit with { Version = unit.Version + 1 }, at) with { RetiredAt = at, Crew = [] })
        : new UnitStep.OutOfOrder();

    // A word of the crew moves its welfare clock, and only ever on: one that arrives late takes no time away.
    private static Unit Hear(Unit unit, DateTimeOffset at)
    {
        if (unit.WelfareMinutes is not { } minutes || unit.OnDutyAt is null)
            return unit;
        var due = at.AddMinutes(minutes);
        var next = unit.WelfareDueAt is { } before && before > due ? before : due;
        return unit.OverdueAt is { } since && next <= since
            ? unit with { WelfareDueAt = next }
            : unit with { WelfareDueAt = next, OverdueAt = null, OverdueSeenAt = null, OverdueSeenBy = null };
    }

    private static Unit Rest(Unit unit, DateTimeOffset at) => unit with
    {
        Status = UnitStatus.OffDuty,
        StatusAt = at,
        OnDutyAt = null,
        Position = null,
        WelfareDueAt = null,
        OverdueAt = null,
        OverdueSeenAt = null,
        OverdueSeenBy = null,
    };

    private static UnitStep OnTask(Unit unit, Func<Assignment, Assignment> step) =>
        unit.Assignment is { } task ? Changed(unit, step(task)) : new UnitStep.OutOfOrder();

    private static UnitStep.Taken Done(Unit unit, DateTimeOffset at, bool brokenOff) => unit.Assignment is { } task
        ? new(unit with { Assignment = null }, task with { ReleasedAt = at, BrokenOff = brokenOff, Task = task.Task with { Instructions = "", Notes = "" } })
        : new(unit);

    private static UnitStep.Taken Changed(Unit unit, Assignment task) => new(unit with { Assignment = task }, task);
}
