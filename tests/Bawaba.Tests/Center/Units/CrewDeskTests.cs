using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;

namespace Bawaba.Tests.Center.Units;

public sealed class CrewDeskTests
{
    [Fact]
    public async Task A_command_sent_ten_times_is_done_once_and_answered_the_same()
    {
        await using var rig = await UnitRig.StartAsync();
        var id = Guid.CreateVersion7(rig.Center.Now);
        var answers = new List<CommandAnswer>();
        for (var i = 0; i < 10; i++)
            answers.Add(await rig.PressAsync(UnitVerb.OnDuty, id: id));
        Assert.All(answers, a => Assert.Equal(CommandAnswer.Done, a));
        Assert.Equal(UnitStatus.Available, (await rig.UnitAsync()).Status);
        Assert.Single(await rig.Center.ActsAsync(), nameof(AuditAct.UnitStepped));
        // Again after other things happened: still the first answer, with the unit as it is now.
        await rig.PressAsync(UnitVerb.OutOfService);
        var late = Assert.IsType<CommandResult.Answered>(await rig.SendAsync(UnitVerb.OnDuty, id: id));
        Assert.Equal((CommandAnswer.Done, UnitStatus.OutOfService), (late.Answer, late.Unit.Status));
    }

    [Fact]
    public async Task A_refused_command_stays_refused_however_often_it_is_sent()
    {
        await using var rig = await UnitRig.StartAsync();
        var id = Guid.CreateVersion7(rig.Center.Now);
        Assert.Equal(CommandAnswer.OutOfOrder, await rig.PressAsync(UnitVerb.OffDuty, id: id));
        await rig.PressAsync(UnitVerb.OnDuty);
        Assert.Equal(CommandAnswer.OutOfOrder, await rig.PressAsync(UnitVerb.OffDuty, id: id));
        Assert.Equal(UnitStatus.Available, (await rig.UnitAsync()).Status);
    }

