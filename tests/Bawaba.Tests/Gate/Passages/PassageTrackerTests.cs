using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Passages;

namespace Bawaba.Tests.Gate.Passages;

public sealed class PassageTrackerTests
{
    private static readonly TrackerSettings NoLine = new() { Camera = CameraId.Parse("camera-1"), Lane = LaneId.Parse("lane-1"), Approaching = Direction.In };

    [Fact]
    public void A_vehicle_without_a_plate_that_comes_by_where_another_has_just_left_is_a_passage_of_its_own()
    {
        var scene = new Scene([new Actor { StartSeconds = 0.5, CrossingSeconds = 1.813 }, new Actor { StartSeconds = 1.813, CrossingSeconds = 2 }]) { FramesPerSecond = 11.03 };
        Assert.Equal(2, scene.Passages(scene.Ends).Count);
    }

    [Fact]
    public void A_plate_seen_in_many_frames_is_one_passage_committed_at_the_line()
    {
        var actor = new Actor { Text = "5-12345" };
        var passage = Assert.Single(new Scene([actor]).Passages(5));
        Assert.Equal("5-12345", passage.Plate!.Value.Visual);
        Assert.Equal(PlateOutcome.Read, passage.Outcome);
        Assert.Equal(VehicleClass.Other, passage.Vehicle);
        var wayAtCommit = actor.Way((passage.CommittedAt - Scene.Start).TotalSeconds)!.Value;
        Assert.InRange(actor.PlateAt(wayAtCommit).Centre.Y / Scene.Height, 0.59, 0.75);
    }

    [Theory]
    [InlineData(false, Direction.In, Direction.In)]
    [InlineData(true, Direction.In, Direction.Out)]
    [InlineData(false, Direction.Out, Direction.Out)]
    [InlineData(true, Direction.Out, Direction.In)]
    [InlineData(false, Direction.Unknown, Direction.Unknown)]
    public void Direction_follows_from_the_motion_and_the_lane_setting(bool recedes, Direction approaching, Direction expected)
    {
        var scene = new Scene([new Actor { Text = "5-12345", Recedes = recedes }]) { Settings = NoLine with { Approaching = approaching, Line = Scene.NearLine } };
        Assert.Equal(expected, Assert.Single(scene.Passages(5)).Direction);
    }

    [Fact]
    public void Two_vehicles_close_behind_each_other_are_two_passages()
    {
        var scene = new Scene([new Actor { Text = "5-12345" }, new Actor { Text = "8-77001", StartSeconds = 0.7 }]);
        Assert.Equal(["5-12345", "8-77001"], scene.Passages(6).Select(p => p.Plate!.Value.Visual));
    }

    [Fact]
    public void A_plate_that_comes_where_a_body_is_still_followed_is_another_vehicles()
    {
        // The first leaves with its body long in the picture; the next plate is not legible at first.
        var first = new Actor { Text = "5-12345", CrossingSeconds = 6, Hidden = (-1, -1) };
        var body = new Actor { CrossingSeconds = 6 };
        var second = new Actor { Text = "8-77001", StartSeconds = 4.5, CrossingSeconds = 4 };
        var scene = new Scene([body, first with { HasBody = false, Hidden = (2.5, 99) }, second with { Legible = false, Hidden = (5.5, 99) }, second with { Hidden = (-1, 5.5) }])
        {
            Settings = NoLine,
        };
        Assert.Equal(["5-12345", "8-77001"], scene.Passages(14).Select(p => p.Plate?.Visual).Order());
    }

    [Fact]
    public void Two_vehicles_side_by_side_are_two_passages()
    {
        var scene = new Scene([new Actor { Text = "5-12345", LaneX = 0.2 }, new Actor { Text = "8-77001", LaneX = 0.8, StartSeconds = 0.3 }]);
        Assert.Equal(2, scene.Passages(6).Count);
    }

    [Theory]
    [InlineData(0.8, 1.4)]
    [InlineData(1.0, 2.1)]
    public void A_vehicle_behind_a_pole_for_a_moment_is_one_passage(double from, double until)
    {
        var scene = new Scene([new Actor { Text = "5-12345", CrossingSeconds = 4, Hidden = (from, until) }]);
        Assert.Single(scene.Passages(7));
    }

    [Fact]
    public void A_vehicle_hidden_while_it_crosses_the_line_is_one_passage()
    {
        var scene = new Scene([new Actor { Text = "5-12345", CrossingSeconds = 4, Hidden = (2.6, 3.4) }]);
        Assert.Equal("5-12345", Assert.Single(scene.Passages(8)).Plate!.Value.Visual);
    }

    [Fact]
    public void A_vehicle_without_a_plate_is_a_passage_by_its_motion()
    {
        var passage = Assert.Single(new Scene([new Actor()]).Passages(6));
        Assert.Equal(PlateOutcome.NoPlate, passage.Outcome);
        Assert.Null(passage.Plate);
        Assert.Equal(Direction.In, passage.Direction);
    }

    [Fact]
    public void A_vehicle_with_an_unreadable_plate_is_one_passage_without_a_text()
    {
        var passage = Assert.Single(new Scene([new Actor { Text = "5-12345", Legible = false }]).Passages(6));
        Assert.Equal(PlateOutcome.Unreadable, passage.Outcome);
        Assert.Null(passage.Plate);
    }

    [Fact]
    public void A_slender_small_outline_is_a_motorcycle() =>
        Assert.Equal(VehicleClass.Motorcycle, Assert.Single(new Scene([new Actor { Aspect = 2.3, BodyInPlates = 1.8 }]).Passages(6)).Vehicle);

