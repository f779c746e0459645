using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

public sealed class KeepingOrderTests
{
    [Fact]
    public async Task A_retention_order_travels_approved_beside_the_others_and_lets_nothing_be_compared()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync(Retention(rig));
        var orders = await rig.OrdersOfAsync(A.North);
        Assert.Empty(orders.Activations);
        Assert.Equal(OrderKind.Retention, Assert.Single(orders.Keeping).Kind);
        Assert.Contains(orders.Sheets, s => s.Id == orders.Keeping[0].Origin!.Sheet);
        Assert.Empty((await rig.OrdersOfAsync(GateId.Parse("south"))).Keeping);
        rig.Center.Time.Advance(TimeSpan.FromDays(21));
        Assert.Empty((await rig.OrdersOfAsync(A.North)).Keeping);
    }

    [Theory]
    [InlineData("retention", "2026-12-17T00:00:00Z", "", "untilAt too-long")]
    [InlineData("retention", "2026-12-01T00:00:00Z", "stolen-vehicle", "categories not-for-kind")]
    [InlineData("recording", "2026-11-28T00:00:01Z", "", "untilAt too-long")]
    [InlineData("recording", "2026-11-27T00:00:00Z", "stolen-vehicle", "categories not-for-kind")]
    [InlineData("activation", "2026-11-27T00:00:00Z", "", "categories missing")]
    [InlineData("watching", "2026-11-27T00:00:00Z", "", "kind unknown")]
    public async Task An_order_keeps_to_the_caps_of_its_kind(string kind, string until, string categories, string fault)
    {
        await using var rig = await LawRig.StartAsync();
        var draft = rig.OrderDraft() with { Kind = kind, UntilAt = until, Categories = categories };
        var faulty = Assert.IsType<OrderResult.Faulty>(await rig.Orders.DraftAsync(rig.Commander, draft, 0, rig.Cancellation));
        Assert.Contains(fault, faulty.Faults.Select(f => $"{f.Field} {f.Word}"));
    }

    [Fact]
    public async Task Nobody_is_kept_for_more_than_21_days_in_90_at_a_gate_whoever_asks_and_however_it_is_cut_up()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync(Retention(rig) with { UntilAt = "2026-12-09T00:00:00Z" });
        // Fourteen days stand; eight more make twenty-two, seven make twenty-one.
        var late = Retention(rig) with { FromAt = "2027-01-20T00:00:00Z", UntilAt = "2027-01-28T00:00:00Z" };
        Assert.Equal("untilAt too-often", Fault(await rig.Orders.DraftAsync(rig.Commander, late, 0, rig.Cancellation)));
        Assert.Equal("untilAt too-often", Fault(await rig.Orders.DraftAsync(await rig.Center.SignedInAsync(Role.Commander, "border"), late, 0, rig.Cancellation)));
        await rig.ApprovedOrderAsync(late with { UntilAt = "2027-01-27T00:00:00Z" });
        Assert.Equal("untilAt too-often", Fault(await rig.Orders.DraftAsync(rig.Commander, Retention(rig) with { FromAt = "2027-02-10T00:00:00Z", UntilAt = "2027-02-11T00:00:00Z" }, 0, rig.Cancellation)));
        // Another gate has its own days, and so has this one when the first are ninety days past.
        Assert.IsType<OrderResult.Done>(await rig.Orders.DraftAsync(rig.Commander, Retention(rig) with { Gates = "south" }, 0, rig.Cancellation));
        Assert.IsType<OrderResult.Done>(await rig.Orders.DraftAsync(rig.Commander, Retention(rig) with { FromAt = "2027-03-10T00:00:00Z", UntilAt = "2027-03-20T00:00:00Z" }, 0, rig.Cancellation));
    }

    [Fact]
    public async Task Two_drafts_that_fit_alone_and_not_together_are_not_both_approved()
    {
        await using var rig = await LawRig.StartAsync();
        var first = await rig.PendingOrderAsync(Retention(rig) with { UntilAt = "2026-12-09T00:00:00Z" });
        var second = await rig.PendingOrderAsync(Retention(rig) with { FromAt = "2026-12-10T00:00:00Z", UntilAt = "2026-12-20T00:00:00Z" });
        Assert.IsType<ApprovalResult.Approved>(await rig.Orders.ApproveAsync(rig.Approver, rig.Answer(rig.Approver, await rig.Orders.AskAsync(rig.Approver, first.Id, rig.Cancellation)), rig.Cancellation));
        Assert.Equal("kept-too-often", Assert.IsType<ApprovalResult.Refused>(await rig.Orders.AskAsync(rig.Approver, second.Id, rig.Cancellation)).Why);
    }

    [Fact]
    public async Task An_order_that_was_ended_early_counts_until_its_end()
    {
        await using var rig = await LawRig.StartAsync();
        var order = await rig.ApprovedOrderAsync(Retention(rig));
        rig.Center.Time.Advance(TimeSpan.FromHours(3));
        Assert.IsType<OrderResult.Done>(await rig.Orders.EndAsync(rig.Commander, order.Id, order.Version, rig.Cancellation));
        Assert.IsType<OrderResult.Done>(await rig.Orders.DraftAsync(rig.Commander, Retention(rig) with { FromAt = "2026-11-27T00:00:00Z", UntilAt = "2026-12-17T00:00:00Z" }, 0, rig.Cancellation));
    }

    [Fact]
    public async Task An_instrument_stands_behind_one_order_of_any_kind()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync(rig.OrderDraft("J-7/2026"));
        Assert.Equal("instrumentNumber used", Fault(await rig.Orders.DraftAsync(rig.Commander, Retention(rig) with { InstrumentNumber = "J-7/2026" }, 0, rig.Cancellation)));
    }

    [Fact]
    public async Task Each_warning_before_an_end_is_told_once_over_restarts_and_short_orders_have_those_that_apply()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        await rig.ApprovedOrderAsync(rig.OrderDraft() with { Kind = OrderKind.Recording, Categories = "", UntilAt = "2026-11-27T12:00:00Z" });
        for (var hours = 0; hours < 27 * 24; hours += 6)
        {
            await rig.Center.Get<NoticeClock>().TickAsync(rig.Cancellation);
            rig.Center.Time.Advance(TimeSpan.FromHours(6));
        }
        // Another process, that has told nothing yet.
        await new NoticeClock(
            rig.Center.Get<Bawaba.Center.Storage.CenterStore>(), rig.Center.Get<MandateBook>(), rig.Center.Get<AuditLog>(), rig.Center.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<NoticeClock>.Instance).TickAsync(rig.Cancellation);
        var auditor = await rig.Center.SignedInAsync(Role.Auditor, "oversight");
        var notices = Assert.IsType<Reading<IReadOnlyList<LawNotice>>.Granted>(await rig.Center.Get<NoticeDesk>().ListAsync(auditor, rig.Cancellation)).Value;
        Assert.Equal(["ends-in-1", "ends-in-1", "ends-in-14", "ends-in-7"], notices.Select(n => n.What).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await rig.Center.ActsAsync()).Count(a => a == nameof(AuditAct.OrderEndsSoon)));
    }

    [Fact]
    public async Task A_renewal_is_told_to_the_auditor_alone_who_marks_it_once()
    {
        await using var rig = await LawRig.StartAsync();
        var first = await rig.ApprovedOrderAsync();
        await rig.ApprovedOrderAsync(rig.OrderDraft() with { Renews = first.Id.Value, Results = "three vehicles found" });
        var desk = rig.Center.Get<NoticeDesk>();
        foreach (var other in new[] { rig.Commander, rig.Approver, rig.Administrator, rig.Supervisor })
            Assert.IsType<Reading<IReadOnlyList<LawNotice>>.NotAllowed>(await desk.ListAsync(other, rig.Cancellation));
        var notice = Assert.Single(Assert.IsType<Reading<IReadOnlyList<LawNotice>>.Granted>(await desk.ListAsync(rig.Auditor, rig.Cancellation)).Value);
        Assert.Equal((LawNotice.Renewed, $"renews={first.Id}"), (notice.What, notice.Detail));
        Assert.IsType<Reading<string>.NotAllowed>(await desk.SeeAsync(rig.Commander, notice.Id, rig.Cancellation));
        Assert.IsType<Reading<string>.Granted>(await desk.SeeAsync(rig.Auditor, notice.Id, rig.Cancellation));
        Assert.IsType<Reading<string>.NotFound>(await desk.SeeAsync(rig.Auditor, notice.Id, rig.Cancellation));
    }

    private static OrderDraft Retention(LawRig rig) => rig.OrderDraft() with { Kind = OrderKind.Retention, Categories = "", FromAt = "2026-11-25T00:00:00Z", UntilAt = "2026-12-16T00:00:00Z" };

    private static string Fault(OrderResult result)
    {
        var fault = Assert.Single(Assert.IsType<OrderResult.Faulty>(result).Faults);
        return $"{fault.Field} {fault.Word}";
    }
}
