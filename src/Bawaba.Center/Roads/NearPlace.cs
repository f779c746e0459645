using Bawaba.Contracts;

namespace Bawaba.Center.Roads;

/// <summary>The known place nearest to a coordinate.</summary>
/// <param name="Place">A place or a gate.</param>
/// <param name="Kilometres">Great-circle distance to it.</param>
public readonly record struct NearPlace(PlaceId Place, double Kilometres)
{
    /// <summary>What the way to it is assumed to take, at <see cref="RoadTimes.AssumedKilometresPerHour"/>.</summary>
    public double Minutes => Kilometres / RoadTimes.AssumedKilometresPerHour * 60;
}
