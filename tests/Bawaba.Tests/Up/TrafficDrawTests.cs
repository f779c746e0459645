using Bawaba.Contracts.City;
using Bawaba.Up;

namespace Bawaba.Tests.Up;

public sealed class TrafficDrawTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(2));
    private readonly TrafficSettings _traffic = new() { Seed = 7, VehiclesPerHour = 200 };

    [Fact]
    public void The_same_moment_has_the_same_vehicles_and_another_seed_has_others()
    {
        Assert.Equal(Day(_traffic), Day(_traffic));
        Assert.NotEqual(Day(_traffic), Day(_traffic with { Seed = 8 }));
    }

    [Fact]
    public void A_day_has_about_as_many_vehicles_as_the_settings_say()
    {
        // 4800 expected; a Poisson count leaves ±6 standard deviations once in a thousand million.
        Assert.InRange(Day(_traffic).Count, 4800 - 416, 4800 + 416);
    }

    [Fact]
    public void Nights_are_quieter_than_mornings()
    {
        var day = Day(_traffic);
        Assert.True(day.Count(v => v.PassedAt < Midnight.AddHours(4)) * 3 < day.Count(v => v.PassedAt >= Midnight.AddHours(7) && v.PassedAt < Midnight.AddHours(11)));
    }

    [Fact]
    public void Every_vehicle_passes_within_its_slot_in_order()
    {
        for (var at = Midnight.AddHours(8); at < Midnight.AddHours(9); at += TrafficDraw.Slot)
        {
            var vehicles = TrafficDraw.Of(_traffic, at);
            Assert.All(vehicles, v => Assert.InRange(v.PassedAt, at, at + TrafficDraw.Slot));
            Assert.Equal(vehicles.OrderBy(v => v.PassedAt), vehicles);
        }
    }

    private static List<TrafficVehicle> Day(TrafficSettings traffic) =>
        [.. Enumerable.Range(0, 43_200).SelectMany(slot => TrafficDraw.Of(traffic, Midnight + (TrafficDraw.Slot * slot)))];
}
