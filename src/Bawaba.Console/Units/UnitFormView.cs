using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Console.Units;

/// <summary>The form a unit is registered with.</summary>
public sealed record UnitFormView
{
    public required UnitDraft Draft { get; init; }

    /// <summary>Directorates to choose among; empty where it is the person's own.</summary>
    public required IReadOnlyList<DirectorateId> Directorates { get; init; }

    public required UnitNames Names { get; init; }

    public UnitFault Fault { get; init; }
}
