using Bawaba.Gate.Uplink;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Uplink;

public sealed class BacklogPaceTests
{
    private readonly FakeTimeProvider _time = new(A.Morning);

    [Fact]
    public void The_backlog_takes_three_quarters_of_what_the_road_carries()
    {
        var pace = new BacklogPace(_time);
        const int BytesPerSecond = 8_000;
        var began = _time.GetUtcNow();
        for (var i = 0; i < 100; i++)
        {
            _time.Advance(pace.Wait());
            _time.Advance(TimeSpan.FromSeconds(1));
            pace.Sent(BytesPerSecond, TimeSpan.FromSeconds(1));
        }
        _time.Advance(pace.Wait());
        var taken = 100 * BytesPerSecond / (_time.GetUtcNow() - began).TotalSeconds;
        Assert.InRange(taken, 0.7 * BytesPerSecond, 0.8 * BytesPerSecond);
        Assert.Equal(BytesPerSecond, pace.BytesPerSecond, 1.0);
    }

    [Fact]
    public void A_road_too_quick_to_be_measured_is_not_held_up()
    {
        var pace = new BacklogPace(_time);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(TimeSpan.Zero, pace.Wait());
            pace.Sent(8 << 20, TimeSpan.FromMicroseconds(300));
        }
    }

    [Fact]
    public void An_idle_hour_is_not_saved_up()
    {
        var pace = new BacklogPace(_time);
        pace.Sent(10_000, TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, pace.Wait());
        pace.Sent(10_000, TimeSpan.FromSeconds(1));
        Assert.InRange(pace.Wait(), TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.4));
    }

    [Fact]
    public void However_slow_the_road_a_wait_ends()
    {
        var pace = new BacklogPace(_time);
        pace.Sent(8 << 20, TimeSpan.FromMinutes(5));
        Assert.InRange(pace.Wait(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }
}
