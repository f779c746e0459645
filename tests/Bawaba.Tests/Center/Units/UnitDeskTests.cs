using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Units;

public sealed class UnitDeskTests
{
    [Fact]
    public async Task What_a_crew_says_by_radio_is_written_down_once_a_version()
    {
        await using var rig = await UnitRig.StartAsync();
        var version = (await rig.UnitAsync()).Version;
        var unit = UnitRig.Done(await rig.Desk.StepAsync(rig.Operator, UnitRig.Patrol, version, UnitVerb.OnDuty, rig.Cancellation));
        Assert.Equal((UnitStatus.Available, rig.Center.Now), (unit.Status, unit.OnDutyAt));
        Assert.IsType<UnitResult.Stale>(await rig.Desk.StepAsync(rig.Operator, UnitRig.Patrol, version, UnitVerb.OutOfService, rig.Cancellation));
        Assert.IsType<UnitResult.OutOfOrder>(await rig.Desk.StepAsync(rig.Operator, UnitRig.Patrol, unit.Version, UnitVerb.OnScene, rig.Cancellation));
    }

    [Fact]
    public async Task A_place_by_radio_is_a_point_or_a_gate_and_of_a_unit_on_duty_alone()
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.IsType<UnitResult.OutOfOrder>(await rig.Desk.ReportPositionAsync(rig.Operator, UnitRig.Patrol, null, A.North, rig.Cancellation));
        await rig.BringToAsync(UnitStatus.Available);
        Assert.True(Coordinates.TryMake(27, 14, out var point));
        UnitRig.Done(await rig.Desk.ReportPositionAsync(rig.Operator, UnitRig.Patrol, null, A.North, rig.Cancellation));
        Assert.Equal((A.North, PositionSource.Radio), ((await rig.UnitAsync()).Position!.Gate, (await rig.UnitAsync()).Position!.Source));
        rig.Center.Time.Advance(TimeSpan.FromSeconds(1));
        UnitRig.Done(await rig.Desk.ReportPositionAsync(rig.Operator, UnitRig.Patrol, point, null, rig.Cancellation));
        Assert.Equal((null, point), ((await rig.UnitAsync()).Position!.Gate, (await rig.UnitAsync()).Position!.Point));
        foreach (var (where, gate) in new (Coordinates?, GateId?)[] { (null, null), (point, A.North), (null, GateId.Parse("nowhere")) })
            Assert.IsType<UnitResult.Unfit>(await rig.Desk.ReportPositionAsync(rig.Operator, UnitRig.Patrol, where, gate, rig.Cancellation));
    }

    [Fact]
    public async Task An_id_is_given_once_and_not_again_after_the_unit_is_retired()
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.IsType<UnitResult.Taken>(await rig.Register.RegisterAsync(rig.Supervisor, UnitsOf.Draft(), rig.Cancellation));
        await rig.BringToAsync(UnitStatus.Available);
        var retired = UnitRig.Done(await rig.Register.RetireAsync(rig.Supervisor, UnitRig.Patrol, (await rig.UnitAsync()).Version, rig.Cancellation));
        Assert.Equal((UnitStatus.OffDuty, 0), (retired.Status, retired.Crew.Count));
        Assert.IsType<UnitResult.Taken>(await rig.Register.RegisterAsync(rig.Supervisor, UnitsOf.Draft(), rig.Cancellation));
        Assert.IsType<Reading<Unit>.NotFound>(await rig.Phone.MineAsync(rig.Crew, rig.Cancellation));
        Assert.Empty(Assert.IsType<Reading<IReadOnlyList<Unit>>.Granted>(await rig.Desk.ListAsync(rig.Operator, rig.Cancellation)).Value);
    }

    [Fact]
    public async Task A_unit_with_a_task_is_not_retired()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Assigned);
        Assert.IsType<UnitResult.OutOfOrder>(await rig.Register.RetireAsync(rig.Supervisor, UnitRig.Patrol, (await rig.UnitAsync()).Version, rig.Cancellation));
    }

    [Fact]
    public async Task A_person_is_of_one_crew_and_a_crew_is_of_patrol_officers_alone()
    {
        await using var rig = await UnitRig.StartAsync();
        var second = UnitRig.Done(await rig.Register.RegisterAsync(rig.Supervisor, UnitsOf.Draft("patrol-2"), rig.Cancellation));
        Assert.IsType<UnitResult.CrewElsewhere>(await rig.Register.SetCrewAsync(rig.Supervisor, second.Id, second.Version, [rig.Crew.Account], rig.Cancellation));
        Assert.IsType<UnitResult.Unfit>(await rig.Register.SetCrewAsync(rig.Supervisor, second.Id, second.Version, [rig.Operator.Account], rig.Cancellation));
        // The first unit kept its crew.
        Assert.Equal(rig.Crew.Account, Assert.Single((await rig.UnitAsync()).Crew).Account);
        var choices = Assert.IsType<Reading<IReadOnlyList<CrewChoice>>.Granted>(await rig.Register.ChoicesAsync(rig.Supervisor, null, rig.Cancellation)).Value;
        Assert.Equal((rig.Crew.Account, UnitRig.Patrol), (Assert.Single(choices).Account, choices[0].Of));
    }

    [Theory]
    [InlineData("", "Patrol", 3)]
    [InlineData("UPPER", "Patrol", 3)]
    [InlineData("patrol-9", "", 3)]
    [InlineData("patrol-9", "Pat\nrol", 3)]
    [InlineData("patrol-9", "Patrol", 0)]
    [InlineData("patrol-9", "Patrol", 100)]
    public async Task A_unit_needs_an_id_names_and_people(string id, string name, int strength)
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.IsType<UnitResult.Unfit>(await rig.Register.RegisterAsync(rig.Supervisor, UnitsOf.Draft(id) with { NameEn = name, Strength = strength }, rig.Cancellation));
    }

    [Fact]
    public async Task A_directorates_supervisor_registers_for_it_whatever_the_form_says_and_sees_no_other()
    {
        await using var rig = await ScopeRig.StartAsync();
        var supervisor = await rig.PersonAsync(Role.Supervisor, ScopeRig.Ours);
        var made = UnitRig.Done(await rig.Center.Get<UnitRegister>().RegisterAsync(supervisor, UnitsOf.Draft() with { Directorate = ScopeRig.Theirs.Value }, rig.Cancellation));
        Assert.Equal(ScopeRig.Ours, made.Directorate);
        var theirs = await UnitsOf.RegisteredAsync(rig, ScopeRig.Theirs);
        var joint = UnitRig.Done(await rig.Center.Get<UnitRegister>().RegisterAsync(await rig.PersonAsync(Role.Supervisor, null), UnitsOf.Draft("common-1"), rig.Cancellation));
        var seen = Assert.IsType<Reading<IReadOnlyList<Unit>>.Granted>(await rig.Center.Get<UnitDesk>().ListAsync(supervisor, rig.Cancellation)).Value.Select(u => u.Id).ToList();
        Assert.Equal(new[] { joint.Id, made.Id }.OrderBy(i => i.Value), seen.OrderBy(i => i.Value));
        Assert.DoesNotContain(theirs, seen);
        // Nor is their officer put into our crew.
        var officer = await rig.PersonAsync(Role.PatrolOfficer, ScopeRig.Theirs);
        Assert.IsType<UnitResult.Unfit>(await rig.Center.Get<UnitRegister>().SetCrewAsync(supervisor, made.Id, made.Version, [officer.Account], rig.Cancellation));
        Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
    }

    [Fact]
    public async Task Who_looks_at_units_is_in_the_log_once_an_hour()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.Desk.ListAsync(rig.Operator, rig.Cancellation);
        await rig.Desk.ListAsync(rig.Operator, rig.Cancellation);
        Assert.Single(await rig.Center.ActsAsync(), nameof(AuditAct.UnitsSeen));
        await rig.Center.BreakAuditAsync();
        Assert.IsType<Reading<IReadOnlyList<Unit>>.AuditUnavailable>(await rig.Desk.ListAsync(rig.Supervisor, rig.Cancellation));
        await rig.Center.MendAuditAsync();
    }
}
