// A camera's picture judged over drawn minutes: faults are said with their figures, night, fog and lorries are none.
using Bawaba.Contracts;
using Bawaba.Gate.Health;
using Bawaba.Simulator.Stage;

namespace Bawaba.Tests.Gate.Health;

[Collection(FrameCount.Collection)]
public sealed class PictureJudgeTests : IDisposable
{
    private readonly PictureJudge _judge = new([]);
    private readonly LaneView _day = new();
    private readonly LaneView _night = new(StageLight.Night);
    private DateTimeOffset _now = A.Morning;

    [Fact]
    public void A_minute_of_traffic_is_clear_and_so_is_the_night_after_it()
    {
        Watch(_day, 60);
        Assert.Equal(PictureState.Clear, State);
        Watch(_night, 60, Clear);
        Watch(_day, 30, Clear);
    }

    [Fact]
    public void A_camera_without_light_is_dark_with_its_figure_and_soon_no_longer_when_light_is_back()
    {
        Watch(_day, 20);
        _day.Light = 0.06f;
        Watch(_day, 8, Clear);
        Watch(_day, 5);
        Assert.Equal(PictureState.Dark, State);
        Assert.InRange(_judge.Report!.MeasuredPercent, 0, PictureJudge.DarkPercent);
        Assert.Equal(PictureJudge.DarkPercent, _judge.Report.ThresholdPercent);
        _day.Light = 1;
        Watch(_day, 8);
        Assert.Equal(PictureState.Clear, State);
    }

    [Fact]
    public void A_camera_that_starts_in_the_dark_is_dark_and_learns_its_view_from_the_light()
    {
        _day.Light = 0.06f;
        Watch(_day, 15);
        Assert.Equal(PictureState.Dark, State);
        _day.Light = 1;
        Watch(_day, 25);
        Assert.Equal(PictureState.Clear, State);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 4)]
    [InlineData(true, 1)]
    [InlineData(true, 4)]
    public void A_lens_out_of_focus_is_blurred_by_day_and_by_night_and_sharp_again_soon(bool night, float pixels)
    {
        var lane = night ? _night : _day;
        Watch(lane, 20);
        lane.Blur = pixels;
        Watch(lane, 20);
        Assert.Equal(PictureState.Blurred, State);
        Assert.InRange(_judge.Report!.MeasuredPercent, 0, PictureJudge.BlurredPercent);
        lane.Blur = 0;
        Watch(lane, 10);
        Assert.Equal(PictureState.Clear, State);
    }

    [Theory]
    [InlineData(false, 0.1f)]
    [InlineData(false, 0.3f)]
    [InlineData(true, 0.1f)]
    [InlineData(true, 0.3f)]
    public void A_camera_that_was_turned_is_moved_by_day_and_by_night_until_it_looks_back(bool night, float share)
    {
        var lane = night ? _night : _day;
        Watch(lane, 30);
        lane.Turn = share;
        Watch(lane, 60);
        Assert.Equal(PictureState.Moved, State);
        Assert.Equal(PictureJudge.MovedPercent, _judge.Report!.ThresholdPercent);
        lane.Turn = 0;
        Watch(lane, 20);
        Assert.Equal(PictureState.Clear, State);
    }

    [Theory]
    [InlineData(0.6f)]
    [InlineData(0.85f)]
    public void Fog_is_no_fault_of_the_camera(float fog)
    {
        Watch(_day, 20);
        _day.Fog = fog;
        Watch(_day, 60, Clear);
    }

    [Fact]
    public void A_lorry_that_fills_the_picture_in_passing_is_no_fault_and_neither_is_one_that_waits_before_most_of_it()
    {
        Watch(_day, 20);
        _day.Lorry = 1;
        Watch(_day, 25, Clear);
        _day.Lorry = 0.6f;
        Watch(_day, 120, Clear);
    }

    [Fact]
    public void A_covered_lens_is_a_view_that_is_not_this_cameras()
    {
        Watch(_day, 20);
        _day.Lorry = 1;
        Watch(_day, 45);
        Assert.Equal(PictureState.Moved, State);
    }

    [Fact]
    public void A_view_that_had_a_lorry_in_it_at_the_start_is_learnt_anew()
    {
        _day.Lorry = 1;
        Watch(_day, 15);
        _day.Lorry = 0;
        Watch(_day, 60);
        Assert.Equal(PictureState.Moved, State);
        Watch(_day, 100);
        Assert.Equal(PictureState.Clear, State);
    }

    [Fact]
    public void Frames_between_the_seconds_cost_nothing_and_change_nothing()
    {
        Watch(_day, 20);
        var before = _judge.Report;
        using var frame = _day.Next(_now.AddSeconds(-0.5));
        Assert.False(_judge.Observe(frame));
        Assert.Same(before, _judge.Report);
    }

    private static void Clear(PictureState state) => Assert.Equal(PictureState.Clear, state);

    private PictureState? State => _judge.Report?.State;

    private void Watch(LaneView lane, int seconds, Action<PictureState>? always = null)
    {
        for (var i = 0; i < seconds; i++)
        {
            using var frame = lane.Next(_now);
            _now = _now.AddSeconds(1);
            _judge.Observe(frame);
            always?.Invoke(_judge.Report!.State);
        }
    }

    public void Dispose()
    {
        _day.Dispose();
        _night.Dispose();
    }
}
