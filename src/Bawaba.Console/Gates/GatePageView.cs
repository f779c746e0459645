using Bawaba.Center.Gates;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Gates;

/// <summary>A gate with its cameras now and its counts.</summary>
public sealed record GatePageView
{
    public required Gate Gate { get; init; }

    public required GateState State { get; init; }

    /// <summary>What its directorate is called; null of a gate that is common to the room, and where nobody has made the directorate.</summary>
    public LocalName? Directorate { get; init; }

    /// <summary>True where gates have computers of their own and this person has to do with them.</summary>
    public bool HasComputerPage { get; init; }

    /// <summary>By minute; null where the role may not see counts.</summary>
    public CountChartView? Chart { get; init; }

    /// <summary>Since local midnight, a row a lane; null where the role may not see counts.</summary>
    public IReadOnlyList<(Lane Lane, FlowView Flow)>? Today { get; init; }
}
