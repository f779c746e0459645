using Bawaba.Center.Units;
using Bawaba.Contracts;
using CsCheck;

namespace Bawaba.Tests.Center.Units;

public sealed class UnitTransitionsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    // 0 to 7 a crew's verbs, 8 dispatch, 9 release, 10 a welfare clock, 11 the clock's tick.
    private static readonly Gen<List<(int Act, int Minutes)>> Lives = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 40]).List[1, 60];

    [Fact]
    public void Whatever_happens_a_unit_off_duty_has_no_task_no_position_and_no_clock_and_a_task_has_a_unit_on_it() => Lives.Sample(life =>
    {
        var (unit, now) = (New(), Start);
        foreach (var (act, minutes) in life)
        {
            now = now.AddMinutes(minutes);
            var before = unit;
            var step = Take(unit, act, now);
            if (step is UnitStep.Taken(var next, var changed))
            {
                Assert.Equal(before.Version + 1, next.Version);
                Assert.True(changed is null || changed.ReleasedAt is not null || next.Assignment == changed);
                unit = next;
            }
            var onTask = unit.Status is UnitStatus.Assigned or UnitStatus.EnRoute or UnitStatus.OnScene;
            Assert.Equal(onTask, unit.Assignment is not null);
            if (unit.Status is UnitStatus.OffDuty)
                Assert.True(unit is { Position: null, WelfareDueAt: null, OverdueAt: null, OnDutyAt: null });
            else
                Assert.NotNull(unit.OnDutyAt);
            // Only dispatch assigns.
            Assert.True(unit.Status is not UnitStatus.Assigned || before.Status is UnitStatus.Assigned || act == 8);
            // Off duty comes only from available or out of service.
            Assert.True(unit.Status is not UnitStatus.OffDuty || before.Status is UnitStatus.OffDuty or UnitStatus.Available or UnitStatus.OutOfService);
        }
    });

    [Fact]
    public void A_verb_that_is_not_offered_in_a_status_is_out_of_order_and_one_that_is_offered_is_not()
    {
        foreach (var status in Enum.GetValues<UnitStatus>())
        {
            foreach (var verb in Enum.GetValues<UnitVerb>())
            {
                var step = UnitTransitions.Take(In(status), verb, Start.AddMinutes(1));
                Assert.Equal((status, verb, UnitTransitions.From(status).Contains(verb)), (status, verb, step is UnitStep.Taken));
            }
        }
    }

    [Fact]
    public void The_instructions_of_a_task_go_with_its_end()
    {
        var step = Assert.IsType<UnitStep.Taken>(UnitTransitions.Release(In(UnitStatus.OnScene), Start.AddHours(1)));
        Assert.Equal((UnitStatus.Available, "", ""), (step.Unit.Status, step.Changed!.Task.Instructions, step.Changed.Task.Notes));
        Assert.False(step.Changed.BrokenOff);
        Assert.True(Assert.IsType<UnitStep.Taken>(UnitTransitions.Take(In(UnitStatus.EnRoute), UnitVerb.OutOfService, Start)).Changed!.BrokenOff);
    }

    [Fact]
    public void A_retired_unit_says_nothing_and_is_not_sent()
    {
        var retired = Assert.IsType<UnitStep.Taken>(UnitTransitions.Retire(In(UnitStatus.Available), Start)).Unit;
        Assert.All(Enum.GetValues<UnitVerb>(), verb => Assert.IsType<UnitStep.OutOfOrder>(UnitTransitions.Take(retired, verb, Start)));
        Assert.IsType<UnitStep.OutOfOrder>(UnitTransitions.Assign(retired, Task(retired.Id)));
        Assert.IsType<UnitStep.OutOfOrder>(UnitTransitions.Retire(In(UnitStatus.Assigned), Start));
    }

    [Theory]
    [InlineData(-3, -3)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-61, 0)]
    [InlineData(-100_000, 0)]
    public void A_phones_clock_is_believed_between_what_is_known_before_and_now(int deviceMinutes, int believedMinutes) =>
        Assert.Equal(Start.AddMinutes(believedMinutes), UnitRules.Believed(Start.AddMinutes(deviceMinutes), Start, Start.AddMinutes(-60)));

    [Fact]
    public void A_phones_clock_is_not_believed_over_half_a_day() =>
        Assert.Equal(Start, UnitRules.Believed(Start.AddHours(-13), Start, Start.AddDays(-2)));

    private static UnitStep Take(Unit unit, int act, DateTimeOffset now) => act switch
    {
        8 => UnitTransitions.Assign(unit, Task(unit.Id) with { AssignedAt = now }),
        9 => UnitTransitions.Release(unit, now),
        10 => new UnitStep.Taken(UnitTransitions.SetWelfare(unit, 15, now)),
        11 => UnitTransitions.Miss(unit, now),
        _ => UnitTransitions.Take(unit, (UnitVerb)act, now),
    };

    private static Unit In(UnitStatus status) => New() with
    {
        Status = status,
        OnDutyAt = status is UnitStatus.OffDuty ? null : Start,
        Assignment = status is UnitStatus.Assigned or UnitStatus.EnRoute or UnitStatus.OnScene ? Task(New().Id) : null,
    };

    private static Unit New() => new()
    {
        Id = UnitRig.Patrol, Version = 1, Name = new() { Ar = "دورية", En = "Patrol" }, Kind = UnitKind.Patrol, Strength = 2, Status = UnitStatus.OffDuty, StatusAt = Start,
    };

    private static Assignment Task(UnitId unit) => new() { Id = new(Guid.CreateVersion7(Start)), Unit = unit, Task = UnitRig.Task(), AssignedAt = Start, AssignedBy = "somebody" };
}
