using Bawaba.Center.Audit;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Intake;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Proof.Sealing;

namespace Bawaba.Tests.Center.Enrolment;

public sealed class ListKeyTests
{
    private static readonly GateId South = GateId.Parse("south");

    [Fact]
    public async Task A_gate_has_one_key_over_all_calls_and_another_gate_another()
    {
        await using var rig = await CenterRig.StartAsync();
        var link = rig.Get<ICenterLink>();
        var first = (await link.GetOrdersAsync(A.North, rig.Cancellation)).ListKey!;
        Assert.Equal(SealingKey.Bytes, Convert.FromBase64String(first.Base64).Length);
        Assert.Equal(first, (await link.GetOrdersAsync(A.North, rig.Cancellation)).ListKey);
        Assert.NotEqual(first, (await link.GetOrdersAsync(South, rig.Cancellation)).ListKey);
        Assert.DoesNotContain(first.Base64, (await link.GetOrdersAsync(A.North, rig.Cancellation)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_ends_with_the_computer_it_was_given_to()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var keys = rig.Center.Get<ListKeys>();
        using (await rig.EnrolledAsync())
        {
            var stolen = await keys.OfAsync(A.North, rig.Cancellation);
            await rig.Desk.RevokeAsync(await rig.Center.SignedInAsync(Role.Technician), A.North, rig.Cancellation);
            var next = await keys.OfAsync(A.North, rig.Cancellation);
            Assert.NotEqual(stolen, next);
            using var again = await rig.EnrolledAsync();
            Assert.NotEqual(next, await keys.OfAsync(A.North, rig.Cancellation));
        }
    }

    [Fact]
    public async Task A_list_for_a_stick_is_for_a_released_gate_and_opens_with_its_key_alone()
    {
        await using var rig = await EnrolmentRig.StartAsync();
        var desk = rig.Center.Get<CarriedListDesk>();
        var commander = await rig.Center.SignedInAsync(Role.Commander);
        using var certificate = await rig.EnrolledAsync();
        Assert.IsType<CarriedListResult.NotReleased>(await desk.MakeAsync(commander, A.North, rig.Cancellation));
        await rig.Desk.ReleaseAsync(commander, A.North, rig.Cancellation);
        var made = Assert.IsType<CarriedListResult.Made>(await desk.MakeAsync(commander, A.North, rig.Cancellation));
        var orders = await rig.Center.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation);
        using var key = SealingKey.From(Convert.FromBase64String(orders.ListKey!.Base64), PackedOrders.CarriedPurpose);
        var opened = PackedOrders.Unpack(key.Open(made.File, PackedOrders.CarriedTo(A.North))!);
        Assert.Equal(orders.Version, opened.Version);
        Assert.Equal(rig.Center.Time.GetUtcNow(), opened.IssuedAt);
        Assert.Null(opened.ListKey);
        Assert.Null(key.Open(made.File, PackedOrders.CarriedTo(South)));
        Assert.Equal(1, (await rig.Center.ActsAsync()).Count(a => a == nameof(AuditAct.ListHandedOut)));
    }

    [Fact]
    public void A_gates_change_of_orders_goes_as_a_difference_to_what_it_says_it_has()
    {
        var history = new OrdersHistory();
        GateOrders Of(long version) => new() { Version = version, IssuedAt = DateTimeOffset.UnixEpoch, Activations = [], Entries = [] };
        Assert.Null(history.DeltaFrom(null, A.North, Of(1)));
        Assert.Null(history.DeltaFrom("\"7-ab\"", A.North, Of(1)));
        Assert.Equal(1, history.DeltaFrom("\"1-ab\"", A.North, Of(2))!.From);
        // Its officers have changed and nothing else.
        Assert.Equal(2, history.DeltaFrom("\"2-ab\"", A.North, Of(2))!.From);
        Assert.Null(history.DeltaFrom("\"1-ab\"", South, Of(2)));
        Assert.Equal(2, history.DeltaFrom("\"2-ab\"", A.North, Of(3))!.From);
        Assert.Null(history.DeltaFrom("\"1-ab\"", A.North, Of(3)));
        foreach (var tag in (string[])["", "\"", "\"-\"", "\"x-y\"", "W/\"2-ab\"", "\"99999999999999999999-a\""])
            Assert.Null(history.DeltaFrom(tag, A.North, Of(3)));
    }
}
