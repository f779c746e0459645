using Bawaba.Contracts.City;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Tests.Gate.Passages;

public sealed class RoadModelTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_road_shows_no_motion_and_no_vehicle()
    {
        var road = new RoadModel([]);
        Show(road, 0);
        for (var i = 1; i < 20; i++)
        {
            Assert.Empty(Show(road, i));
            Assert.Equal(0, road.Motion);
        }
    }

    [Fact]
    public void A_vehicle_is_found_where_it_is()
    {
        var road = new RoadModel([]);
        Show(road, 0);
        var blob = Assert.Single(Show(road, 1, vehicleX: 200));
        Assert.True(road.Motion > 0);
        Assert.InRange(blob.Box.X0, 190, 205);
        Assert.InRange(blob.Box.X1, 315, 330);
        Assert.InRange(blob.Box.Y0, 140, 155);
        Assert.InRange(blob.Box.Y1, 255, 270);
    }

    [Fact]
    public void A_change_of_light_over_the_whole_picture_is_no_vehicle()
    {
        var road = new RoadModel([]);
        Show(road, 0);
        Assert.Empty(Show(road, 1, light: 40));
    }

    [Fact]
    public void What_is_masked_does_not_move_and_is_no_vehicle()
    {
        var road = new RoadModel([new PictureArea(0, 0, 1, 1)]);
        Show(road, 0);
        Assert.Empty(Show(road, 1, vehicleX: 200));
        Assert.Equal(0, road.Motion);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void What_lies_still_becomes_road_within_seconds_at_any_frame_rate(int framesPerSecond)
    {
        var road = new RoadModel([]);
        Show(road, 0);
        var stoodFor = Enumerable.Range(1, 120 * framesPerSecond).First(i => Show(road, i / (double)framesPerSecond, vehicleX: 200).Count == 0) / (double)framesPerSecond;
        Assert.InRange(stoodFor, 5, 20);
    }

    [Fact]
    public void A_vehicle_known_to_wait_stays_a_vehicle()
    {
        var road = new RoadModel([]);
        Show(road, 0);
        for (var i = 1; i < 600; i++)
            Assert.Single(Show(road, i / 5.0, vehicleX: 200, waiting: [new(195, 140, 330, 270)]));
        Assert.Empty(Show(road, 121, vehicleX: null));
    }

    private static IReadOnlyList<Blob> Show(RoadModel road, double seconds, int? vehicleX = null, int light = 0, IReadOnlyList<PixelBox>? waiting = null)
    {
        using var frame = Frame.Rent(640, 360, Start.AddSeconds(seconds));
        frame.Rgb.Fill((byte)(90 + light));
        if (vehicleX is { } x)
        {
            for (var y = 146; y < 264; y++)
                frame.Rgb.Slice(((y * 640) + x) * 3, 124 * 3).Fill(210);
        }
        return road.Observe(frame, waiting ?? []);
    }
}
