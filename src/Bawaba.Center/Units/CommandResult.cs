namespace Bawaba.Center.Units;

/// <summary>The outcome of a crew's command or position. Closed.</summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>It has its answer, now or from before, and this is the unit now.</summary>
    public sealed record Answered(CommandAnswer Answer, Unit Unit) : CommandResult;

    /// <summary>A time, a place or an id that cannot be.</summary>
    public sealed record Unfit : CommandResult;

    public sealed record NotAllowed : CommandResult;

    /// <summary>No such unit, or the person is not of its crew.</summary>
    public sealed record NotFound : CommandResult;

    public sealed record AuditUnavailable : CommandResult;
}
