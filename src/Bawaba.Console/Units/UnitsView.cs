using Bawaba.Center.Units;

namespace Bawaba.Console.Units;

/// <summary>The room's units.</summary>
public sealed record UnitsView
{
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Names of gates and directorates that units stand at or belong to.</summary>
    public required UnitNames Names { get; init; }
}
