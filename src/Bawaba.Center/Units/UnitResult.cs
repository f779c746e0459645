namespace Bawaba.Center.Units;

/// <summary>The outcome of a verb on a unit. Closed.</summary>
public abstract record UnitResult
{
    private UnitResult()
    {
    }

    /// <summary>Done, written and announced.</summary>
    public sealed record Done(Unit Unit) : UnitResult;

    /// <summary>It changed since the version that was looked at.</summary>
    public sealed record Stale(Unit Unit) : UnitResult;

    /// <summary>The step does not follow from what the unit is doing.</summary>
    public sealed record OutOfOrder(Unit Unit) : UnitResult;

    /// <summary>A name, number or place that cannot be.</summary>
    public sealed record Unfit : UnitResult;

    /// <summary>The id is another unit's, or was.</summary>
    public sealed record Taken : UnitResult;

    /// <summary>Somebody is of another unit's crew.</summary>
    public sealed record CrewElsewhere : UnitResult;

    public sealed record NotAllowed : UnitResult;

    public sealed record NotFound : UnitResult;

    /// <summary>It could not be written to the audit log, so it was not done.</summary>
    public sealed record AuditUnavailable : UnitResult;
}
