using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Tests.Proof.Approvals;

/// <summary>What a center that was taken over could try, and each gate refuses by itself.</summary>
public sealed class OrdersCheckTests : IDisposable
{
    private readonly Lawful _law = new();
    private readonly OrdersCheck _check = new(Lawful.Gate);

    [Fact]
    public void What_people_approved_is_believed()
    {
        var (activations, entries, refused) = Check(_law.Orders([Lawful.Entry(), Lawful.Entry("entry-2", "6-1")]));
        Assert.Equal((1, 2, 0), (activations.Count, entries.Count, refused.Count));
    }

    [Theory]
    [InlineData("entry-not-approved", "plate")]
    [InlineData("entry-not-approved", "category")]
    [InlineData("entry-not-approved", "action")]
    [InlineData("entry-not-approved", "expiry")]
    [InlineData("entry-not-approved", "requester")]
    [InlineData("entry-not-approved", "chain")]
    [InlineData("entry-not-approved", "gates")]
    [InlineData("entry-not-approved", "detail")]
    [InlineData("entry-not-approved", "id")]
    [InlineData("entry-not-approved", "colour")]
    [InlineData("entry-not-approved", "sheet")]
    [InlineData("entry-unsigned", "origin")]
    public void An_entry_that_was_changed_after_its_approval_is_refused(string word, string what)
    {
        var orders = _law.Orders([Lawful.Entry()]);
        var entry = orders.Entries[0];
        var origin = entry.Origin!;
        var changed = what switch
        {
            "plate" => entry with { Plate = new("5-12346") },
            "category" => entry with { Category = ListCategory.Kidnapping.Code },
            "action" => entry with { PermittedAction = PermittedAction.Observe },
            "expiry" => entry with { ExpiresAt = entry.ExpiresAt.AddSeconds(1) },
            "requester" => entry with { Origin = origin with { Requester = "other" } },
            "chain" => entry with { Origin = origin with { RequesterChain = "other" } },
            "gates" => entry with { Origin = origin with { Gates = [Lawful.Gate] } },
            "detail" => entry with { Origin = origin with { Detail = "" } },
            "id" => entry with { Id = EntryId.Parse("entry-9") },
            "colour" => entry with { Colour = "red" },
            "sheet" => entry with { Origin = origin with { Sheet = orders.Sheets[0].Id } },
            _ => entry with { Origin = null },
        };
        Assert.Equal([word], Check(orders with { Entries = [changed] }).Refused);
    }

    [Fact]
    public void An_entry_longer_than_its_category_allows_is_refused_although_it_was_approved() =>
        Assert.Equal(["entry-too-long"], Check(_law.Orders([Lawful.Entry() with { ExpiresAt = Lawful.Now.AddDays(29).AddSeconds(1) }])).Refused);

    [Fact]
    public void An_approval_from_the_future_is_none() =>
        Assert.Equal(["entry-not-approved"], Check(_law.Orders([Lawful.Entry()], at: Lawful.Now.AddMinutes(6))).Refused);

    [Fact]
    public void An_action_that_the_category_does_not_allow_is_refused_although_it_was_approved() =>
        Assert.Equal(["entry-of-no-category"], Check(_law.Orders([Lawful.Entry() with { PermittedAction = PermittedAction.ArrestUnderVerdict }])).Refused);

    [Fact]
    public void An_entry_for_other_gates_is_refused_here()
    {
        var entry = Lawful.Entry();
        Assert.Equal(
            ["entry-for-other-gates"],
            Check(_law.Orders([entry with { Origin = entry.Origin! with { Gates = [GateId.Parse("south")] } }])).Refused);
    }

    [Theory]
    [InlineData("approver-1", "requester is the approver", "entry-approved-by-requester")]
    [InlineData("approver-1", "one chain", "entry-approved-in-one-chain")]
    [InlineData("supervisor", "", "entry-approved-by-no-approver")]
    [InlineData("auditor", "", "entry-approved-by-no-approver")]
    public void An_approval_by_the_wrong_person_is_none(string by, string how, string word)
    {
        var entry = Lawful.Entry();
        entry = how switch
        {
            "requester is the approver" => entry with { Origin = entry.Origin! with { Requester = by } },
            "one chain" => entry with { Origin = entry.Origin! with { RequesterChain = "Prosecution" } },
            _ => entry,
        };
        Assert.Equal([word], Check(_law.Orders([entry], by)).Refused);
    }

    [Fact]
    public void A_supervisor_approves_an_urgent_entry_and_for_six_hours_alone()
    {
        var urgent = Lawful.Entry() with { Category = ListCategory.KidnappingUrgent.Code, ExpiresAt = Lawful.Now.AddHours(6) };
        Assert.Empty(Check(_law.Orders([urgent], "supervisor", Lawful.Now)).Refused);
        Assert.Equal(["entry-too-long"], Check(_law.Orders([urgent], "supervisor", Lawful.Now.AddSeconds(-1))).Refused);
    }

