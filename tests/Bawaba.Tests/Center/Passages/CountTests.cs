using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Passages;

public sealed class CountTests
{
    [Fact]
    public async Task Passages_are_summed_by_minute_lane_and_direction_and_steps_are_sums_of_minutes()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.DeliverAsync(
            A.Record(1, rig.Now, A.Count(rig.Now)),
            A.Record(2, rig.Now, A.Count(rig.Now.AddSeconds(59.9))),
            A.Record(3, rig.Now, A.Count(rig.Now.AddSeconds(60))),
            A.Record(4, rig.Now, A.Count(rig.Now, Direction.Out)),
            A.Record(5, rig.Now, A.Count(rig.Now, lane: "in-2")));
        var minutes = await SumsAsync(rig, step: 1);
        Assert.Equal(4, minutes.Count);
        Assert.Equal(2, minutes.Single(s => s.FromAt == rig.Now && s.Lane == A.Lane && s.Direction == Direction.In).Passages);
        var hours = await SumsAsync(rig, step: 60);
        Assert.Equal(3, hours.Single(s => s.Lane == A.Lane && s.Direction == Direction.In).Passages);
        Assert.Equal(5, hours.Sum(s => s.Passages));
    }

    [Fact]
    public async Task Sums_keep_to_their_span_and_gate()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now.AddHours(-2))), A.Record(2, rig.Now, A.Count(rig.Now)));
        Assert.Equal(1, (await SumsAsync(rig, step: 1)).Sum(s => s.Passages));
        Assert.Empty(await SumsAsync(rig, step: 1, gate: GateId.Parse("south")));
    }

    [Fact]
    public async Task A_query_out_of_its_limits_is_refused_and_a_role_without_counts_sees_none()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await rig.SignedInAsync(Role.MediaOfficer);
        var desk = rig.Get<CountDesk>();
        var query = new CountQuery { FromAt = rig.Now, UntilAt = rig.Now.AddDays(400) };
        await Assert.ThrowsAsync<ArgumentException>(() => desk.SumsAsync(actor, query, rig.Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.SumsAsync(actor, query with { UntilAt = rig.Now.AddDays(1), StepMinutes = 0 }, rig.Cancellation));
        var registrar = await rig.SignedInAsync(Role.Registrar);
        Assert.IsType<Reading<IReadOnlyList<PassageSum>>.NotAllowed>(
            await desk.SumsAsync(registrar, query with { UntilAt = rig.Now.AddDays(1) }, rig.Cancellation));
    }

    [Fact]
    public async Task Counts_older_than_they_are_kept_for_are_erased_and_that_is_written_down()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)));
        rig.Time.Advance(TimeSpan.FromDays(400));
        await rig.Get<CountClock>().TickAsync(rig.Cancellation);
        Assert.DoesNotContain("CountsErased", await rig.ActsAsync());
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Get<CountClock>().TickAsync(rig.Cancellation);
        Assert.Contains("CountsErased", await rig.ActsAsync());
    }

    private static async Task<IReadOnlyList<PassageSum>> SumsAsync(CenterRig rig, int step, GateId? gate = null)
    {
        var query = new CountQuery { Gate = gate, FromAt = rig.Now.AddHours(-1), UntilAt = rig.Now.AddHours(1), StepMinutes = step };
        var reading = await rig.Get<CountDesk>().SumsAsync(await rig.SignedInAsync(Role.Operator), query, rig.Cancellation);
        return Assert.IsType<Reading<IReadOnlyList<PassageSum>>.Granted>(reading).Value;
    }
}
