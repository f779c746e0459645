using Bawaba.Contracts;
using Bawaba.Gate.Approvals;
using Bawaba.Proof.Approvals;
using Bawaba.Tests.Gate.Matching;
using Bawaba.Tests.Proof.Approvals;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Approvals;

public sealed class ApproverBookTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Lawful.Now);
    private readonly Lawful _law = new();
    private ApproverBook _book;

    public ApproverBookTests() => _book = Open();

    [Fact]
    public void Without_a_key_ring_nothing_is_believed()
    {
        var believed = _book.Believe(_law.Orders([Lawful.Entry()]) with { Ring = null });
        Assert.Empty(believed.Entries);
        Assert.Empty(believed.Activations);
        Assert.Equal(["no-key-ring"], _book.Refused);
    }

    [Fact]
    public void The_first_ring_is_pinned_over_a_restart_and_another_of_the_same_number_is_not_believed()
    {
        Assert.Single(_book.Believe(_law.Orders([Lawful.Entry()])).Entries);
        _book = Open();
        using var intruder = new Lawful();
        Assert.Empty(_book.Believe(intruder.Orders([Lawful.Entry()])).Entries);
        Assert.Contains("key-ring-another", _book.Refused);
        Assert.Single(_book.Believe(_law.Orders([Lawful.Entry()])).Entries);
        Assert.Empty(_book.Refused);
    }

    [Theory]
    [InlineData(true, "approver-1", "approver-2", "auditor")]
    [InlineData(false, "approver-1", "approver-2")]
    [InlineData(false, "approver-1", "auditor")]
    [InlineData(false, "approver-1", "approver-1", "auditor")]
    [InlineData(false, "approver-1", "supervisor", "auditor")]
    [InlineData(false, "approver-1", "approver-3", "auditor")]
    [InlineData(false)]
    public void Another_ring_is_taken_only_when_two_approvers_and_an_auditor_of_the_old_one_agreed(bool taken, params string[] agreed)
    {
        _book.Believe(_law.Orders([]));
        var next = _law.Next([.. _law.Ring.Keys, _law.Key("approver-3", Office.Approver, "court")], agreed);
        _book.Believe(_law.Orders([]) with { Ring = next });
        Assert.Equal(taken ? 2 : 1, _book.Ring!.Number);
        Assert.Equal(taken, _book.Refused.Count == 0);
    }

    [Fact]
    public void A_gate_that_was_away_follows_the_rings_one_by_one()
    {
        _book.Believe(_law.Orders([]));
        var second = _law.Next([.. _law.Ring.Keys, _law.Key("approver-3", Office.Approver, "court")], "approver-1", "approver-2", "auditor");
        _law.Ring = second;
        var third = _law.Next([.. second.Keys.Where(k => k.Account != "approver-1")], "approver-3", "approver-2", "auditor");
        _book.Believe(_law.Orders([]) with { Ring = third });
        Assert.Equal(1, _book.Ring!.Number);
        _book.Believe(_law.Orders([]) with { Ring = third, RingsBefore = [second] });
        Assert.Equal(3, _book.Ring!.Number);
    }

    [Fact]
    public void An_older_ring_does_not_come_back()
    {
        var first = _law.Ring;
        _book.Believe(_law.Orders([]));
        _law.Ring = _law.Next([.. first.Keys.Where(k => k.Account != "approver-1"), _law.Key("approver-3", Office.Approver, "court")], "approver-1", "approver-2", "auditor");
        _book.Believe(_law.Orders([]));
        Assert.Equal(2, _book.Ring!.Number);
        // The stolen passkey that was taken out of the ring signs again.
        Assert.Empty(_book.Believe(_law.Orders([Lawful.Entry()]) with { Ring = first }).Entries);
        Assert.Equal(2, _book.Ring!.Number);
    }

    [Fact]
    public void An_entry_that_was_taken_off_does_not_come_back_from_a_center_that_has_forgotten_it()
    {
        var orders = _law.Orders([Lawful.Entry(), Lawful.Entry("entry-2", "6-1")]);
        Assert.Equal(2, _book.Believe(orders).Entries.Count);
        _book.Believe(orders with { Entries = [orders.Entries[1]], Removed = [EntryId.Parse("entry-1")], Version = orders.Version + 1 });
        _book = Open();
        var revived = _book.Believe(orders with { Version = orders.Version + 2 });
        Assert.Equal("entry-2", Assert.Single(revived.Entries).Id.Value);
        Assert.Equal("entry-1", Assert.Single(_book.Revived).Value);
        Assert.Contains("entry-removed-before", _book.Refused);
    }

    [Fact]
    public void What_changes_each_second_passes_and_the_lists_are_not_checked_again()
    {
        var orders = _law.Orders([Lawful.Entry()]);
        var first = _book.Believe(orders);
        var second = _book.Believe(orders with { IssuedAt = Lawful.Now.AddSeconds(1) });
        Assert.Same(first.Entries, second.Entries);
        Assert.Equal(Lawful.Now.AddSeconds(1), second.IssuedAt);
    }

    [Fact]
    public void What_a_clock_in_the_past_did_not_believe_is_believed_when_it_is_right_although_nothing_new_came()
    {
        var clock = new TwoClocks(DateTimeOffset.UnixEpoch);
        var book = new ApproverBook(Lawful.Gate, _folder.File("other.json"), clock, NullLogger.Instance);
        var orders = _law.Orders([Lawful.Entry()]) with { Removed = [EntryId.Parse("gone")] };
        Assert.Empty(book.Believe(orders).Entries);
        clock.Set(Lawful.Now);
        Assert.Single(book.Believe(orders).Entries);
        Assert.Empty(book.Refused);
        // A removal that was heard of in 1970 is remembered all the same.
        var later = _law.Orders([Lawful.Entry("gone", "6-1")]) with { Removed = [EntryId.Parse("other")] };
        Assert.Empty(book.Believe(later).Entries);
    }

    [Fact]
    public void A_damaged_file_is_said_and_is_no_first_start()
    {
        _book.Believe(_law.Orders([]));
        File.WriteAllText(Path, "{");
        Assert.Throws<InvalidDataException>(Open);
    }

    [Fact]
    public void A_disk_that_cannot_be_written_stops_no_removal()
    {
        var orders = _law.Orders([Lawful.Entry()]);
        _book.Believe(orders);
        Directory.CreateDirectory(Path + ".new");
        _book.Believe(orders with { Entries = [], Removed = [EntryId.Parse("entry-1")], Version = orders.Version + 1 });
        Assert.Empty(_book.Believe(orders with { Version = orders.Version + 2 }).Entries);
    }

    public void Dispose()
    {
        _law.Dispose();
        _folder.Dispose();
    }

    private string Path => System.IO.Path.Combine(_folder.Path, "approvers.json");

    private ApproverBook Open() => new(Lawful.Gate, Path, _time, NullLogger.Instance);
}
