using Bawaba.Center.Operators;

namespace Bawaba.Center.Alerts;

/// <summary>The caps of the law on alerts. Settings cannot loosen them.</summary>
public static class AlertRules
{
    /// <summary>Whether a role may work this alert: any, or one that nobody answered until it went on to the commander.</summary>
    public static bool MayWork(Role role, Alert alert) =>
        RoleTable.Allows(role, Permission.WorkAlerts) || (alert.CommanderAt is not null && RoleTable.Allows(role, Permission.WorkEscalatedAlerts));

    /// <summary>An alert nobody confirmed closes itself after this.</summary>
    public static readonly TimeSpan UnconfirmedDuration = TimeSpan.FromMinutes(15);

    /// <summary>Plate and pictures of a rejected or expired alert are erased after this.</summary>
    public static readonly TimeSpan ErasureDelay = TimeSpan.FromHours(24);

    /// <summary>Plate and pictures of a confirmed alert without a case are erased after this.</summary>
    public static readonly TimeSpan ConfirmedKeptDuration = TimeSpan.FromDays(21);

    /// <summary>Nobody has answered after this: it goes on to the supervisor.</summary>
    public static readonly TimeSpan ToSupervisorAfter = TimeSpan.FromSeconds(30);

    /// <summary>Still nobody has answered: it goes on to the commander.</summary>
    public static readonly TimeSpan ToCommanderAfter = TimeSpan.FromSeconds(90);

    /// <summary>Answered, or looked at once, and no next step after this: the supervisor sees that it is slow.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(60);

    /// <summary>From raised to answered: 90 % within 15 s, 95 % within 20 s (NENA).</summary>
    public static readonly IReadOnlyList<ClockTarget> AnswerTargets = [new(0.9, TimeSpan.FromSeconds(15)), new(0.95, TimeSpan.FromSeconds(20))];

    /// <summary>From raised to decided by two looks: 90 % within 60 s.</summary>
    public static readonly IReadOnlyList<ClockTarget> LookTargets = [new(0.9, TimeSpan.FromSeconds(60))];

    /// <summary>A hit older than this at intake is late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(5);
}
