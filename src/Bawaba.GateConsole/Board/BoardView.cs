using Bawaba.Contracts.City;
using Bawaba.Gate;
using Bawaba.Gate.Officers;

namespace Bawaba.GateConsole.Board;

/// <summary>The officer's page, and the fragment its module asks for every second.</summary>
public sealed record BoardView
{
    internal GateStanding Standing { get; init; } = null!;

    internal IReadOnlyList<BoardHit> Hits { get; init; } = [];

    public required GateSettings Gate { get; init; }
}
