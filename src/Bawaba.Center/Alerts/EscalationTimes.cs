namespace Bawaba.Center.Alerts;

/// <summary>How long an alert may wait before it goes on. Settings can only make it shorter.</summary>
public sealed record EscalationTimes
{
    /// <summary>As <see cref="AlertRules"/> says.</summary>
    public static EscalationTimes Usual { get; } = new();

    /// <summary>Unanswered since it was raised.</summary>
    public TimeSpan ToSupervisor { get; init; } = AlertRules.ToSupervisorAfter;

    /// <summary>Unanswered since it was raised.</summary>
    public TimeSpan ToCommander { get; init; } = AlertRules.ToCommanderAfter;

    /// <summary>Answered, or looked at once, and no next step since.</summary>
    public TimeSpan Slow { get; init; } = AlertRules.SlowAfter;

    /// <summary>No looser than <see cref="AlertRules"/>, and in order.</summary>
    public bool IsWithinRules => !Faults().Any();

    /// <summary>What is looser than the rules, or not in order.</summary>
    internal IEnumerable<string> Faults()
    {
        if (ToSupervisor <= TimeSpan.Zero || ToSupervisor > AlertRules.ToSupervisorAfter)
            yield return $"{nameof(ToSupervisor)} is not above 0 and at most {AlertRules.ToSupervisorAfter.TotalSeconds:0} s";
        if (ToCommander <= ToSupervisor || ToCommander > AlertRules.ToCommanderAfter)
            yield return $"{nameof(ToCommander)} is not above {nameof(ToSupervisor)} and at most {AlertRules.ToCommanderAfter.TotalSeconds:0} s";
        if (Slow <= TimeSpan.Zero || Slow > AlertRules.SlowAfter)
            yield return $"{nameof(Slow)} is not above 0 and at most {AlertRules.SlowAfter.TotalSeconds:0} s";
    }
}
