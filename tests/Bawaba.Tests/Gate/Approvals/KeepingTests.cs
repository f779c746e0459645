using Bawaba.Contracts;
using Bawaba.Gate;
using Bawaba.Gate.Approvals;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Outbox;
using Bawaba.Proof.Approvals;
using Bawaba.Tests.Proof.Approvals;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Approvals;

/// <summary>Retention and recording orders at a gate: what it believes, and that nothing is kept because of them yet.</summary>
public sealed class KeepingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Lawful.Now);
    private readonly Lawful _law = new();
    private ApproverBook _book;

    public KeepingTests() => _book = Open();

    [Fact]
    public void An_approved_order_to_keep_something_holds_under_the_rules_of_time_and_list_age()
    {
        var matcher = new GateMatcher(_time);
        matcher.Accept(_book.Believe(Orders([Keeping()])));
        Assert.Empty(_book.Refused);
        Assert.Equal("keep-1", Assert.Single(matcher.KeepingNow).Id.Value);
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Empty(matcher.KeepingNow);
    }

    [Theory]
    [InlineData("keeping-not-approved", "kind")]
    [InlineData("keeping-not-approved", "until")]
    [InlineData("keeping-not-approved", "hours")]
    [InlineData("keeping-unsigned", "origin")]
    [InlineData("keeping-of-no-kind", "no-kind")]
    public void One_that_was_changed_after_its_approval_is_refused(string word, string what)
    {
        var orders = Orders([Keeping()]);
        var order = orders.Keeping[0];
        var changed = what switch
        {
            "kind" => order with { Kind = OrderKind.Recording },
            "until" => order with { UntilAt = order.UntilAt.AddHours(1) },
            "hours" => order with { Hours = new() { FromMinute = 0, UntilMinute = 60, Zone = "Africa/Tripoli" } },
            "origin" => order with { Origin = null },
            _ => order with { Kind = OrderKind.Activation },
        };
        Assert.Empty(_book.Believe(orders with { Keeping = [changed] }).Keeping);
        Assert.Equal([word], _book.Refused);
    }

    [Fact]
    public void An_approved_activation_order_is_no_approval_to_keep_anything()
    {
        var orders = _law.Orders([]);
        var order = orders.Activations[0];
        var disguised = new KeepingSlice { Id = order.Id, Kind = OrderKind.Retention, FromAt = order.FromAt, UntilAt = order.UntilAt, Origin = order.Origin };
        Assert.Empty(_book.Believe(orders with { Activations = [], Keeping = [disguised] }).Keeping);
        Assert.Equal(["keeping-not-approved"], _book.Refused);
    }

    [Theory]
    [InlineData("keeping-too-long", OrderKind.Retention, 21.1)]
    [InlineData("keeping-too-long", OrderKind.Recording, 3.1)]
    public void One_longer_than_its_kind_allows_is_refused_although_it_was_approved(string word, string kind, double days)
    {
        Assert.Empty(_book.Believe(Orders([Keeping(kind: kind, days: days)])).Keeping);
        Assert.Equal([word], _book.Refused);
    }

    [Fact]
    public void An_instrument_that_stands_behind_an_activation_is_behind_nothing_else()
    {
        var orders = Orders([Keeping(instrument: "118/2026")]);
        Assert.Empty(_book.Believe(orders).Keeping);
        Assert.Equal(["order-instrument-twice"], _book.Refused);
    }

    [Fact]
    public void A_gate_counts_its_21_days_in_90_itself_over_a_restart()
    {
        Assert.Single(_book.Believe(Orders([Keeping(days: 14)])).Keeping);
        _time.Advance(TimeSpan.FromDays(20));
        _book = Open();
        Assert.Empty(_book.Believe(Orders([Keeping("keep-2", "J-2", days: 8)])).Keeping);
        Assert.Equal(["keeping-too-often"], _book.Refused);
        Assert.Single(_book.Believe(Orders([Keeping("keep-3", "J-3", days: 6)])).Keeping);
    }

    [Fact]
    public void One_that_is_sent_no_more_counts_until_it_was_gone()
    {
        Assert.Single(_book.Believe(Orders([Keeping(days: 20)])).Keeping);
        _time.Advance(TimeSpan.FromDays(2));
        _book.Believe(Orders([]));
        Assert.Single(_book.Believe(Orders([Keeping("keep-2", "J-2", days: 18)])).Keeping);
        Assert.Empty(_book.Refused);
    }

    [Fact]
    public async Task Nothing_of_who_passes_is_kept_because_of_one_before_it_can_be_sealed()
    {
        var matcher = new GateMatcher(_time);
        matcher.Accept(_book.Believe(Orders([Keeping()])));
        Assert.NotEmpty(matcher.KeepingNow);
        await using (var outbox = GateOutbox.Open(_folder.File("outbox.db"), Lawful.Gate, _time, NullLogger.Instance))
        {
            var desk = new LaneDesk(matcher, outbox, _time);
            await desk.AppendAsync(desk.RecordsOf(A.Sighting("8-7654321")), TestContext.Current.CancellationToken);
            Assert.NotNull(Assert.Single(outbox.Peek(10)).Count);
        }
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
            Assert.True((await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf("7654321"u8) < 0, file);
    }

    public void Dispose()
    {
        _law.Dispose();
        _folder.Dispose();
    }

    private ApproverBook Open() => new(Lawful.Gate, _folder.File("approvers.json"), _time, NullLogger.Instance);

    private KeepingSlice Keeping(string id = "keep-1", string instrument = "J-1", string kind = OrderKind.Retention, double days = 3) => new()
    {
        Id = MandateId.Parse(id),
        Kind = kind,
        FromAt = _time.GetUtcNow().AddHours(-1),
        UntilAt = _time.GetUtcNow().AddHours(-1).AddDays(days),
        Origin = new() { Requester = Lawful.Requester, Gates = [Lawful.Gate], InstrumentNumber = instrument, Detail = Convert.ToBase64String(new byte[32]), Sheet = "" },
    };

    private GateOrders Orders(IReadOnlyList<KeepingSlice> keeping)
    {
        var orders = _law.Orders([]);
        var sheet = keeping.Count > 0 ? _law.Sign("approver-1", SheetKind.Order, [.. keeping.Select(Leaf.Of)]) : null;
        return orders with
        {
            Keeping = [.. keeping.Select(k => k with { Origin = k.Origin! with { Sheet = sheet!.Id } })],
            Sheets = sheet is null ? orders.Sheets : [.. orders.Sheets, sheet],
        };
    }
}
