using Bawaba.Contracts;

namespace Bawaba.Center.Passages;

/// <summary>What passages are counted by, within one gate.</summary>
internal readonly record struct CountKey(long MinuteAt, LaneId Lane, Direction Direction, VehicleClass Vehicle, PlateOutcome Outcome)
{
    internal static CountKey Of(PassageCount count) =>
        new(CountSql.MinuteOf(count.PassedAt), count.Lane, count.Direction, count.Vehicle, count.Outcome);
}
