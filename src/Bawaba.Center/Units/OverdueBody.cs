using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Units;

/// <summary>A unit whose crew's word is missing, on the wire: what a siren says, and nothing of where it is.</summary>
internal sealed record OverdueBody
{
    public required UnitId Id { get; init; }

    public required LocalName Name { get; init; }

    public required DateTimeOffset OverdueAt { get; init; }

    internal static OverdueBody Of(Unit unit) => new() { Id = unit.Id, Name = unit.Name, OverdueAt = unit.OverdueAt!.Value };
}
