using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>A registered camera. Its address and credentials stay at the gate.</summary>
public sealed record Camera
{
    public required CameraId Id { get; init; }

    public required GateId Gate { get; init; }

    public required LaneId Lane { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>True when its traffic is simulated and no picture exists.</summary>
    public required bool Simulated { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }
}
