using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Proof.Approvals;

namespace Bawaba.Tests.Center.Law;

public sealed class EntryLifeTests
{
    [Fact]
    public async Task An_entry_goes_from_draft_to_gate_and_the_gate_believes_it()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var entry = await rig.ActiveAsync();
        var orders = await rig.OrdersOfAsync(A.North);
        var (activations, entries, refused) = new OrdersCheck(A.North).Approved(orders, orders.Ring!, rig.Center.Now);
        Assert.Equal((1, 1, 0), (activations.Count, entries.Count, refused.Count));
        Assert.Equal(entry.Id, entries[0].Id);
        var south = await rig.OrdersOfAsync(GateId.Parse("south"));
        Assert.Empty(south.Entries);
        Assert.Empty(south.Activations);
        Assert.Equal(["EntryDrafted", "EntrySubmitted", "EntryApproved"], (await rig.Center.ActsAsync()).Where(a => a.StartsWith("Entry", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_draft_is_said_at_once_and_nothing_is_kept()
    {
        await using var rig = await LawRig.StartAsync();
        var faulty = Assert.IsType<EntryResult.Faulty>(await rig.Entries.DraftAsync(
            rig.Registrar,
            rig.Draft("?") with { Purpose = "", IssuedOn = "yesterday", PermittedAction = "arrest", ExpiresAt = "2027-01-20T09:00:00Z", Gates = "nowhere", SourceDocumentSha256 = "x" },
            0,
            rig.Cancellation));
        Assert.Equal(
            ["expiresAt too-long", "gates unknown", "issuedOn unfit", "permittedAction unknown", "plate unfit", "purpose missing", "sourceDocumentSha256 unfit"],
            faulty.Faults.Select(f => $"{f.Field} {f.Word}").Order(StringComparer.Ordinal));
        Assert.Empty(rig.Center.Get<WatchlistBook>().All);
    }

    [Fact]
    public async Task Who_stands_in_no_chain_of_command_writes_no_entry()
    {
        await using var rig = await LawRig.StartAsync();
        var stray = await rig.Center.SignedInAsync(Role.Registrar);
        var faulty = Assert.IsType<EntryResult.Faulty>(await rig.Entries.DraftAsync(stray, rig.Draft(), 0, rig.Cancellation));
        Assert.Equal("requesterChain", Assert.Single(faulty.Faults).Field);
    }

    [Fact]
    public async Task A_draft_may_be_given_back_and_written_again_and_an_old_version_is_refused()
    {
        await using var rig = await LawRig.StartAsync();
        var pending = await rig.PendingAsync();
        Assert.IsType<EntryResult.Stale>(await rig.Entries.ReturnAsync(rig.Approver, pending.Id, pending.Version - 1, rig.Cancellation));
        var back = LawRig.Done(await rig.Entries.ReturnAsync(rig.Approver, pending.Id, pending.Version, rig.Cancellation));
        Assert.Equal(EntryState.Draft, back.State);
        var mended = LawRig.Done(await rig.Entries.DraftAsync(rig.Registrar, EntryDraft.Of(back) with { Purpose = "Another purpose" }, back.Version, rig.Cancellation));
        Assert.Equal((back.Id, "Another purpose"), (mended.Id, mended.Purpose));
        Assert.IsType<EntryResult.Stale>(await rig.Entries.DraftAsync(rig.Registrar, EntryDraft.Of(back), back.Version, rig.Cancellation));
    }

    [Fact]
    public async Task Suspending_and_taking_off_reach_the_gates_orders_at_once_and_a_removal_is_told()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var entry = await rig.ActiveAsync();
        var suspended = LawRig.Done(await rig.Entries.SuspendAsync(rig.Auditor, entry.Id, entry.Version, rig.Cancellation));
        Assert.Empty((await rig.OrdersOfAsync(A.North)).Entries);
        Assert.IsType<EntryResult.NotAllowed>(await rig.Entries.ResumeAsync(rig.Registrar, entry.Id, suspended.Version, rig.Cancellation));
        var resumed = LawRig.Done(await rig.Entries.ResumeAsync(rig.Approver, entry.Id, suspended.Version, rig.Cancellation));
        Assert.Single((await rig.OrdersOfAsync(A.North)).Entries);
        var removed = LawRig.Done(await rig.Entries.RemoveAsync(rig.Registrar, entry.Id, resumed.Version, rig.Cancellation));
        var orders = await rig.OrdersOfAsync(A.North);
        Assert.Empty(orders.Entries);
        Assert.Equal(entry.Id, Assert.Single(orders.Removed));
        Assert.IsType<EntryResult.Stale>(await rig.Entries.ResumeAsync(rig.Approver, entry.Id, removed.Version, rig.Cancellation));
    }

    [Fact]
    public async Task A_day_after_its_end_the_plate_is_gone_and_the_law_it_rested_on_stays()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.ActiveAsync(rig.Draft("7-7654321"));
        await rig.Entries.RemoveAsync(rig.Registrar, entry.Id, entry.Version, rig.Cancellation);
        var clock = rig.Center.Get<EntryClock>();
        rig.Center.Time.Advance(EntryClock.KeptAfterEnd - TimeSpan.FromSeconds(1));
        await clock.TickAsync(rig.Cancellation);
        Assert.True(await rig.Center.HoldsAsync("7-7654321"));
        rig.Center.Time.Advance(TimeSpan.FromSeconds(1));
        await clock.TickAsync(rig.Cancellation);
        Assert.False(await rig.Center.HoldsAsync("7-7654321"));
        Assert.True(await rig.Center.HoldsAsync(entry.InstrumentNumber));
        Assert.Equal("EntryErased", await rig.LastActAsync());
    }

    [Fact]
    public async Task A_center_starts_and_reads_its_list_after_a_plate_on_it_was_erased()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.ActiveAsync(rig.Draft("7-7654321"));
        await rig.Entries.RemoveAsync(rig.Registrar, entry.Id, entry.Version, rig.Cancellation);
        rig.Center.Time.Advance(EntryClock.KeptAfterEnd);
        await rig.Center.Get<EntryClock>().TickAsync(rig.Cancellation);
        await rig.Center.RestartAsync();
        Assert.Null(rig.Center.Get<WatchlistBook>().Find(entry.Id)!.Plate);
    }

