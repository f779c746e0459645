using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Screens;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;

namespace Bawaba.Tests.Center.Units;

public sealed class UnitBookTests
{
    public static TheoryData<UnitStatus> AllStatuses => [.. Enum.GetValues<UnitStatus>()];

    [Theory]
    [MemberData(nameof(AllStatuses))]
    public async Task A_unit_that_is_off_duty_is_never_alerted_and_no_other_but_an_available_one_is_assigned(UnitStatus status)
    {
        await using var rig = await UnitRig.StartAsync();
        var open = await rig.BringToAsync(status);
        await using var heard = rig.Center.Get<LiveStream>().ReadAsync(rig.Crew, rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        await heard.MoveNextAsync();
        await rig.ChangesAsync(heard);
        var acts = (await rig.Center.ActsAsync()).Count;

        var result = await rig.AssignAsync(subject: "incident/2026-000099");
        Assert.Equal((status, status is UnitStatus.Available), (status, result is AssignResult.Done));
        var mine = Assert.IsType<Reading<Unit>.Granted>(await rig.Phone.MineAsync(rig.Crew, rig.Cancellation)).Value;
        Assert.Equal((status, status is UnitStatus.Available), (status, mine.Assignment?.Task.Subject == "incident/2026-000099"));
        Assert.Equal((status, status is UnitStatus.Available), (status, await ToldAsync(rig, heard)));
        if (status is UnitStatus.Available)
            return;
        Assert.Equal((status, open), (mine.Status, mine.Assignment?.Id));
        Assert.DoesNotContain(nameof(AuditAct.UnitAssigned), (await rig.Center.ActsAsync())[acts..]);
    }

    [Fact]
    public async Task An_assignment_given_twice_is_one()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Available);
        var id = AssignmentId.Mint(rig.Center.Time);
        var first = Assert.IsType<AssignResult.Done>(await rig.AssignAsync(id));
        var again = Assert.IsType<AssignResult.Done>(await rig.AssignAsync(id));
        Assert.Equal(first.Unit.Version, again.Unit.Version);
        await rig.ReleaseAsync(id);
        // An id that was given is not given again.
        Assert.IsType<AssignResult.NotFound>(await rig.AssignAsync(id));
        Assert.IsType<AssignResult.NotFound>(await rig.ReleaseAsync(id));
    }

    [Fact]
    public async Task Releasing_all_units_of_a_subject_makes_them_available_and_its_clocks_are_the_first_times()
    {
        await using var rig = await UnitRig.StartAsync();
        var sentAt = rig.Center.Now;
        var task = await rig.BringToAsync(UnitStatus.Assigned);
        rig.Center.Time.Advance(TimeSpan.FromSeconds(40));
        await rig.PressAsync(UnitVerb.EnRoute, task);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(6));
        await rig.PressAsync(UnitVerb.OnScene, task);
        var store = rig.Center.Get<CenterStore>();
        var released = await store.WriteAsync(c => rig.Center.Get<UnitBook>().ReleaseAll(c, Scope.Joint, "incident/2026-000001", rig.Operator.ForAudit()), rig.Cancellation);
        Assert.Equal(UnitStatus.Available, Assert.Single(released).Status);
        var clocks = SubjectClocks.Of(await store.ReadAsync(c => UnitBook.OfSubject(c, Scope.Joint, "incident/2026-000001"), rig.Cancellation));
        Assert.Equal((sentAt, sentAt.AddSeconds(40), sentAt.AddSeconds(400)), (clocks.FirstDispatchAt, clocks.FirstEnRouteAt, clocks.FirstOnSceneAt));
        Assert.Equal(new SubjectClocks(), SubjectClocks.Of(await store.ReadAsync(c => UnitBook.OfSubject(c, Scope.Joint, "incident/2026-000002"), rig.Cancellation)));
    }

    [Fact]
    public async Task What_becomes_known_reaches_the_crew_and_is_gone_from_every_file_after_the_release()
    {
        await using var rig = await UnitRig.StartAsync();
        var task = await rig.BringToAsync(UnitStatus.Assigned);
        var store = rig.Center.Get<CenterStore>();
        Assert.IsType<AssignResult.Done>(await store.WriteAsync(
            c => rig.Center.Get<UnitBook>().Retell(c, Scope.Joint, task!.Value, UnitRig.Task() with { Notes = "a lorry blocks the road" }, rig.Operator.ForAudit()), rig.Cancellation));
        var mine = Assert.IsType<Reading<Unit>.Granted>(await rig.Phone.MineAsync(rig.Crew, rig.Cancellation)).Value;
        Assert.Equal("a lorry blocks the road", mine.Assignment!.Task.Notes);
        await rig.ReleaseAsync(task!.Value);
        await store.ScrubAsync(rig.Cancellation);
        Assert.False(await rig.Center.HoldsAsync("a lorry blocks the road"));
    }

    [Fact]
    public async Task A_unit_that_breaks_down_in_the_middle_of_a_task_is_out_of_service_and_the_subject_shows_it()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.EnRoute);
        await rig.PressAsync(UnitVerb.OutOfService);
        var assignments = await rig.Center.Get<CenterStore>().ReadAsync(c => UnitBook.OfSubject(c, Scope.Joint, "incident/2026-000001"), rig.Cancellation);
        Assert.True(Assert.Single(assignments) is { BrokenOff: true, ReleasedAt: not null });
        Assert.IsType<AssignResult.NotFree>(await rig.AssignAsync());
    }

    [Fact]
    public async Task A_crew_hears_of_its_own_unit_alone_and_of_nothing_else_in_the_room()
    {
        await using var rig = await UnitRig.StartAsync();
        var stranger = await rig.Center.SignedInAsync(Role.PatrolOfficer);
        await using var heard = rig.Center.Get<LiveStream>().ReadAsync(stranger, rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        await heard.MoveNextAsync();
        rig.Center.Time.Advance(LiveFeed.RoundDuration);
        await rig.BringToAsync(UnitStatus.Available);
        rig.Center.Get<LiveFeed>().Announce(LiveKind.Gate, "north");
        Assert.Empty(await rig.ChangesAsync(heard));
    }

    private static async Task<bool> ToldAsync(UnitRig rig, IAsyncEnumerator<System.Net.ServerSentEvents.SseItem<LiveEvent>> heard) =>
        (await rig.ChangesAsync(heard)).Any(e => e is { Kind: LiveKind.Unit, State: nameof(UnitStatus.Assigned) });
}
