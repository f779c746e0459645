using Bawaba.Center.Alerts;
using Bawaba.Contracts;

namespace Bawaba.Console.Gates;

/// <summary>False-hit shares, with the names of gates.</summary>
public sealed record FalseHitsView
{
    public required FalseHits Shares { get; init; }

    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }
}
