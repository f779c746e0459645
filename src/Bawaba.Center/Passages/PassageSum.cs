using Bawaba.Contracts;

namespace Bawaba.Center.Passages;

/// <summary>How many vehicles passed one lane one way within one step of time. Steps without a passage have no row.</summary>
public sealed record PassageSum
{
    public required DateTimeOffset FromAt { get; init; }

    public required GateId Gate { get; init; }

    public required LaneId Lane { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    public required PlateOutcome Outcome { get; init; }

    public required long Passages { get; init; }
}
