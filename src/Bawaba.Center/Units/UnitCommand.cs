namespace Bawaba.Center.Units;

/// <summary>A button pressed on a crew's page, however late it arrives.</summary>
public sealed record UnitCommand
{
    /// <summary>Made by the phone; sent again it is the same command.</summary>
    public required Guid Id { get; init; }

    public required UnitVerb Verb { get; init; }

    /// <summary>The phone's clock. Believed only between what is known before and now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The task it is about; null: none.</summary>
    public AssignmentId? Assignment { get; init; }
}
