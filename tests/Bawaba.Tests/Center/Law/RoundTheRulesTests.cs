using System.Buffers.Text;
using Bawaba.Center.Alerts;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Intake;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Proof.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Tests.Center.Law;

/// <summary>Attempts to get round a rule at the center's desks: each is refused, changes nothing, and is in the log.</summary>
public sealed class RoundTheRulesTests
{
    private static readonly (string Act, Permission Needed)[] Acts =
    [
        ("draft an entry", Permission.DraftEntries), ("draft an urgent entry", Permission.DraftUrgentEntries), ("approve an entry", Permission.ApproveEntries),
        ("suspend an entry", Permission.SuspendEntries), ("take an entry off", Permission.SuspendEntries), ("draft an order", Permission.DraftOrders),
        ("approve an order", Permission.ApproveOrders), ("make a passkey", Permission.HavePasskeys), ("found the ring", Permission.FoundKeyRing),
        ("propose a ring", Permission.SignKeyRing), ("see the list", Permission.SeeWatchlist), ("see urgent entries", Permission.SeeUrgentEntries),
        ("recover an account", Permission.ManageAccounts), ("invite", Permission.ManageAccounts), ("review the list", Permission.ApproveEntries),
        ("have a list for a stick", Permission.HandOutLists), ("recheck by voice", Permission.WorkAlerts), ("look a person up", Permission.LookUpPersons), ("put an alert to a case", Permission.LinkAlerts), ("see the auditor's notices", Permission.SeeAudit), ("see the room's clocks", Permission.SeeTimes),
        .. RoomActs.All,
    ];

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    // Every act a role may not do, one after the other: a refused one leaves nothing behind that the next could stumble over.
    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task A_role_does_not_do_what_it_may_not(Role role)
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var order = await rig.PendingOrderAsync();
        var actor = await rig.Center.SignedInAsync(role, "somewhere");
        foreach (var (act, needed) in Acts.Where(a => !RoleTable.Allows(role, a.Needed)))
        {
            if (act == "approve an entry" && RoleTable.Allows(role, Permission.ApproveUrgentEntries))
                continue;
            var before = (await rig.Center.ActsAsync()).Count;
            var result = await TryAsync(rig, actor, act, entry.Id, entry.Version, order.Id);
            Assert.Equal((act, needed, "NotAllowed"), (act, needed, result.GetType().Name));
            Assert.Equal((act, nameof(AuditAct.Refused)), (act, string.Join(' ', (await rig.Center.ActsAsync())[before..])));
        }
        var after = rig.Center.Get<WatchlistBook>().Find(entry.Id)!;
        Assert.Equal((EntryState.Pending, entry.Version), (after.State, after.Version));
    }

    private static async Task<object> TryAsync(LawRig rig, Actor actor, string act, EntryId entry, long version, MandateId order)
    {
        var (c, desk) = (rig.Cancellation, rig.Center);
        return act switch
        {
            "draft an entry" => await rig.Entries.DraftAsync(actor, rig.Draft(), 0, c),
            "draft an urgent entry" => await rig.Entries.DraftAsync(actor, rig.Draft() with { Category = ListCategory.KidnappingUrgent.Code }, 0, c),
            "approve an entry" => await rig.Entries.AskAsync(actor, [entry], c),
            "suspend an entry" => await rig.Entries.SuspendAsync(actor, entry, version, c),
            "take an entry off" => await rig.Entries.RemoveAsync(actor, entry, version, c),
            "draft an order" => await rig.Orders.DraftAsync(actor, rig.OrderDraft(), 0, c),
            "approve an order" => await rig.Orders.AskAsync(actor, order, c),
            "make a passkey" => await desk.Get<PasskeyDesk>().AskAsync(actor, c),
            "found the ring" => await desk.Get<KeyRingDesk>().FoundAsync(actor, c),
            "propose a ring" => await desk.Get<KeyRingDesk>().ProposeAsync(actor, c),
            "see the list" => await desk.Get<WatchlistDesk>().ListAsync(actor, c),
            "see urgent entries" => await desk.Get<WatchlistDesk>().UrgentAsync(actor, c),
            "recover an account" => await desk.Get<RecoveryDesk>().RecoverAsync(actor, rig.Registrar.Account, c),
            "invite" => await desk.Get<InvitationDesk>().InviteAsync(actor, "omar", Role.Operator, c),
            "review the list" => await desk.Get<ListReviewDesk>().AskAsync(actor, c),
            "have a list for a stick" => await desk.Get<CarriedListDesk>().MakeAsync(actor, A.North, c),
            "recheck by voice" => await desk.Get<VoiceDesk>().CheckAsync(actor, A.North, "nobody", "000000000000", c),
            "put an alert to a case" => await desk.Get<AlertCaseDesk>().LinkAsync(actor, AlertId.Mint(desk.Time), "2026-000001", c),
            "see the auditor's notices" => await desk.Get<NoticeDesk>().ListAsync(actor, c),
            "see the room's clocks" => await desk.Get<TimesDesk>().ReadAsync(actor, desk.Now.AddDays(-7), c),
            "look a person up" => await desk.Get<PersonDesk>().LookUpAsync(actor, A.North, LookUpReason.ConfirmedHit, "119850012345", c),
            _ => await RoomActs.TryAsync(desk, actor, act),
        };
    }

    [Fact]
    public async Task Nobody_approves_what_they_asked_for_themselves()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        // The registrar becomes an approver, in another chain: still the same account.
        await rig.Center.Get<CenterStore>().WriteAsync(
            c => c.Run("UPDATE account SET role = 'Approver', chain = 'court' WHERE id = @id", ("@id", rig.Registrar.Account.ToString())), rig.Cancellation);
        var now = rig.Registrar with { Role = Role.Approver };
        Assert.Equal("own-entry", await WhyAsync(rig, await rig.Entries.AskAsync(now, [entry.Id], rig.Cancellation)));
    }

    [Fact]
    public async Task Nobody_approves_an_entry_of_their_own_chain_of_command()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync(by: await rig.Center.SignedInAsync(Role.Registrar, "Prosecution"));
        Assert.Equal("one-chain", await WhyAsync(rig, await rig.ApproveAsync(rig.Approver, entry.Id)));
        Assert.IsType<ApprovalResult.Approved>(await rig.ApproveAsync(rig.Approver2, entry.Id));
    }

    [Fact]
    public async Task One_passkey_is_not_two_peoples()
    {
        await using var rig = await LawRig.StartAsync();
        var third = await rig.Center.SignedInAsync(Role.Approver, "ministry");
        var desk = rig.Center.Get<PasskeyDesk>();
        var asked = Assert.IsType<PasskeyResult.Asked>(await desk.AskAsync(third, rig.Cancellation)).Question;
        var taken = rig.PasskeyOf(rig.Approver).Register(Base64Url.DecodeFromChars(asked.Challenge));
        Assert.IsType<PasskeyResult.Unfit>(await desk.AddAsync(third, asked.Id, "mine too", taken, rig.Cancellation));
        Assert.Equal(nameof(AuditAct.PasskeyRefused), await rig.LastActAsync());
    }

    [Fact]
    public async Task A_removed_passkey_is_nobodys_again_and_approves_nothing()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var asked = await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation);
        await rig.Center.Get<PasskeyDesk>().RemoveAsync(rig.Approver, rig.PasskeyOf(rig.Approver).Key.Id, rig.Cancellation);
        Assert.Equal("no-passkey-in-the-ring", await WhyAsync(rig, await rig.Entries.ApproveAsync(rig.Approver, rig.Answer(rig.Approver, asked), rig.Cancellation)));
        var third = await rig.Center.SignedInAsync(Role.Approver, "ministry");
        var question = Assert.IsType<PasskeyResult.Asked>(await rig.Center.Get<PasskeyDesk>().AskAsync(third, rig.Cancellation)).Question;
        var again = rig.PasskeyOf(rig.Approver).Register(Base64Url.DecodeFromChars(question.Challenge));
        Assert.IsType<PasskeyResult.Unfit>(await rig.Center.Get<PasskeyDesk>().AddAsync(third, question.Id, "found", again, rig.Cancellation));
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var answer = rig.Answer(rig.Approver, await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation));
        Assert.IsType<ApprovalResult.Approved>(await rig.Entries.ApproveAsync(rig.Approver, answer, rig.Cancellation));
        Assert.IsType<ApprovalResult.Gone>(await rig.Entries.ApproveAsync(rig.Approver, answer, rig.Cancellation));
        Assert.Equal(nameof(AuditAct.ApprovalRefused), await rig.LastActAsync());
    }

    [Fact]
    public async Task An_answer_after_five_minutes_is_too_late()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var answer = rig.Answer(rig.Approver, await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<ApprovalResult.Gone>(await rig.Entries.ApproveAsync(rig.Approver, answer, rig.Cancellation));
    }

    [Fact]
    public async Task Another_session_of_the_same_person_does_not_answer()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var answer = rig.Answer(rig.Approver, await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation));
        var account = (await rig.Center.Get<CenterStore>().ReadAsync(c => OperatorSql.Account(c, rig.Approver.Account), rig.Cancellation))!;
        Assert.IsType<ApprovalResult.Gone>(await rig.Entries.ApproveAsync(await rig.Center.SessionOfAsync(account), answer, rig.Cancellation));
    }

    [Fact]
    public async Task Another_persons_passkey_does_not_answer_for_this_one()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var asked = Assert.IsType<ApprovalResult.Asked>(await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation)).Question;
        var answer = LawRig.Answer(rig.PasskeyOf(rig.Approver2), asked);
        Assert.Equal("passkey-unfit", await WhyAsync(rig, await rig.Entries.ApproveAsync(rig.Approver, answer, rig.Cancellation)));
    }

    [Fact]
    public async Task An_answer_to_one_question_is_none_to_another()
    {
        await using var rig = await LawRig.StartAsync();
        var (first, second) = (await rig.PendingAsync(), await rig.PendingAsync(rig.Draft("6-1")));
        var answer = rig.Answer(rig.Approver, await rig.Entries.AskAsync(rig.Approver, [first.Id], rig.Cancellation));
        var other = Assert.IsType<ApprovalResult.Asked>(await rig.Entries.AskAsync(rig.Approver, [second.Id], rig.Cancellation)).Question;
        Assert.Equal("passkey-unfit", await WhyAsync(rig, await rig.Entries.ApproveAsync(rig.Approver, answer with { Id = other.Id }, rig.Cancellation)));
    }

    [Fact]
    public async Task An_entry_that_is_changed_while_it_is_being_approved_is_not_approved()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var answer = rig.Answer(rig.Approver, await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation));
        var back = LawRig.Done(await rig.Entries.ReturnAsync(rig.Approver, entry.Id, entry.Version, rig.Cancellation));
        var changed = LawRig.Done(await rig.Entries.DraftAsync(rig.Registrar, EntryDraft.Of(back) with { Plate = "6-66666" }, back.Version, rig.Cancellation));
        await rig.Entries.SubmitAsync(rig.Registrar, changed.Id, changed.Version, rig.Cancellation);
        Assert.IsType<ApprovalResult.Gone>(await rig.Entries.ApproveAsync(rig.Approver, answer, rig.Cancellation));
        Assert.Equal(EntryState.Pending, rig.Center.Get<WatchlistBook>().Find(entry.Id)!.State);
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_approval()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var asked = Assert.IsType<ApprovalResult.Asked>(await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation)).Question;
        using var elsewhere = SoftwarePasskey.Open(rig.PasskeyOf(rig.Approver).Secret(), new() { Id = LawRig.Party.Id, Origins = ["https://room.example:9999"] });
        Assert.Equal("passkey-unfit", await WhyAsync(rig, await rig.Entries.ApproveAsync(rig.Approver, LawRig.Answer(elsewhere, asked), rig.Cancellation)));
    }

    [Fact]
    public async Task A_recovered_account_approves_nothing_for_a_day()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var second = await rig.Center.SignedInAsync(Role.Administrator);
        var desk = rig.Center.Get<RecoveryDesk>();
        Assert.IsType<RecoveryResult.Asked>(await desk.RecoverAsync(rig.Administrator, rig.Approver.Account, rig.Cancellation));
        // The same administrator twice is one.
        Assert.IsType<RecoveryResult.Asked>(await desk.RecoverAsync(rig.Administrator, rig.Approver.Account, rig.Cancellation));
        var link = Assert.IsType<RecoveryResult.Granted>(await desk.RecoverAsync(second, rig.Approver.Account, rig.Cancellation));
        Assert.IsType<AcceptResult.Accepted>(await rig.Center.Get<InvitationDesk>().AcceptAsync(link.Token, "x", "Approver", "correct horse battery", "192.0.2.1", rig.Cancellation));
        var account = (await rig.Center.Get<CenterStore>().ReadAsync(c => OperatorSql.Account(c, rig.Approver.Account), rig.Cancellation))!;
        var again = await rig.Center.SessionOfAsync(account);
        Assert.Equal("recovered-a-day-ago", await WhyAsync(rig, await rig.Entries.AskAsync(again, [entry.Id], rig.Cancellation)));
    }

    [Fact]
    public async Task Administrators_recover_neither_the_auditor_nor_themselves()
    {
        await using var rig = await LawRig.StartAsync();
        var desk = rig.Center.Get<RecoveryDesk>();
        foreach (var account in new[] { rig.Auditor.Account, rig.Administrator.Account })
        {
            Assert.IsType<RecoveryResult.NotAllowed>(await desk.RecoverAsync(rig.Administrator, account, rig.Cancellation));
            Assert.Equal(nameof(AuditAct.Refused), await rig.LastActAsync());
        }
    }

    [Fact]
    public async Task A_recovery_asked_for_yesterday_is_worth_nothing_today()
    {
        await using var rig = await LawRig.StartAsync();
        var desk = rig.Center.Get<RecoveryDesk>();
        await desk.RecoverAsync(rig.Administrator, rig.Registrar.Account, rig.Cancellation);
        rig.Center.Time.Advance(RecoveryDesk.AskStands);
        Assert.IsType<RecoveryResult.Asked>(await desk.RecoverAsync(await rig.Center.SignedInAsync(Role.Administrator), rig.Registrar.Account, rig.Cancellation));
    }

    [Fact]
    public async Task The_first_ring_is_founded_once_and_an_administrator_changes_none()
    {
        await using var rig = await LawRig.StartAsync();
        var desk = rig.Center.Get<KeyRingDesk>();
        Assert.IsType<KeyRingResult.StandsAlready>(await desk.FoundAsync(rig.Administrator, rig.Cancellation));
        Assert.IsType<KeyRingResult.NotAllowed>(await desk.ProposeAsync(rig.Administrator, rig.Cancellation));
    }

    [Fact]
    public async Task A_new_ring_stands_only_with_two_approvers_and_the_auditor()
    {
        await using var rig = await LawRig.StartAsync();
        var third = await rig.Center.SignedInAsync(Role.Approver, "ministry");
        await rig.RegisterAsync(third);
        var desk = rig.Center.Get<KeyRingDesk>();
        Assert.IsType<KeyRingResult.Done>(await desk.ProposeAsync(rig.Approver, rig.Cancellation));
        Assert.Equal("no-passkey-in-the-ring", await WhyAsync(rig, await desk.AskAsync(third, rig.Cancellation)));
        foreach (var (person, number) in new[] { (rig.Approver, 1), (rig.Approver, 1), (rig.Auditor, 1), (rig.Approver2, 2) })
        {
            Assert.IsType<ApprovalResult.Approved>(await desk.SignAsync(person, rig.Answer(person, await desk.AskAsync(person, rig.Cancellation)), rig.Cancellation));
            Assert.Equal(number, rig.Center.Get<RingBook>().Current!.Number);
        }
        Assert.IsType<ApprovalResult.Approved>(await rig.ApproveAsync(third, (await rig.PendingAsync()).Id));
    }

    [Fact]
    public async Task Without_a_ring_nothing_is_approved()
    {
        await using var rig = await LawRig.StartAsync(founded: false);
        Assert.Equal("no-key-ring", await WhyAsync(rig, await rig.ApproveAsync(rig.Approver, (await rig.PendingAsync()).Id)));
    }

    [Fact]
    public async Task An_instrument_is_used_once_even_when_its_order_has_ended()
    {
        await using var rig = await LawRig.StartAsync();
        var order = await rig.ApprovedOrderAsync(rig.OrderDraft("118/2026"));
        LawRig.Done(await rig.Orders.EndAsync(rig.Commander, order.Id, order.Version, rig.Cancellation));
        var faulty = Assert.IsType<OrderResult.Faulty>(await rig.Orders.DraftAsync(rig.Commander, rig.OrderDraft("118/2026"), 0, rig.Cancellation));
        Assert.Equal(("instrumentNumber", "used"), (faulty.Faults[0].Field, faulty.Faults[0].Word));
        Assert.Empty((await rig.OrdersOfAsync(A.North)).Activations);
    }

    [Fact]
    public async Task An_approved_order_changes_no_more()
    {
        await using var rig = await LawRig.StartAsync();
        var order = await rig.ApprovedOrderAsync();
        Assert.IsType<OrderResult.Stale>(await rig.Orders.DraftAsync(
            rig.Commander, OrderDraft.Of(order) with { UntilAt = "2026-12-21T00:00:00Z" }, order.Version, rig.Cancellation));
        Assert.IsType<OrderResult.Stale>(await rig.Orders.SubmitAsync(rig.Commander, order.Id, order.Version, rig.Cancellation));
    }

    [Fact]
    public async Task An_order_of_more_than_thirty_days_or_a_renewal_without_results_is_refused()
    {
        await using var rig = await LawRig.StartAsync();
        var order = await rig.ApprovedOrderAsync();
        var faulty = Assert.IsType<OrderResult.Faulty>(await rig.Orders.DraftAsync(
            rig.Commander, rig.OrderDraft() with { UntilAt = "2026-12-25T00:00:01Z", Renews = order.Id.Value }, 0, rig.Cancellation));
        Assert.Equal(["results missing", "untilAt too-long"], faulty.Faults.Select(f => $"{f.Field} {f.Word}").Order(StringComparer.Ordinal));
        LawRig.Done(await rig.Orders.DraftAsync(rig.Commander, rig.OrderDraft() with { Renews = order.Id.Value, Results = "3 vehicles found" }, 0, rig.Cancellation));
    }

    [Theory]
    [InlineData("the plate")]
    [InlineData("the expiry")]
    [InlineData("a draft made active")]
    [InlineData("another person's sheet")]
    public async Task A_row_that_was_edited_in_the_database_is_not_believed_by_a_gate(string what)
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var entry = await rig.ActiveAsync();
        var pending = await rig.PendingAsync(rig.Draft("6-66666"));
        var edited = what switch
        {
            "the plate" => entry with { Plate = new("6-66666") },
            "the expiry" => entry with { ExpiresAt = entry.ExpiresAt.AddDays(1) },
            "a draft made active" => pending with { State = EntryState.Active },
            _ => pending with { State = EntryState.Active, Sheet = entry.Sheet },
        };
        await rig.Center.Get<CenterStore>().WriteAsync(c => EntrySql.Put(c, [edited], rig.Center.Now), rig.Cancellation);
        await rig.Center.Get<LawWatch>().LookAsync(rig.Cancellation);
        var orders = await rig.OrdersOfAsync(A.North);
        var (_, entries, refused) = new OrdersCheck(A.North).Approved(orders, orders.Ring!, rig.Center.Now);
        Assert.DoesNotContain(entries, e => e.Plate.Key == "6-66666" || e.ExpiresAt != entry.ExpiresAt);
        Assert.True(refused.Count == 1 || what == "a draft made active");
    }

    [Fact]
    public async Task A_list_out_of_a_backup_goes_to_no_gate_before_an_approver_has_looked_through_it()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        await rig.ActiveAsync();
        await rig.Center.Get<CenterStore>().WriteAsync(
            c =>
            {
                EntrySql.Hold(c, rig.Center.Now);
                ApprovalSql.Mark(c, EntrySql.Part);
            },
            rig.Cancellation);
        await rig.Center.Get<LawWatch>().LookAsync(rig.Cancellation);
        Assert.Empty((await rig.OrdersOfAsync(A.North)).Entries);
        var desk = rig.Center.Get<ListReviewDesk>();
        var asked = await desk.AskAsync(rig.Approver, rig.Cancellation);
        Assert.IsType<ApprovalResult.Approved>(await desk.ApproveAsync(rig.Approver, rig.Answer(rig.Approver, asked), rig.Cancellation));
        Assert.Single((await rig.OrdersOfAsync(A.North)).Entries);
    }

    [Fact]
    public async Task A_session_that_has_ended_does_nothing_more()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        await rig.Center.Get<SignInDesk>().SignOutAsync(rig.Approver, rig.Cancellation);
        Assert.IsType<ApprovalResult.NotAllowed>(await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation));
        await rig.Center.Get<SignInDesk>().SignOutAsync(rig.Registrar, rig.Cancellation);
        Assert.IsType<EntryResult.NotAllowed>(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft(), 0, rig.Cancellation));
    }

    [Fact]
    public async Task Without_the_log_nothing_of_the_law_is_done()
    {
        await using var rig = await LawRig.StartAsync();
        var entry = await rig.PendingAsync();
        var asked = await rig.Entries.AskAsync(rig.Approver, [entry.Id], rig.Cancellation);
        await rig.Center.BreakAuditAsync();
        Assert.IsType<ApprovalResult.AuditUnavailable>(await rig.Entries.ApproveAsync(rig.Approver, rig.Answer(rig.Approver, asked), rig.Cancellation));
        Assert.IsType<EntryResult.AuditUnavailable>(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft(), 0, rig.Cancellation));
        await rig.Center.MendAuditAsync();
        Assert.Equal(EntryState.Pending, rig.Center.Get<WatchlistBook>().Find(entry.Id)!.State);
        // The question was not used up by the try that failed.
        Assert.IsType<ApprovalResult.Approved>(await rig.Entries.ApproveAsync(rig.Approver, rig.Answer(rig.Approver, asked), rig.Cancellation));
    }

    [Fact]
    public async Task A_copied_passkey_that_counts_is_found()
    {
        await using var rig = await LawRig.StartAsync();
        var credential = rig.PasskeyOf(rig.Approver).Key.Id;
        var store = rig.Center.Get<CenterStore>();
        Assert.True(await store.WriteAsync(c => PasskeySql.Count(c, credential, 7), rig.Cancellation));
        Assert.False(await store.WriteAsync(c => PasskeySql.Count(c, credential, 7), rig.Cancellation));
        Assert.False(await store.WriteAsync(c => PasskeySql.Count(c, credential, 3), rig.Cancellation));
    }

    private static async Task<string> WhyAsync(LawRig rig, ApprovalResult result)
    {
        Assert.Equal(nameof(AuditAct.ApprovalRefused), await rig.LastActAsync());
        return Assert.IsType<ApprovalResult.Refused>(result).Why;
    }
}
