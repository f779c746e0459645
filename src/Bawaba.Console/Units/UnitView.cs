using Bawaba.Center.Units;

namespace Bawaba.Console.Units;

/// <summary>One unit with what may be done about it.</summary>
public sealed record UnitView
{
    public required Unit Unit { get; init; }

    public required UnitNames Names { get; init; }

    /// <summary>Who may be of its crew; null where the person does not decide that.</summary>
    public IReadOnlyList<CrewChoice>? Choices { get; init; }

    public UnitFault Fault { get; init; }
}
