namespace Bawaba.Contracts.City;

/// <summary>A lane of a gate.</summary>
public sealed record LaneSettings
{
    public required LaneId Id { get; init; }

    public required LocalName Name { get; init; }
}
