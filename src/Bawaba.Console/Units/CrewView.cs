using Bawaba.Center.Units;

namespace Bawaba.Console.Units;

/// <summary>The page on a crew's phone.</summary>
public sealed record CrewView
{
    /// <summary>Null: the person is of no crew.</summary>
    public Unit? Unit { get; init; }

    public required UnitNames Names { get; init; }
}
