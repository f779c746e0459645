using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>Where a unit was last: a point, or a gate by its name. The latest only; none is kept of a unit off duty.</summary>
public sealed record UnitPosition
{
    /// <summary>Null: only the gate is known.</summary>
    public Coordinates? Point { get; init; }

    /// <summary>The unit is at this gate; null: it is where the point says.</summary>
    public GateId? Gate { get; init; }

    /// <summary>How far off the point may be, in metres, as its source says; null where it does not say.</summary>
    public double? AccuracyMetres { get; init; }

    /// <summary>When it was there.</summary>
    public required DateTimeOffset At { get; init; }

    public required PositionSource Source { get; init; }
}
