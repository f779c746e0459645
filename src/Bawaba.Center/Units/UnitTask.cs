using Bawaba.Contracts.City;

namespace Bawaba.Center.Units;

/// <summary>What a crew is told of its task; written by who dispatches. What to do and the notes go when the unit is released.</summary>
public sealed record UnitTask
{
    /// <summary>Kind and number of what it is for, such as <c>incident/2026-000012</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What kind of task, in words: never a plate, never a name.</summary>
    public required LocalName Title { get; init; }

    /// <summary>Where to, in words.</summary>
    public required LocalName Place { get; init; }

    /// <summary>1 (at once) to 4.</summary>
    public required int Priority { get; init; }

    /// <summary>What to do; up to 2,000 characters. May hold a plate: shown to the crew alone, and logged.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>What became known meanwhile; as <see cref="Instructions"/>.</summary>
    public string Notes { get; init; } = "";
}
