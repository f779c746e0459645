using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>A lane of a gate.</summary>
public sealed record Lane
{
    public required LaneId Id { get; init; }

    public required LocalName Name { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }
}
