using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Screens;
using Bawaba.Center.Units;

namespace Bawaba.Tests.Center.Units;

public sealed class WelfareTests
{
    [Fact]
    public async Task A_word_that_is_missing_is_a_flag_a_row_in_the_log_and_a_change_once()
    {
        await using var rig = await NightAsync();
        await using var heard = rig.Center.Get<LiveStream>().ReadAsync(rig.Operator, rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        await heard.MoveNextAsync();
        rig.Center.Time.Advance(TimeSpan.FromMinutes(29));
        await rig.TickAsync();
        Assert.Null((await rig.UnitAsync()).OverdueAt);
        await rig.ChangesAsync(heard);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.TickAsync();
        await rig.TickAsync();
        Assert.NotNull((await rig.UnitAsync()).OverdueAt);
        Assert.Single(await rig.Center.ActsAsync(), nameof(AuditAct.UnitOverdue));
        Assert.Contains(await rig.ChangesAsync(heard), e => e is { Kind: LiveKind.Unit, Subject: "patrol-1", State: UnitChanges.Overdue });
    }

    [Fact]
    public async Task Any_word_of_the_crew_moves_the_clock_on_and_takes_the_flag_away()
    {
        await using var rig = await NightAsync();
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await rig.TickAsync();
        await rig.PressAsync(UnitVerb.Well);
        var unit = await rig.UnitAsync();
        Assert.Equal((null, rig.Center.Now.AddMinutes(30)), (unit.OverdueAt, unit.WelfareDueAt));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(10));
        await rig.PressAsync(UnitVerb.OutOfService);
        Assert.Equal(rig.Center.Now.AddMinutes(30), (await rig.UnitAsync()).WelfareDueAt);
    }

    [Fact]
    public async Task A_word_that_arrives_late_counts_from_when_it_was_said()
    {
        await using var rig = await NightAsync();
        var said = rig.Center.Now.AddMinutes(5);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(40));
        await rig.TickAsync();
        await rig.PressAsync(UnitVerb.Well, at: said);
        var unit = await rig.UnitAsync();
        Assert.Equal(said.AddMinutes(30), unit.WelfareDueAt);
        // It is five minutes too old already: what is overdue stays so.
        Assert.NotNull(unit.OverdueAt);
    }

    [Fact]
    public async Task Nobody_off_duty_has_a_clock()
    {
        await using var rig = await NightAsync();
        await rig.PressAsync(UnitVerb.OffDuty);
        rig.Center.Time.Advance(TimeSpan.FromHours(5));
        await rig.TickAsync();
        var unit = await rig.UnitAsync();
        Assert.Equal((null, null, 30), (unit.OverdueAt, unit.WelfareDueAt, unit.WelfareMinutes));
        await rig.PressAsync(UnitVerb.OnDuty);
        Assert.Equal(rig.Center.Now.AddMinutes(30), (await rig.UnitAsync()).WelfareDueAt);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(241)]
    [InlineData(-30)]
    public async Task A_clock_is_between_five_minutes_and_four_hours(int minutes)
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.IsType<UnitResult.Unfit>(await rig.Desk.SetWelfareAsync(rig.Operator, UnitRig.Patrol, (await rig.UnitAsync()).Version, minutes, rig.Cancellation));
    }

    [Fact]
    public async Task A_missing_word_calls_until_somebody_looks_after_it_and_the_next_one_calls_again()
    {
        await using var rig = await NightAsync();
        Assert.Empty(await CallingAsync(rig));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await rig.TickAsync();
        var calling = Assert.Single(await CallingAsync(rig));
        Assert.Equal((UnitRig.Patrol, rig.Center.Now, null), (calling.Id, calling.OverdueAt, calling.Position));
        Assert.Equal(rig.Operator.DisplayName, UnitRig.Done(await rig.Desk.LookAfterAsync(rig.Operator, UnitRig.Patrol, rig.Cancellation)).OverdueSeenBy);
        Assert.Empty(await CallingAsync(rig));
        // Whoever was first stays named, and it is one row in the log.
        Assert.Equal(rig.Operator.DisplayName, UnitRig.Done(await rig.Desk.LookAfterAsync(rig.Supervisor, UnitRig.Patrol, rig.Cancellation)).OverdueSeenBy);
        Assert.Single(await rig.Center.ActsAsync(), nameof(AuditAct.UnitOverdueSeen));
        Assert.NotNull((await rig.UnitAsync()).OverdueAt);
        // Ten minutes without a word: it calls again, and is as old as it is.
        rig.Center.Time.Advance(UnitRules.LookedAfter);
        await rig.TickAsync();
        Assert.Equal(calling.OverdueAt, Assert.Single(await CallingAsync(rig)).OverdueAt);
        await rig.PressAsync(UnitVerb.Well);
        var well = await rig.UnitAsync();
        Assert.Equal((null, null, null), (well.OverdueAt, well.OverdueSeenAt, well.OverdueSeenBy));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(31));
        await rig.TickAsync();
        Assert.Single(await CallingAsync(rig));
    }

    [Fact]
    public async Task Nobody_looks_after_a_unit_whose_word_came()
    {
        await using var rig = await NightAsync();
        var before = await rig.UnitAsync();
        Assert.Null(UnitRig.Done(await rig.Desk.LookAfterAsync(rig.Operator, UnitRig.Patrol, rig.Cancellation)).OverdueSeenBy);
        Assert.Equal(before.Version, (await rig.UnitAsync()).Version);
        Assert.DoesNotContain(nameof(AuditAct.UnitOverdueSeen), await rig.Center.ActsAsync());
    }

    private static async Task<IReadOnlyList<Unit>> CallingAsync(UnitRig rig) =>
        Assert.IsType<Reading<IReadOnlyList<Unit>>.Granted>(await rig.Desk.CallingAsync(rig.Operator, rig.Cancellation)).Value;

    private static async Task<UnitRig> NightAsync()
    {
        var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Available);
        UnitRig.Done(await rig.Desk.SetWelfareAsync(rig.Operator, UnitRig.Patrol, (await rig.UnitAsync()).Version, 30, rig.Cancellation));
        return rig;
    }
}
