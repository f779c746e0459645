using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Alerts;

public sealed class TimesDeskTests
{
    [Fact]
    public async Task The_figures_are_percentiles_of_each_step_with_what_should_be_and_was()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        // Answered after 1 to 20 s; looked at 10 s later, confirmed 20 s after that.
        for (var i = 1; i <= 20; i++)
            await DecideAsync(rig, i);
        var times = await ReadAsync(rig);
        Assert.Equal((20, 0), (times.Raised, times.Late));
        var answered = times.Clocks.Single(c => c.Clock == "raised-answered");
        Assert.Equal((20, 10.0, 18.0, 19.0), (answered.Count, answered.Half!.Value.TotalSeconds, answered.NineOfTen!.Value.TotalSeconds, answered.NineteenOfTwenty!.Value.TotalSeconds));
        Assert.Equal([0.75, 1.0], answered.Targets.Select(t => t.Share));
        Assert.Equal(10, Clock(times, "answered-look").Half!.Value.TotalSeconds);
        Assert.Equal(20, Clock(times, "look-confirmed").NineteenOfTwenty!.Value.TotalSeconds);
        Assert.Equal(1.0, Assert.Single(Clock(times, "raised-decided").Targets).Share);
        Assert.Equal(2, Clock(times, "captured-raised").Half!.Value.TotalSeconds);
    }

    [Fact]
    public async Task Fewer_than_five_say_nothing_and_late_ones_are_in_no_figure()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        for (var i = 1; i <= 4; i++)
            await DecideAsync(rig, i);
        rig.Time.Advance(TimeSpan.FromMinutes(11));
        await rig.RaiseAsync(A.Hit(rig.Now - TimeSpan.FromMinutes(10)));
        var times = await ReadAsync(rig);
        Assert.Equal((4, 1), (times.Raised, times.Late));
        Assert.All(times.Clocks, c => Assert.Equal((true, 4, null), (c.TooFew, c.Count, c.Half)));
        Assert.All(times.Clocks, c => Assert.Empty(c.Targets));
    }

    [Fact]
    public async Task What_was_before_the_span_is_not_counted_and_no_span_is_longer_than_a_month()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        for (var i = 1; i <= 5; i++)
            await DecideAsync(rig, i);
        rig.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await ReadAsync(rig, TimeSpan.FromHours(12))).Raised);
        Assert.Equal(5, (await ReadAsync(rig, TimeSpan.FromDays(2))).Raised);
        Assert.Equal(rig.Now - TimesDesk.Longest, (await ReadAsync(rig, TimeSpan.FromDays(400))).SinceAt);
    }

    [Fact]
    public void Figures_of_other_clocks_are_made_the_same_way()
    {
        var figures = ClockFigures.Of("dispatch", Enumerable.Range(1, 10).Select(s => TimeSpan.FromSeconds(s)), new ClockTarget(0.9, TimeSpan.FromSeconds(8)));
        Assert.Equal((10, 5.0, 9.0, 10.0, 0.8), (figures.Count, figures.Half!.Value.TotalSeconds, figures.NineOfTen!.Value.TotalSeconds, figures.NineteenOfTwenty!.Value.TotalSeconds, figures.Targets[0].Share));
    }

    private static ClockFigures Clock(AlertTimes times, string name) => times.Clocks.Single(c => c.Clock == name);

    private static async Task<AlertTimes> ReadAsync(CenterRig rig, TimeSpan? span = null) => Assert.IsType<Reading<AlertTimes>.Granted>(
        await rig.Get<TimesDesk>().ReadAsync(await rig.SignedInAsync(Role.Auditor), rig.Now - (span ?? TimeSpan.FromHours(3)), rig.Cancellation)).Value;

    private static async Task DecideAsync(CenterRig rig, int answeredAfterSeconds)
    {
        var (first, second, desk) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator), rig.Get<AlertDesk>());
        // The entry must have been approved before the vehicle passed.
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        var alert = await rig.RaiseAsync(A.Hit(rig.Now - TimeSpan.FromSeconds(2)));
        rig.Time.Advance(TimeSpan.FromSeconds(answeredAfterSeconds));
        alert = AlertDeskTests.Done(await desk.AnswerAsync(first, alert.Id, alert.Version, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        alert = AlertDeskTests.Done(await desk.FirstLookAsync(first, alert.Id, alert.Version, LookVerdict.Same, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromSeconds(20));
        AlertDeskTests.Done(await desk.ConfirmAsync(second, alert.Id, alert.Version, rig.Cancellation));
    }
}