    [Fact]
    public void A_vehicle_whose_plate_is_found_late_is_still_one_passage()
    {
        // The body is followed from the start; the plate is too small to be found until half way.
        var body = new Actor();
        var plate = new Actor { Text = "5-12345", HasBody = false, Hidden = (0, 1.2) };
        var passage = Assert.Single(new Scene([body, plate]).Passages(6));
        Assert.Equal(PlateOutcome.Read, passage.Outcome);
    }

    [Fact]
    public void A_parked_vehicle_is_no_passage_however_long_it_stands()
    {
        var parked = new Actor { Text = "5-12345", StartSeconds = -2, StopsAt = 0.4, StopSeconds = 500, LaneX = 0.2 };
        var passing = Enumerable.Range(0, 5).Select(i => new Actor { Text = $"8-7700{i}", StartSeconds = 2 + (i * 8), LaneX = 0.8 });
        var passages = new Scene([parked, .. passing]).Passages(45);
        Assert.Equal(5, passages.Count);
        Assert.DoesNotContain(passages, p => p.Plate!.Value.Visual == "5-12345");
    }

    [Fact]
    public void A_vehicle_that_stops_before_the_line_and_goes_on_is_one_passage() =>
        Assert.Single(new Scene([new Actor { Text = "5-12345", StopsAt = 0.5, StopSeconds = 30 }]).Passages(36));

    [Fact]
    public void Lettering_that_stays_where_it_is_is_no_passage_with_or_without_a_line()
    {
        var display = new Actor { Text = "14B02819", StartSeconds = -1, StopsAt = 0.3, StopSeconds = 500, HasBody = false };
        Assert.Empty(new Scene([display]) { TremblePx = 1.5f, MissShare = 0.3 }.Passages(40));
        Assert.Empty(new Scene([display]) { TremblePx = 1.5f, MissShare = 0.3, Settings = NoLine }.Passages(40));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_displays_text_never_becomes_the_plate_of_a_vehicle_that_passes_under_it(bool line)
    {
        var display = new Actor { Text = "14B02819", StartSeconds = -1, StopsAt = 0.3, StopSeconds = 500, HasBody = false };
        var lorry = new Actor { Aspect = 1.5, StartSeconds = 2, CrossingSeconds = 4 };
        var scene = new Scene([display, lorry]) { Settings = NoLine with { Line = line ? Scene.NearLine : null }, MissShare = 0.2 };
        var passage = Assert.Single(scene.Passages(12));
        Assert.Equal(PlateOutcome.NoPlate, passage.Outcome);
    }

    [Fact]
    public void What_is_masked_is_never_read()
    {
        var scene = new Scene([new Actor { Text = "5-12345", HasBody = false }]) { Settings = NoLine with { Masks = [new PictureArea(0, 0, 1, 1)] } };
        Assert.Empty(scene.Passages(6));
    }

    [Fact]
    public void A_vehicle_still_approaching_at_the_end_comes_out_at_the_flush()
    {
        var passage = Assert.Single(new Scene([new Actor { Text = "5-12345" }]) { Settings = NoLine }.Passages(1.8));
        Assert.Equal("5-12345", passage.Plate!.Value.Visual);
    }

    [Fact]
    public void Without_a_line_a_sure_text_is_a_passage_before_its_vehicle_has_left()
    {
        var actor = new Actor { Text = "5-12345", CrossingSeconds = 4 };
        var early = new Scene([actor]) { Settings = NoLine with { DecidesEarly = true } };
        var passage = Assert.Single(early.Passages(8));
        Assert.InRange(passage.CommittedAt - Scene.Start, TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        Assert.Equal("5-12345", passage.Plate!.Value.Visual);
        var late = Assert.Single(new Scene([actor]) { Settings = NoLine }.Passages(8));
        Assert.True(late.CommittedAt - Scene.Start >= TimeSpan.FromSeconds(3.5), $"{late.CommittedAt - Scene.Start}");
    }

    [Fact]
    public void What_is_decided_early_and_read_better_later_keeps_its_id()
    {
        var far = new Actor { Text = "5-12845", CrossingSeconds = 4, Hidden = (1.6, 9) };
        var near = new Actor { Text = "5-12345", CrossingSeconds = 4, Hidden = (-1, 1.6) };
        var sightings = new Scene([far, near with { HasBody = false }]) { Settings = NoLine with { DecidesEarly = true } }.Play(8);
        Assert.Equal("5-12345", sightings[^1].Passage.Plate!.Value.Visual);
        Assert.Single(sightings.Select(s => s.Passage.Id).Distinct());
    }

    [Fact]
    public void A_better_reading_after_the_line_is_a_revision_with_the_same_id()
    {
        var far = new Actor { Text = "5-12845", Hidden = (2.3, 9) };
        var near = new Actor { Text = "5-12345", Hidden = (-1, 2.3) };
        var sightings = new Scene([far, near with { HasBody = false }]) { Weak = "5-12845" }.Play(6);
        Assert.Equal(["5-12845", "5-12345"], sightings.Select(s => s.Passage.Plate!.Value.Visual));
        Assert.Equal([0, 1], sightings.Select(s => s.Revision));
        Assert.Equal(sightings[0].Passage.Id, sightings[1].Passage.Id);
    }

    [Fact]
    public void The_same_plate_seconds_later_is_the_same_passage_and_minutes_later_another()
    {
        var first = new Actor { Text = "5-12345" };
        Assert.Single(new Scene([first, first with { StartSeconds = 5 }]).Passages(10));
        Assert.Equal(2, new Scene([first, first with { StartSeconds = 60 }]).Passages(70).Count);
    }
}
