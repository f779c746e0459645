// The simulated traffic of one camera without a picture: pure arithmetic over a seed and the clock, so that the same
// moment always has the same vehicles, also after a restart. Called by TrafficRun.
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Up;

/// <summary>A vehicle that the simulation lets pass.</summary>
/// <param name="PassedAt">When (UTC).</param>
/// <param name="Approaching">True when it comes nearer to the camera.</param>
/// <param name="Vehicle">Its class.</param>
/// <param name="Outcome">How its plate would have been read.</param>
internal readonly record struct TrafficVehicle(DateTimeOffset PassedAt, bool Approaching, VehicleClass Vehicle, PlateOutcome Outcome);

internal static class TrafficDraw
{
    /// <summary>The simulation's step: slots begin at multiples of it, counted from 1970 UTC.</summary>
    internal static readonly TimeSpan Slot = TimeSpan.FromSeconds(2);

    // Libya keeps UTC+2 all year.
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(2);

    // Shares of an average hour, midnight first; they average 1. A quiet night, a morning peak, a long evening.
    private static readonly double[] ByHour =
    [
        0.35, 0.25, 0.2, 0.2, 0.3, 0.5, 0.8, 1.4, 1.7, 1.5, 1.3, 1.2,
        1.2, 1.3, 1.4, 1.2, 1.2, 1.4, 1.6, 1.5, 1.2, 0.9, 0.8, 0.6,
    ];

    /// <summary>The vehicles of the slot that holds the instant, in the order of passing.</summary>
    internal static IReadOnlyList<TrafficVehicle> Of(TrafficSettings traffic, DateTimeOffset instant)
    {
        var slot = instant.UtcTicks / Slot.Ticks;
        var start = new DateTimeOffset(slot * Slot.Ticks, TimeSpan.Zero);
        var expected = traffic.VehiclesPerHour * ByHour[start.ToOffset(LocalOffset).Hour] * Slot.TotalHours;
        var random = new Dice(((ulong)(uint)traffic.Seed << 32) ^ (ulong)slot);
        var vehicles = new List<TrafficVehicle>();
        // Gaps between independent arrivals are exponential: their number in a slot is Poisson.
        for (var at = random.Gap(expected); at < 1; at += random.Gap(expected))
            vehicles.Add(new(start + (Slot * at), random.Next() < 0.5, VehicleOf(random.Next()), OutcomeOf(random.Next())));
        return vehicles;
    }

    private static VehicleClass VehicleOf(double draw) => draw < 0.04 ? VehicleClass.Motorcycle : VehicleClass.Other;

    private static PlateOutcome OutcomeOf(double draw) => draw switch
    {
        < 0.05 => PlateOutcome.NoPlate,
        < 0.13 => PlateOutcome.Unreadable,
        _ => PlateOutcome.Read,
    };

    // SplitMix64: equal seeds give equal rows in every version of the runtime, neighbouring seeds unlike ones.
    private sealed class Dice(ulong state)
    {
        private ulong _state = state;

        /// <summary>0 up to 1.</summary>
        internal double Next()
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                var mixed = _state;
                mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
            }
        }

        /// <summary>The time to the next arrival, as a share of the slot.</summary>
        internal double Gap(double expected) => -Math.Log(1 - Next()) / expected;
    }
}
