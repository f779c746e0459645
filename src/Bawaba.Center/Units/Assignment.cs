using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>One unit and one task, from dispatch to release, with the times a room is measured by.</summary>
public sealed record Assignment
{
    public required AssignmentId Id { get; init; }

    public required UnitId Unit { get; init; }

    public required UnitTask Task { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Who dispatched it, as screens show it.</summary>
    public required string AssignedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? EnRouteAt { get; init; }

    public DateTimeOffset? OnSceneAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>The unit went out of service in the middle of it.</summary>
    public bool BrokenOff { get; init; }
}
