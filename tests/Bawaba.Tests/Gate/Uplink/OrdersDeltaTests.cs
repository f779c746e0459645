using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Tests.Proof.Approvals;

namespace Bawaba.Tests.Gate.Uplink;

public sealed class OrdersDeltaTests : IDisposable
{
    private readonly Lawful _law = new();

    [Fact]
    public void Applied_to_what_it_was_made_from_a_difference_gives_the_orders_whatever_has_changed()
    {
        var random = new Random(7);
        var entries = Enumerable.Range(0, 12).Select(i => Lawful.Entry($"entry-{i}", $"5-{1000 + i}")).ToArray();
        var before = _law.Orders(entries[..6]);
        for (var step = 0; step < 40; step++)
        {
            var some = entries.Where(_ => random.Next(2) == 0).Select(e => random.Next(4) == 0 ? e with { Colour = $"colour {step}" } : e).ToArray();
            var now = _law.Orders(some) with
            {
                Removed = [.. entries.Where(_ => random.Next(3) == 0).Select(e => e.Id)],
                StoppedCameras = random.Next(2) == 0 ? [CameraId.Parse("north-1")] : [],
            };
            var sent = JsonSerializer.SerializeToUtf8Bytes(OrdersDelta.Between(before, now), ContractsJson.Default.OrdersDelta);
            var applied = JsonSerializer.Deserialize(sent, ContractsJson.Default.OrdersDelta)!.Apply(before);
            Assert.Equal(Text(now), Text(applied));
            before = now;
        }
    }

    [Fact]
    public void An_entry_that_a_database_edit_changed_under_the_same_approval_travels_too()
    {
        var before = _law.Orders([Lawful.Entry(), Lawful.Entry("entry-2", "6-1")]);
        var now = before with { Version = before.Version + 1, Entries = [before.Entries[0], before.Entries[1] with { Plate = new("7-777") }] };
        var delta = OrdersDelta.Between(before, now);
        Assert.Equal("7-777", Assert.Single(delta.Orders.Entries).Plate.Key);
        Assert.Empty(delta.Orders.Sheets);
        var other = before with { Version = before.Version + 1, Entries = [before.Entries[0] with { Origin = before.Entries[0].Origin! with { Gates = [Lawful.Gate] } }, before.Entries[1]] };
        Assert.Single(OrdersDelta.Between(before, other).Orders.Entries);
    }

    [Fact]
    public void One_change_of_a_long_list_is_small()
    {
        var entries = Enumerable.Range(0, 2000).Select(i => Lawful.Entry($"entry-{i}", $"5-{1000 + i}")).ToArray();
        var before = _law.Orders(entries);
        var now = before with { Version = before.Version + 1, Entries = [.. before.Entries.Skip(1)], Removed = [before.Entries[0].Id] };
        var whole = JsonSerializer.SerializeToUtf8Bytes(now, ContractsJson.Default.GateOrders).Length;
        var change = JsonSerializer.SerializeToUtf8Bytes(OrdersDelta.Between(before, now), ContractsJson.Default.OrdersDelta).Length;
        Assert.True(change < 3000 && whole > 500_000, $"{change} of {whole}");
    }

    [Fact]
    public void A_difference_to_something_else_is_refused()
    {
        var before = _law.Orders([Lawful.Entry()]);
        var now = _law.Orders([Lawful.Entry(), Lawful.Entry("entry-2", "6-1")]);
        var delta = OrdersDelta.Between(before, now);
        Assert.Throws<InvalidDataException>(() => delta.Apply(now));
        Assert.Throws<InvalidDataException>(() => (delta with { Entries = 3 }).Apply(before));
        Assert.Throws<InvalidDataException>(() => (delta with { Sheets = 0 }).Apply(before));
    }

    [Fact]
    public void Another_ring_travels_and_the_same_does_not()
    {
        var before = _law.Orders([]);
        Assert.Null(OrdersDelta.Between(before, before with { Version = before.Version + 1 }).Orders.Ring);
        var first = _law.Ring;
        _law.Ring = _law.Next([.. first.Keys.Where(k => k.Account != "approver-1")], "approver-1", "approver-2", "auditor");
        var now = _law.Orders([]) with { RingsBefore = [first] };
        var applied = OrdersDelta.Between(before, now).Apply(before);
        Assert.Equal((2, 1), (applied.Ring!.Number, applied.RingsBefore.Count));
    }

    public void Dispose() => _law.Dispose();

    private static string Text(GateOrders orders) => JsonSerializer.Serialize(
        orders with
        {
            Entries = [.. orders.Entries.OrderBy(e => e.Id.Value, StringComparer.Ordinal)],
            Sheets = [.. orders.Sheets.OrderBy(s => s.Id, StringComparer.Ordinal)],
            Removed = [.. orders.Removed.OrderBy(r => r.Value, StringComparer.Ordinal)],
        },
        ContractsJson.Default.GateOrders);
}
