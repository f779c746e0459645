using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Units;

/// <summary>A unit the room can send: people, a vehicle, and what they are doing now.</summary>
public sealed record Unit
{
    public required UnitId Id { get; init; }

    /// <summary>1 more at each step; a position is none.</summary>
    public required long Version { get; init; }

    /// <summary>Name or call sign.</summary>
    public required LocalName Name { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>The directorate it belongs to; null: common to the room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary>What it drives, in words; empty: nothing.</summary>
    public string Vehicle { get; init; } = "";

    /// <summary>People, 1 to 99.</summary>
    public required int Strength { get; init; }

    public required UnitStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>Since when its people have been at work without rest; null off duty.</summary>
    public DateTimeOffset? OnDutyAt { get; init; }

    public IReadOnlyList<CrewMember> Crew { get; init; } = [];

    /// <summary>Null: not known, or off duty.</summary>
    public UnitPosition? Position { get; init; }

    /// <summary>What it is assigned to now.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>How often the crew must say that they are well; null: they need not.</summary>
    public int? WelfareMinutes { get; init; }

    /// <summary>When the next word is due; null off duty or without a welfare clock.</summary>
    public DateTimeOffset? WelfareDueAt { get; init; }

    /// <summary>Since when nothing was heard although it was due.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>Who in the room looks after it since then; null: nobody, or not overdue.</summary>
    public string? OverdueSeenBy { get; init; }

    public DateTimeOffset? OverdueSeenAt { get; init; }

    /// <summary>Set when it was taken off the register; its past stays.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