    [Fact]
    public async Task An_urgent_entry_is_an_operators_and_a_supervisors_and_lasts_six_hours()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var urgent = rig.Draft() with { Category = ListCategory.KidnappingUrgent.Code, ExpiresAt = "2026-11-25T18:00:00Z" };
        Assert.IsType<EntryResult.NotAllowed>(await rig.Entries.DraftAsync(rig.Registrar, urgent, 0, rig.Cancellation));
        var @operator = await rig.Center.SignedInAsync(Role.Operator, "room");
        var late = Assert.IsType<EntryResult.Faulty>(await rig.Entries.DraftAsync(@operator, urgent with { ExpiresAt = "2026-11-25T18:00:01Z" }, 0, rig.Cancellation));
        Assert.Equal(("expiresAt", "too-long"), (late.Faults[0].Field, late.Faults[0].Word));
        var pending = await rig.PendingAsync(urgent, @operator);
        Assert.IsType<ApprovalResult.Approved>(await rig.ApproveAsync(rig.Supervisor, pending.Id));
        var orders = await rig.OrdersOfAsync(A.North);
        // The operator and the supervisor are of one room: at the gate too that is enough, for six hours.
        Assert.Single(new OrdersCheck(A.North).Approved(orders, orders.Ring!, rig.Center.Now).Entries);
        rig.Center.Time.Advance(TimeSpan.FromHours(6));
        Assert.Empty((await rig.OrdersOfAsync(A.North)).Entries);
    }

    [Fact]
    public async Task Many_entries_are_approved_with_one_signature_and_each_stands_by_itself()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var ids = new List<EntryId>();
        for (var i = 0; i < 20; i++)
            ids.Add((await rig.PendingAsync(rig.Draft($"5-{10_000 + i}"))).Id);
        Assert.Equal(20, Assert.IsType<ApprovalResult.Approved>(await rig.ApproveAsync(rig.Approver, [.. ids])).Documents);
        var orders = await rig.OrdersOfAsync(A.North);
        // One for the order, one for all entries.
        Assert.Equal((20, 2), (orders.Entries.Count, orders.Sheets.Count));
    }

    [Fact]
    public async Task What_a_gate_remembers_as_taken_off_is_suspended_in_a_center_that_has_forgotten()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var entry = await rig.ActiveAsync();
        await rig.Center.Get<ICenterLink>().ReportAsync(
            new() { Gate = A.North, ReportedAt = rig.Center.Now, Cameras = [], OrdersVersion = 1, Comparing = true, OutboxPending = 0, Revived = [entry.Id, EntryId.Parse("nobodys")] },
            rig.Cancellation);
        Assert.Equal(EntryState.Suspended, rig.Center.Get<WatchlistBook>().Find(entry.Id)!.State);
        Assert.Equal(nameof(AuditAct.EntryRemovalLearned), await rig.LastActAsync());
    }
}
