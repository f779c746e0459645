using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Plates;
using SkiaSharp;

namespace Bawaba.Tests.Simulator.Stage;

public sealed class LaneStageTests
{
    private static readonly StageSettings Small = new()
    {
        Seed = 5,
        CameraName = "TEST",
        Width = 640,
        Height = 360,
        DurationSeconds = 40,
        Countries = [PlateCountry.Libya, PlateCountry.Egypt],
    };

    [Theory]
    [InlineData(StageLight.Day, 0)]
    [InlineData(StageLight.Dusk, 0.5)]
    [InlineData(StageLight.Night, 0)]
    public void Equal_settings_draw_equal_frames(StageLight light, double dust)
    {
        var settings = Small with { Light = light, Dust = dust };
        using var one = new LaneStage(settings);
        using var other = new LaneStage(settings with { });
        var busy = one.Passages[0].CrossingFrame;
        using var after = other.DrawFrame(busy + 3);
        using var first = one.DrawFrame(busy);
        using var second = other.DrawFrame(busy);
        Assert.True(first.GetPixelSpan().SequenceEqual(second.GetPixelSpan()));
        Assert.Equal(one.Passages, other.Passages);
    }

    [Fact]
    public void Another_seed_is_another_lane()
    {
        using var one = new LaneStage(Small);
        using var other = new LaneStage(Small with { Seed = 6 });
        Assert.NotEqual(one.Passages.Select(p => p.Plate), other.Passages.Select(p => p.Plate));
    }

    [Theory]
    [InlineData(VehicleMotion.Towards)]
    [InlineData(VehicleMotion.Away)]
    public void A_looped_film_cuts_no_vehicle(VehicleMotion motion)
    {
        var settings = Small with { Motion = motion };
        using var stage = new LaneStage(settings);
        using var first = stage.DrawFrame(0);
        using var last = stage.DrawFrame(settings.FrameCount - 1);
        using var busy = stage.DrawFrame(stage.Passages[0].CrossingFrame);
        Assert.InRange(MostDifferentCell(first, last), 0, 6);
        Assert.True(MostDifferentCell(first, busy) > 20);
    }

    [Fact]
    public void Every_vehicle_crosses_the_line_once_and_no_two_at_once()
    {
        var settings = Small with { VehiclesPerMinute = 20, DurationSeconds = 300 };
        using var stage = new LaneStage(settings);
        Assert.True(stage.Passages.Count >= 40, $"only {stage.Passages.Count} vehicles");
        Assert.All(stage.Passages, p => Assert.InRange(p.CrossingFrame, 1, settings.FrameCount - 2));
        Assert.All(stage.Passages.Zip(stage.Passages.Skip(1)), pair => Assert.True(pair.Second.CrossingSeconds - pair.First.CrossingSeconds > 0.9));
    }

    [Theory]
    [InlineData(VehicleMotion.Towards)]
    [InlineData(VehicleMotion.Away)]
    public void The_truth_says_the_frame_in_which_the_plate_crosses(VehicleMotion motion)
    {
        var settings = Small with { Motion = motion };
        using var stage = new LaneStage(settings);
        var line = LaneStage.LineOf(settings).Y1 * settings.Height;
        var nearAfter = motion == VehicleMotion.Towards;
        foreach (var passage in stage.Passages.Where(p => p.Plate is not null))
        {
            Assert.Equal(nearAfter, CentreY(stage, passage, 0) >= line - 0.1);
            Assert.NotEqual(nearAfter, CentreY(stage, passage, -1) >= line + 0.1);
        }
    }

    [Fact]
    public void The_corners_are_where_the_plate_is_drawn()
    {
        // A white plate on a black bumper: just inside each edge is bright, just outside is dark.
        var plate = new DrawnPlate { Country = PlateCountry.Libya, Text = new("95-417306ليبيا") };
        var settings = Small with { Width = 1280, Height = 720, Wanted = [new() { Kind = VehicleKind.OffRoad, Colour = VehicleColour.Black, Plate = plate }] };
        using var stage = new LaneStage(settings);
        var frame = stage.Passages[0].CrossingFrame;
        using var picture = stage.DrawFrame(frame);
        var corners = Assert.Single(stage.PlatesAt(frame), p => p.Passage == 0).Corners;
        var middle = new SKPoint(corners.Average(c => c.X), corners.Average(c => c.Y));
        for (var edge = 0; edge < 4; edge++)
        {
            var (a, b) = (corners[edge], corners[(edge + 1) % 4]);
            var along = new SKPoint(b.X - a.X, b.Y - a.Y);
            var length = along.Length;
            var outwards = new SKPoint(along.Y / length, -along.X / length);
            foreach (var share in new[] { 0.3f, 0.5f, 0.7f })
            {
                var at = new SKPoint(a.X + (along.X * share), a.Y + (along.Y * share));
                // The plate's own black frame is a pixel wide: the ground shows on one side of it or the other.
                var inside = new[] { -1f, -2f, -4f }.Max(step => Brightness(picture, at, outwards, step));
                Assert.True(Brightness(picture, at, outwards, 3) < inside - 40, $"edge {edge} at {at} of a plate around {middle}");
            }
        }
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name() =>
        Assert.Equal("Dust", Assert.Throws<ArgumentException>(() => new LaneStage(Small with { Dust = 2 })).ParamName);

    private static float CentreY(LaneStage stage, StagePassage passage, int step) =>
        stage.PlatesAt(passage.CrossingFrame + step).Single(p => p.Passage == passage.Number).Corners.Average(c => c.Y);

    private static float Brightness(SKBitmap picture, SKPoint at, SKPoint outwards, float step)
    {
        var pixel = picture.GetPixel((int)(at.X + (outwards.X * step)), (int)(at.Y + (outwards.Y * step)));
        return (pixel.Red + pixel.Green + pixel.Blue) / 3f;
    }

    // The largest mean difference over cells of 16 px, the burnt-in clock left out.
    private static double MostDifferentCell(SKBitmap a, SKBitmap b)
    {
        var (first, second) = (a.Pixels, b.Pixels);
        var most = 0.0;
        for (var y = 48; y + 16 <= a.Height; y += 16)
        {
            for (var x = 0; x + 16 <= a.Width; x += 16)
            {
                var sum = 0;
                for (var i = 0; i < 256; i++)
                {
                    var at = ((y + (i / 16)) * a.Width) + x + (i % 16);
                    sum += Math.Abs(first[at].Green - second[at].Green);
                }
                most = Math.Max(most, sum / 256.0);
            }
        }
        return most;
    }
}
