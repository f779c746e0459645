using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Intake;

public sealed class OrdersTests
{
    [Fact]
    public async Task A_gate_under_an_active_order_gets_the_entries_of_its_categories_and_no_other_gate_does()
    {
        await using var rig = await CenterRig.StartAsync(r =>
        {
            var other = A.Entry("entry-2", "6-654321");
            other["category"] = "missing-person";
            other["permittedAction"] = "welfare-check";
            other["expiresAt"] = "2026-11-27T00:00:00Z";
            File.WriteAllText(r.MandatesPath, A.Mandates(A.Order()));
            File.WriteAllText(r.WatchlistPath, A.Watchlist(A.Entry(), other));
        });
        var north = await OrdersAsync(rig, "north");
        Assert.Equal("entry-1", Assert.Single(north.Entries).Id.Value);
        Assert.Equal("order-1", Assert.Single(north.Activations).Id.Value);
        var south = await OrdersAsync(rig, "south");
        Assert.Empty(south.Entries);
        Assert.Empty(south.Activations);
    }

    [Fact]
    public async Task Orders_begin_and_end_by_themselves_and_the_version_grows_only_when_they_differ()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var first = await OrdersAsync(rig, "north");
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first.Version, (await OrdersAsync(rig, "north")).Version);
        // The order ends on 20 December at midnight.
        rig.Time.SetUtcNow(new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero));
        var ended = await OrdersAsync(rig, "north");
        Assert.Empty(ended.Activations);
        Assert.Empty(ended.Entries);
        Assert.True(ended.Version > first.Version);
    }

    [Fact]
    public async Task An_entry_taken_out_of_the_file_is_gone_from_the_next_orders()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var before = await OrdersAsync(rig, "north");
        await File.WriteAllTextAsync(rig.WatchlistPath, A.Watchlist(), rig.Cancellation);
        await rig.PollSourcesAsync();
        var after = await OrdersAsync(rig, "north");
        Assert.Single(before.Entries);
        Assert.Empty(after.Entries);
        Assert.True(after.Version > before.Version);
    }

    [Fact]
    public async Task The_version_grows_over_a_restart()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var before = await OrdersAsync(rig, "north");
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await rig.RestartAsync();
        Assert.True((await OrdersAsync(rig, "north")).Version > before.Version);
    }

    private static Task<GateOrders> OrdersAsync(CenterRig rig, string gate) =>
        rig.Get<ICenterLink>().GetOrdersAsync(GateId.Parse(gate), rig.Cancellation);
}
