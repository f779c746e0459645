// Units are recommended with reasons, sent by a person, and released when the incident closes.
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Roads;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Units;

namespace Bawaba.Tests.Center.Incidents;

public sealed class DispatchTests
{
    private static readonly DateTimeOffset Now = CenterRig.Start;
    private static readonly IncidentPlace AtNorth = new() { Gate = A.North };

    // South is 10 minutes from north; the city stands between, 4 from north.
    private static readonly RoadTimes Roads = new(new()
    {
        Nodes = [Node("north"), Node("city"), Node("south")],
        Segments = [Segment("north", "city", 4), Segment("city", "south", 6)],
    });

    [Fact]
    public void The_nearest_by_road_comes_first_and_each_says_why_and_what_it_lacks()
    {
        var ranked = Recommending.Rank(
            [At("far", "south"), At("old", "city") with { Position = Position("city", Now.AddMinutes(-11)) }, At("here", "north"), Free("unknown"), At("tired", "south") with { OnDutyAt = Now.AddHours(-11) }],
            AtNorth, Roads, Now);
        Assert.Equal(["here", "old", "far", "tired", "unknown"], ranked.Select(r => r.Unit.Id.Value));
        Assert.Equal([0d, 4d, 10d, 10d, null], ranked.Select(r => r.Minutes));
        Assert.Equal(["closest", "on-post", "rested"], ranked[0].Reasons);
        Assert.Equal(["stale-position"], ranked[1].Shortfalls);
        Assert.Equal(["long-on-duty"], ranked[3].Shortfalls);
        Assert.Equal(["no-position"], ranked[4].Shortfalls);
    }

    [Fact]
    public void Who_is_off_duty_out_of_service_or_on_a_task_is_never_recommended() =>
        Assert.Equal(
            ["Available"],
            Recommending.Rank(Enum.GetValues<UnitStatus>().Select(status => Free($"u-{(int)status}") with { Status = status }), AtNorth, Roads, Now).Select(r => r.Unit.Status.ToString()));

    [Fact]
    public void Where_the_place_is_only_words_no_road_time_is_made_up() =>
        Assert.Null(Assert.Single(Recommending.Rank([At("here", "north")], new() { Text = "Somewhere" }, Roads, Now)).Minutes);

    [Fact]
    public async Task A_unit_is_sent_once_goes_its_way_and_is_released_when_the_incident_closes()
    {
        await using var rig = await UnitRig.StartAsync();
        var (desk, dispatch, c) = (rig.Center.Get<IncidentDesk>(), rig.Center.Get<DispatchDesk>(), rig.Cancellation);
        var number = IncidentRig.Done(await desk.OpenAsync(
            rig.Operator, new() { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" }, c)).Number;
        var id = AssignmentId.Mint(rig.Center.Time);
        Assert.IsType<IncidentResult.Unfit>(await dispatch.AssignAsync(rig.Operator, number, UnitRig.Patrol, id, c));
        await rig.BringToAsync(UnitStatus.Available);
        for (var i = 0; i < 3; i++)
            IncidentRig.Done(await dispatch.AssignAsync(rig.Operator, number, UnitRig.Patrol, id, c));
        Assert.IsType<IncidentResult.Unfit>(await dispatch.AssignAsync(rig.Supervisor, number, UnitRig.Patrol, AssignmentId.Mint(rig.Center.Time), c));
        foreach (var verb in new[] { UnitVerb.Acknowledge, UnitVerb.EnRoute, UnitVerb.OnScene })
        {
            rig.Center.Time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(CommandAnswer.Done, await rig.PressAsync(verb, id));
        }
        var file = Assert.IsType<Reading<IncidentFile>.Granted>(await desk.FindAsync(rig.Operator, number, c)).Value;
        Assert.Equal(
            [IncidentLogKind.Opened, IncidentLogKind.UnitAssigned, IncidentLogKind.UnitAcknowledged, IncidentLogKind.UnitEnRoute, IncidentLogKind.UnitOnScene],
            file.Log.Select(l => l.Kind));
        Assert.Equal((Now, Now.AddMinutes(4), Now.AddMinutes(6)), (file.Clocks.FirstDispatchAt!.Value, file.Clocks.FirstEnRouteAt!.Value, file.Clocks.FirstOnSceneAt!.Value));

        IncidentRig.Done(await desk.MarkStepAsync(rig.Operator, number, "facts", null, c));
        IncidentRig.Done(await rig.Center.Get<OutcomeDesk>().NothingFoundAsync(rig.Operator, number, "Towed", c));
        var closed = IncidentRig.Done(await desk.CloseAsync(rig.Operator, number, c));
        Assert.Equal(Now.AddMinutes(6), closed.FirstOnSceneAt);
        Assert.Equal((UnitStatus.Available, null), ((await rig.UnitAsync()).Status, (await rig.UnitAsync()).Assignment));
        Assert.IsType<IncidentResult.AlreadyClosed>(await dispatch.AssignAsync(rig.Operator, number, UnitRig.Patrol, AssignmentId.Mint(rig.Center.Time), c));
    }

    [Fact]
    public async Task A_unit_of_another_incident_is_not_released_from_this_one()
    {
        await using var rig = await UnitRig.StartAsync();
        var (desk, dispatch, c) = (rig.Center.Get<IncidentDesk>(), rig.Center.Get<DispatchDesk>(), rig.Cancellation);
        async Task<IncidentNumber> OpenAsync() => IncidentRig.Done(await desk.OpenAsync(
            rig.Operator, new() { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" }, c)).Number;
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await rig.BringToAsync(UnitStatus.Available);
        var id = AssignmentId.Mint(rig.Center.Time);
        IncidentRig.Done(await dispatch.AssignAsync(rig.Operator, one, UnitRig.Patrol, id, c));
        Assert.IsType<IncidentResult.Unfit>(await dispatch.ReleaseAsync(rig.Operator, other, id, c));
        IncidentRig.Done(await dispatch.ReleaseAsync(rig.Operator, one, id, c));
        Assert.Equal(UnitStatus.Available, (await rig.UnitAsync()).Status);
    }

    private static RoadNode Node(string id) => new() { Id = PlaceId.Parse(id), Name = new() { Ar = "مكان", En = id }, X = 0, Y = 0 };

    private static RoadSegment Segment(string from, string to, double minutes) => new() { From = PlaceId.Parse(from), To = PlaceId.Parse(to), Minutes = minutes };

    private static Unit Free(string id) => new()
    {
        Id = UnitId.Parse(id),
        Version = 1,
        Name = new() { Ar = "دورية", En = id },
        Kind = UnitKind.Patrol,
        Strength = 3,
        Status = UnitStatus.Available,
        StatusAt = Now,
        OnDutyAt = Now.AddHours(-1),
    };

    private static Unit At(string id, string gate) => Free(id) with { Position = Position(gate, Now) };

    private static UnitPosition Position(string gate, DateTimeOffset at) => new() { Gate = GateId.Parse(gate), At = at, Source = PositionSource.Radio };
}