    [Theory]
    [InlineData("order-not-approved", "longer")]
    [InlineData("order-not-approved", "another category")]
    [InlineData("order-not-approved", "no hours")]
    [InlineData("order-unsigned", "unsigned")]
    [InlineData("order-too-long", "31 days, approved")]
    [InlineData("order-for-other-gates", "another gate, approved")]
    [InlineData("order-approved-by-requester", "requester is the approver")]
    public void An_order_that_is_not_what_people_may_approve_is_refused(string word, string what)
    {
        var order = Lawful.Order() with { Hours = new() { FromMinute = 60, UntilMinute = 30, Zone = "Africa/Tripoli" } };
        order = what switch
        {
            "31 days, approved" => order with { UntilAt = order.FromAt.AddDays(31) },
            "another gate, approved" => order with { Origin = order.Origin! with { Gates = [GateId.Parse("south")] } },
            "requester is the approver" => order with { Origin = order.Origin! with { Requester = "approver-2" } },
            _ => order,
        };
        var orders = _law.Orders([], order: order);
        var sent = orders.Activations[0];
        sent = what switch
        {
            "longer" => sent with { UntilAt = sent.UntilAt.AddSeconds(1) },
            "another category" => sent with { Categories = [.. sent.Categories, ListCategory.WantedByVerdict.Code] },
            "no hours" => sent with { Hours = null },
            "unsigned" => sent with { Origin = null },
            _ => sent,
        };
        Assert.Equal([word], Check(orders with { Activations = [sent] }).Refused);
    }

    [Fact]
    public void An_instrument_stands_behind_one_order()
    {
        var one = _law.Orders([]);
        var other = _law.Orders([], order: Lawful.Order("order-2"));
        var (activations, _, refused) = Check(one with { Activations = [.. one.Activations, .. other.Activations], Sheets = [.. one.Sheets, .. other.Sheets] });
        Assert.Single(activations);
        Assert.Equal(["order-instrument-twice"], refused);
    }

    [Fact]
    public void A_sheet_by_a_passkey_that_is_not_in_the_ring_approves_nothing()
    {
        var stranger = _law.Key("stranger", Office.Approver, "court");
        Assert.DoesNotContain(stranger, _law.Ring.Keys);
        Assert.Equal(["entry-not-approved"], Check(_law.Orders([Lawful.Entry()], "stranger")).Refused);
    }

    [Fact]
    public void A_sheet_in_another_persons_name_approves_nothing()
    {
        var entry = Lawful.Entry();
        var orders = _law.Orders([entry]);
        var sheet = _law.Sign("approver-2", SheetKind.Entry, [Leaf.Of(entry)], asPerson: "approver-1");
        Assert.Equal(["entry-not-approved"], Check(WithSheet(orders, sheet)).Refused);
    }

    [Fact]
    public void A_sheet_of_another_kind_approves_nothing_even_over_the_same_hash()
    {
        var entry = Lawful.Entry();
        var orders = _law.Orders([entry]);
        var sheet = _law.Sign("approver-1", SheetKind.Order, [Leaf.Of(entry)]);
        Assert.Equal(["entry-not-approved"], Check(WithSheet(orders, sheet)).Refused);
    }

    [Theory]
    [InlineData("leaves")]
    [InlineData("instant")]
    [InlineData("signature")]
    [InlineData("no base64")]
    public void A_sheet_that_was_changed_approves_nothing(string what)
    {
        var orders = _law.Orders([Lawful.Entry()]);
        var sheet = orders.Sheets[1];
        sheet = what switch
        {
            "leaves" => sheet with { Leaves = Convert.ToBase64String([.. Leaf.Of(Lawful.Entry()), .. new byte[32]]) },
            "instant" => sheet with { ApprovedAt = sheet.ApprovedAt.AddMicroseconds(1) },
            "signature" => sheet with { Signature = Convert.ToBase64String(new byte[70]) },
            _ => sheet with { Signature = "?" },
        };
        Assert.Equal(["entry-not-approved"], Check(orders with { Sheets = [orders.Sheets[0], sheet] }).Refused);
    }

    [Fact]
    public void The_hash_of_a_document_is_what_it_was_when_it_was_written_down()
    {
        // Found with another encoder of canonical CBOR. A change here would make every approval given so far worthless: fields get new numbers, old ones stay.
        Assert.Equal("egeci5byQQb3Yjo82Z/lFHHLQrrGCsa3/IZOChTVjPw=", Convert.ToBase64String(Leaf.Of(Lawful.Entry())));
        Assert.Equal("QRHxxNC04/bKSTTw+0BLZUnlDv1Ze/iozuvHyuBRXuM=", Convert.ToBase64String(Leaf.Of(Lawful.Order())));
    }

    public void Dispose() => _law.Dispose();

    private static GateOrders WithSheet(GateOrders orders, ApprovalSheet sheet)
    {
        var entry = orders.Entries[0];
        return orders with { Sheets = [orders.Sheets[0], sheet], Entries = [entry with { Origin = entry.Origin! with { Sheet = sheet.Id } }] };
    }

    private (IReadOnlyList<ActivationSlice> Activations, IReadOnlyList<ListEntry> Entries, IReadOnlyList<string> Refused) Check(GateOrders orders) =>
        _check.Approved(orders, _law.Ring, Lawful.Now);
}
