using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Units;

/// <summary>What gates and directorates are called, of those the person may know; an id nobody names is shown as it is.</summary>
public sealed record UnitNames
{
    public required IReadOnlyDictionary<GateId, LocalName> Gates { get; init; }

    public IReadOnlyDictionary<DirectorateId, LocalName> Directorates { get; init; } = new Dictionary<DirectorateId, LocalName>();
}
