using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>A registered gate with its lanes and cameras.</summary>
public sealed record Gate
{
    public required GateId Id { get; init; }

    public required LocalName Name { get; init; }

    public required GateKind Kind { get; init; }

    /// <summary>The directorate it belongs to; null: common to the room.</summary>
    public DirectorateId? Directorate { get; init; }

    public required IReadOnlyList<Lane> Lanes { get; init; }

    public required IReadOnlyList<Camera> Cameras { get; init; }

    /// <summary>Set when it vanished from the city file; its past stays.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