    [Fact]
    public async Task Late_commands_keep_both_times_and_count_from_when_they_were_pressed()
    {
        await using var rig = await UnitRig.StartAsync();
        var task = await rig.BringToAsync(UnitStatus.Assigned);
        var (enRoute, onScene) = (rig.Center.Now.AddMinutes(2), rig.Center.Now.AddMinutes(9));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(30));
        await rig.PressAsync(UnitVerb.EnRoute, task, enRoute);
        await rig.PressAsync(UnitVerb.OnScene, task, onScene);
        var unit = await rig.UnitAsync();
        Assert.Equal((UnitStatus.OnScene, onScene), (unit.Status, unit.StatusAt));
        Assert.Equal((enRoute, enRoute, onScene), (unit.Assignment!.AcknowledgedAt, unit.Assignment.EnRouteAt, unit.Assignment.OnSceneAt));
        var kept = (await CommandsAsync(rig)).TakeLast(2).ToList();
        Assert.Equal([(UnitVerb.EnRoute, enRoute), (UnitVerb.OnScene, onScene)], kept.Select(c => (c.Verb, c.DeviceAt)));
        Assert.All(kept, c => Assert.Equal(rig.Center.Now, c.ReceivedAt));
    }

    [Fact]
    public async Task A_phone_whose_clock_is_wrong_is_taken_at_the_time_its_command_arrives()
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.Equal(CommandAnswer.Done, await rig.PressAsync(UnitVerb.OnDuty, at: rig.Center.Now.AddYears(5)));
        Assert.Equal(rig.Center.Now, (await rig.UnitAsync()).StatusAt);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CommandAnswer.Done, await rig.PressAsync(UnitVerb.OutOfService, at: DateTimeOffset.UnixEpoch));
        Assert.Equal(rig.Center.Now, (await rig.UnitAsync()).StatusAt);
    }

    [Fact]
    public async Task A_command_about_a_task_that_is_over_does_nothing_to_the_next_one()
    {
        await using var rig = await UnitRig.StartAsync();
        var first = await rig.BringToAsync(UnitStatus.Assigned);
        Assert.IsType<AssignResult.Done>(await rig.ReleaseAsync(first!.Value));
        var second = Assert.IsType<AssignResult.Done>(await rig.AssignAsync()).Assignment.Id;
        foreach (var verb in new[] { UnitVerb.Acknowledge, UnitVerb.EnRoute, UnitVerb.OnScene, UnitVerb.Available })
            Assert.Equal((verb, CommandAnswer.OtherTask), (verb, await rig.PressAsync(verb, first)));
        var unit = await rig.UnitAsync();
        Assert.Equal((UnitStatus.Assigned, second, null), (unit.Status, unit.Assignment!.Id, unit.Assignment.AcknowledgedAt));
    }

    [Fact]
    public async Task Nobody_commands_a_unit_of_whose_crew_they_are_not_and_the_log_has_who_tried()
    {
        await using var rig = await UnitRig.StartAsync();
        var other = await rig.Center.SignedInAsync(Role.PatrolOfficer);
        Assert.IsType<CommandResult.NotFound>(await rig.SendAsync(UnitVerb.OnDuty, by: other));
        Assert.Equal(nameof(AuditAct.Refused), (await rig.Center.ActsAsync())[^1]);
        Assert.IsType<Reading<Unit>.NotFound>(await rig.Phone.MineAsync(other, rig.Cancellation));
        // Nor by another's command id.
        var id = Guid.CreateVersion7(rig.Center.Now);
        await rig.PressAsync(UnitVerb.OnDuty, id: id);
        var unit = await rig.UnitAsync();
        UnitRig.Done(await rig.Register.SetCrewAsync(rig.Supervisor, unit.Id, unit.Version, [other.Account], rig.Cancellation));
        Assert.IsType<CommandResult.Unfit>(await rig.SendAsync(UnitVerb.OnDuty, id: id, by: other));
        Assert.IsType<CommandResult.NotFound>(await rig.SendAsync(UnitVerb.OffDuty));
        Assert.Equal(UnitStatus.Available, (await rig.UnitAsync()).Status);
    }

    [Fact]
    public async Task What_a_task_says_is_in_the_log_before_it_is_shown_and_without_its_words()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Assigned);
        var mine = Assert.IsType<Reading<Unit>.Granted>(await rig.Phone.MineAsync(rig.Crew, rig.Cancellation)).Value;
        Assert.Equal("5-123456", mine.Assignment!.Task.Instructions);
        await rig.Phone.MineAsync(rig.Crew, rig.Cancellation);
        Assert.Single(await rig.Center.ActsAsync(), nameof(AuditAct.UnitTaskSeen));
        Assert.DoesNotContain("5-123456", await LogAsync(rig), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_newest_position_is_kept_and_off_duty_none_in_any_file()
    {
        await using var rig = await UnitRig.StartAsync();
        Assert.Equal(CommandAnswer.OutOfOrder, await PlaceAsync(rig, 27.1111, rig.Center.Now));
        await rig.BringToAsync(UnitStatus.Available);
        Assert.Equal(CommandAnswer.Done, await PlaceAsync(rig, 27.2222, rig.Center.Now));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        // One that overtook another on the road is not put back.
        Assert.Equal(CommandAnswer.Done, await PlaceAsync(rig, 27.3333, rig.Center.Now));
        Assert.Equal(CommandAnswer.OutOfOrder, await PlaceAsync(rig, 27.2222, rig.Center.Now.AddSeconds(-30)));
        Assert.Equal(27.3333, (await rig.UnitAsync()).Position!.Point!.Value.Latitude);
        Assert.DoesNotContain("27.", await LogAsync(rig), StringComparison.Ordinal);
        await rig.PressAsync(UnitVerb.OffDuty);
        await rig.TickAsync();
        Assert.Null((await rig.UnitAsync()).Position);
        Assert.Equal(0, await rig.Center.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM unit_position", r => r.GetInt64(0)), rig.Cancellation));
        Assert.Equal(CommandAnswer.OutOfOrder, await PlaceAsync(rig, 27.4444, rig.Center.Now));
    }

    [Fact]
    public async Task A_position_of_long_ago_is_not_taken()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Available);
        Assert.True(Coordinates.TryMake(27, 14, out var point));
        Assert.IsType<CommandResult.Unfit>(await rig.Phone.ReportPositionAsync(rig.Crew, UnitRig.Patrol, point, 5, rig.Center.Now.AddMinutes(-11), rig.Cancellation));
        Assert.Null((await rig.UnitAsync()).Position);
        Assert.False(Coordinates.TryMake(91, 14, out _));
        Assert.False(Coordinates.TryMake(double.NaN, 14, out _));
    }

    [Fact]
    public async Task Without_the_audit_table_a_crew_is_still_heard_and_its_row_waits_beside_the_store()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.Center.BreakAuditAsync();
        Assert.Equal(CommandAnswer.Done, await rig.PressAsync(UnitVerb.OnDuty));
        await rig.Center.MendAuditAsync();
        await rig.Center.Get<AuditLog>().DrainSpoolAsync(rig.Cancellation);
        Assert.Contains(nameof(AuditAct.UnitStepped), await rig.Center.ActsAsync());
    }

    private static async Task<CommandAnswer> PlaceAsync(UnitRig rig, double latitude, DateTimeOffset at)
    {
        Assert.True(Coordinates.TryMake(latitude, 14.4, out var point));
        return Assert.IsType<CommandResult.Answered>(await rig.Phone.ReportPositionAsync(rig.Crew, UnitRig.Patrol, point, 8, at, rig.Cancellation)).Answer;
    }

    private static Task<List<(UnitVerb Verb, DateTimeOffset DeviceAt, DateTimeOffset ReceivedAt, CommandAnswer Answer)>> CommandsAsync(UnitRig rig) =>
        rig.Center.Get<CenterStore>().ReadAsync(c => AssignmentSql.Commands(c, Scope.Joint, UnitRig.Patrol), rig.Cancellation);

    private static async Task<string> LogAsync(UnitRig rig) => string.Join('\n', await rig.Center.Get<CenterStore>().ReadAsync(
        c => c.Rows("SELECT act, subject, detail FROM audit_event", r => $"{r.GetString(0)} {r.GetString(1)} {r.GetString(2)}"), rig.Cancellation));
}
