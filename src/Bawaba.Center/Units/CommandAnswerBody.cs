using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>What became of a command, and the unit as it is now.</summary>
internal sealed record CommandAnswerBody
{
    public required CommandAnswer Answer { get; init; }

    public required UnitId Unit { get; init; }

    /// <summary>A page that shows an older one is behind this answer.</summary>
    public required long Version { get; init; }

    public required UnitStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>The open task's id.</summary>
    public string? Assignment { get; init; }

    /// <summary>Whether the crew has said that the task was read.</summary>
    public bool Acknowledged { get; init; }

    public DateTimeOffset? WelfareDueAt { get; init; }

    internal static CommandAnswerBody Of(CommandResult.Answered answered) => new()
    {
        Answer = answered.Answer,
        Unit = answered.Unit.Id,
        Version = answered.Unit.Version,
        Status = answered.Unit.Status,
        StatusAt = answered.Unit.StatusAt,
        Assignment = answered.Unit.Assignment?.Id.ToString(),
        Acknowledged = answered.Unit.Assignment?.AcknowledgedAt is not null,
        WelfareDueAt = answered.Unit.WelfareDueAt,
    };
}
