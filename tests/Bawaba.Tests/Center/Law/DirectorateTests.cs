using Bawaba.Center.Alerts;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Cases;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Mandates;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Screens;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Center.Law;

/// <summary>What a directorate's people see of the room, and that nobody widens it: not by a list, a forged actor, an invitation or an edited row.</summary>
public sealed class DirectorateTests
{
    [Fact]
    public async Task Every_list_holds_ones_own_the_common_and_the_joint_rooms_and_nothing_of_another_directorate()
    {
        await using var rig = await ScopeRig.StartAsync();
        var (ours, theirs) = (await rig.ThingsOfAsync(ScopeRig.Ours, A.North), await rig.ThingsOfAsync(ScopeRig.Theirs, ScopeRig.South));
        var joint = await rig.ThingsOfAsync(null, ScopeRig.Common);
        await rig.Center.Get<LawWatch>().LookAsync(rig.Cancellation);
        (DirectorateId? Directorate, Things[] Shown, Things[] Hidden)[] people = [(ScopeRig.Ours, [ours, joint], [theirs]), (ScopeRig.Theirs, [theirs, joint], [ours]), (null, [ours, theirs, joint], [])];
        foreach (var (directorate, shown, hidden) in people)
        {
            var lists = await ListsAsync(rig, directorate);
            Assert.All(shown, things => Assert.All(IdsOf(things), p => Assert.Contains(p.Id, lists[p.List])));
            Assert.All(hidden, things => Assert.All(IdsOf(things), p => Assert.DoesNotContain(p.Id, lists[p.List])));
        }
        Assert.Equal(3, (Read(await rig.Center.Get<AlertDesk>().ListAsync(await rig.PersonAsync(Role.Auditor, ScopeRig.Ours), new(), rig.Cancellation))).Alerts.Count);
    }

    [Fact]
    public async Task An_actor_that_says_it_is_of_another_directorate_or_of_none_is_refused()
    {
        await using var rig = await ScopeRig.StartAsync();
        var actor = await rig.PersonAsync(Role.Operator, ScopeRig.Ours);
        foreach (var scope in new[] { Scope.Joint, Scope.Of(Role.Operator, ScopeRig.Theirs) })
        {
            Assert.IsType<Reading<GateView>.NotAllowed>(await rig.Center.Get<GateDesk>().FindAsync(actor with { Scope = scope }, ScopeRig.South, rig.Cancellation));
            Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
        }
        // Nor does a page keep what it knew: the account was moved.
        await rig.Center.Get<CenterStore>().WriteAsync(
            c => c.Run("UPDATE account SET directorate = 'security-south' WHERE id = @id", ("@id", actor.Account.ToString())), rig.Cancellation);
        Assert.IsType<Reading<GateView>.NotAllowed>(await rig.Center.Get<GateDesk>().FindAsync(actor, A.North, rig.Cancellation));
    }

    [Fact]
    public async Task Nobody_invites_into_more_of_the_room_than_they_have()
    {
        await using var rig = await ScopeRig.StartAsync();
        var desk = rig.Center.Get<InvitationDesk>();
        var administrator = await rig.PersonAsync(Role.Administrator, ScopeRig.Ours);
        foreach (var (role, into) in new (Role, DirectorateId?)[] { (Role.Operator, null), (Role.Operator, ScopeRig.Theirs), (Role.Auditor, ScopeRig.Ours) })
        {
            Assert.IsType<InviteResult.NotAllowed>(await desk.InviteAsync(administrator, "omar", role, rig.Cancellation, "", into));
            Assert.Equal((administrator.Account.ToString(), nameof(AuditAct.Refused)), ((await rig.LastAsync()).Account, (await rig.LastAsync()).Act));
        }
        Assert.IsType<InviteResult.DirectorateUnknown>(await desk.InviteAsync(rig.Law.Administrator, "omar", Role.Operator, rig.Cancellation, "", DirectorateId.Parse("nobodys")));
        var link = Assert.IsType<InviteResult.Invited>(await desk.InviteAsync(administrator, "omar", Role.Operator, rig.Cancellation, "", ScopeRig.Ours));
        var made = Assert.IsType<AcceptResult.Accepted>(await desk.AcceptAsync(link.Token, "omar", "Omar", "correct horse battery", "192.0.2.1", rig.Cancellation)).Account;
        Assert.Equal(ScopeRig.Ours, made.Directorate);
    }

    [Fact]
    public async Task An_administrator_of_a_directorate_sees_all_accounts_and_ends_closes_and_recovers_its_own_alone()
    {
        await using var rig = await ScopeRig.StartAsync();
        var administrator = await rig.PersonAsync(Role.Administrator, ScopeRig.Ours);
        var (desk, recovery) = (rig.Center.Get<AccountDesk>(), rig.Center.Get<RecoveryDesk>());
        var (mine, other) = (await rig.PersonAsync(Role.Operator, ScopeRig.Ours), await rig.PersonAsync(Role.Operator, ScopeRig.Theirs));
        Assert.Contains(other.Account, (Read(await desk.ListAsync(administrator, rig.Cancellation))).Select(a => a.Id));
        foreach (var target in new[] { other, rig.Law.Registrar })
        {
            Assert.IsType<Reading<Session>.NotAllowed>(await desk.EndSessionAsync(administrator, target.Session, rig.Cancellation));
            Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
            Assert.IsType<Reading<Account>.NotAllowed>(await desk.CloseAsync(administrator, target.Account, rig.Cancellation));
            Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
            Assert.IsType<RecoveryResult.NotAllowed>(await recovery.RecoverAsync(administrator, target.Account, rig.Cancellation));
            Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
        }
        Assert.IsType<RecoveryResult.Asked>(await recovery.RecoverAsync(administrator, mine.Account, rig.Cancellation));
        Assert.IsType<Reading<Session>.Granted>(await desk.EndSessionAsync(administrator, mine.Session, rig.Cancellation));
        Assert.IsType<Reading<Account>.Granted>(await desk.CloseAsync(administrator, mine.Account, rig.Cancellation));
    }

    [Fact]
    public async Task Directorates_are_made_by_an_administrator_of_the_joint_room_once_each_and_written_down()
    {
        await using var rig = await ScopeRig.StartAsync();
        var desk = rig.Center.Get<DirectorateDesk>();
        Assert.IsType<DirectorateResult.NotAllowed>(await desk.MakeAsync(rig.Law.Supervisor, "east", "شرق", "East", rig.Cancellation));
        Assert.IsType<DirectorateResult.NotAllowed>(await desk.MakeAsync(await rig.PersonAsync(Role.Administrator, ScopeRig.Ours), "east", "شرق", "East", rig.Cancellation));
        Assert.Equal(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
        foreach (var (id, arabic, english) in new[] { ("East", "شرق", "East"), ("", "شرق", "East"), ("east", " ", "East"), ("east", "شرق", new string('e', 81)) })
            Assert.IsType<DirectorateResult.Unfit>(await desk.MakeAsync(rig.Law.Administrator, id, arabic, english, rig.Cancellation));
        Assert.IsType<DirectorateResult.Made>(await desk.MakeAsync(rig.Law.Administrator, "east", "شرق", "East", rig.Cancellation));
        Assert.Equal((nameof(AuditAct.DirectorateMade), "east"), ((await rig.LastAsync()).Act, (await rig.LastAsync()).Subject));
        Assert.IsType<DirectorateResult.Taken>(await desk.MakeAsync(rig.Law.Administrator, "east", "شرق آخر", "Another east", rig.Cancellation));
        Assert.Equal("East", (Read(await desk.ListAsync(rig.Law.Administrator, rig.Cancellation))).Single(d => d.Id.Value == "east").Name.En);
    }

    [Fact]
    public async Task An_approver_of_a_directorate_approves_within_it_and_the_joint_room_approves_all()
    {
        await using var rig = await ScopeRig.StartAsync();
        var (registrar, commander) = (await rig.PersonAsync(Role.Registrar, ScopeRig.Ours), await rig.PersonAsync(Role.Commander, ScopeRig.Ours));
        var approver = await rig.PersonAsync(Role.Approver, ScopeRig.Ours);
        // What the joint room asks for everywhere is seen, and is not one directorate's to approve.
        var everywhere = await rig.Law.PendingAsync();
        var elsewhere = await rig.Law.PendingOrderAsync(rig.Law.OrderDraft() with { Gates = "north,south" });
        foreach (var result in new[] { await rig.Law.Entries.AskAsync(approver, [everywhere.Id], rig.Cancellation), await rig.Law.Orders.AskAsync(approver, elsewhere.Id, rig.Cancellation) })
            Assert.Equal("beyond-directorate", Assert.IsType<ApprovalResult.Refused>(result).Why);
        Assert.Equal(nameof(AuditAct.ApprovalRefused), (await rig.LastAsync()).Act);
        // Their own, and the joint room's for their own gates, comes as far as the passkey they have not registered.
        var own = await rig.Law.PendingAsync(by: registrar);
        var here = await rig.Law.PendingAsync(rig.Law.Draft() with { Gates = "north,east" });
        var order = await rig.Law.PendingOrderAsync(rig.Law.OrderDraft() with { Gates = "north,east" }, commander);
        foreach (var result in new[] { await rig.Law.Entries.AskAsync(approver, [own.Id, here.Id], rig.Cancellation), await rig.Law.Orders.AskAsync(approver, order.Id, rig.Cancellation) })
            Assert.Equal("no-passkey-in-the-ring", Assert.IsType<ApprovalResult.Refused>(result).Why);
        Assert.IsType<ApprovalResult.Approved>(await rig.Law.ApproveAsync(rig.Law.Approver, own.Id, here.Id, everywhere.Id));
        await rig.Center.Get<CenterStore>().WriteAsync(c => EntrySql.Hold(c, rig.Center.Now), rig.Cancellation);
        Assert.Equal("beyond-directorate", Assert.IsType<ApprovalResult.Refused>(await rig.Center.Get<ListReviewDesk>().AskAsync(approver, rig.Cancellation)).Why);
    }

    [Fact]
    public async Task A_directorates_entry_goes_to_its_own_gates_and_the_common_ones_and_the_joint_rooms_to_all()
    {
        await using var rig = await ScopeRig.StartAsync();
        await rig.Law.ApprovedOrderAsync(rig.Law.OrderDraft() with { Gates = "north,south,east" });
        var own = await rig.Law.ActiveAsync(rig.Law.Draft("7-1"), await rig.PersonAsync(Role.Registrar, ScopeRig.Ours));
        var joint = await rig.Law.ActiveAsync(rig.Law.Draft("7-2"));
        foreach (var (gate, listed) in new[] { (A.North, new[] { own.Id, joint.Id }), (ScopeRig.South, [joint.Id]), (ScopeRig.Common, [own.Id, joint.Id]) })
            Assert.Equal(listed.Select(e => e.Value).Order(StringComparer.Ordinal), (await rig.Law.OrdersOfAsync(gate)).Entries.Select(e => e.Id.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_import_that_names_another_directorates_gate_or_case_keeps_nothing_and_is_in_the_log()
    {
        await using var rig = await ScopeRig.StartAsync();
        var theirs = await rig.ThingsOfAsync(ScopeRig.Theirs, ScopeRig.South);
        var registrar = await rig.PersonAsync(Role.Registrar, ScopeRig.Ours);
        foreach (var (gates, number, field) in new[] { ("south", "", "gates"), ("", theirs.Case, "caseNumber") })
        {
            var file = $$"""[{"plate":"7-1","category":"stolen-vehicle","legalBasis":"x","instrumentNumber":"R-1","issuedBy":"x","issuedOn":"2026-11-20","purpose":"x","permittedAction":"observe","expiresAt":"2026-12-20T09:00:00Z","gates":"{{gates}}","caseNumber":"{{number}}","sourceDocumentSha256":"{{LawRig.Document}}"}]""";
            var read = Assert.IsType<ImportResult.Read>(await rig.Center.Get<ImportDesk>().ImportAsync(registrar, System.Text.Encoding.UTF8.GetBytes(file), (_, _) => Task.CompletedTask, rig.Cancellation));
            Assert.Equal((0, field, "unknown"), (read.Report.Kept, read.Report.Faults.Single().Field, read.Report.Faults.Single().Word));
            Assert.Contains(nameof(AuditAct.Refused), (await rig.Center.ActsAsync())[^2..]);
        }
    }

    [Fact]
    public async Task A_gate_that_becomes_another_directorates_is_gone_for_the_one_before_and_takes_none_of_its_officers()
    {
        await using var rig = await ScopeRig.StartAsync();
        var ours = await rig.ThingsOfAsync(ScopeRig.Ours, A.North);
        var officer = await rig.PersonAsync(Role.GateOfficer, ScopeRig.Ours);
        var desk = rig.Center.Get<OfficerDesk>();
        await desk.PostAsync(rig.Law.Administrator, officer.Account, A.North, rig.Cancellation);
        Assert.IsType<GatePasswordResult.Done>(await desk.SetPasswordAsync(officer, A.North, "a password for the gate", rig.Cancellation));
        Assert.Single((await rig.Law.OrdersOfAsync(A.North)).Officers);
        // Nor is an officer of the one posted at a gate of the other.
        Assert.IsType<Reading<Account>.NotFound>(await desk.PostAsync(rig.Law.Administrator, officer.Account, ScopeRig.South, rig.Cancellation));
        var city = ScopeRig.City();
        CityFile.Write(rig.Center.CityPath, city with { Gates = [city.Gates[0] with { Directorate = ScopeRig.Theirs }, .. city.Gates.Skip(1)] });
        File.SetLastWriteTimeUtc(rig.Center.CityPath, DateTime.UnixEpoch.AddYears(60));
        await rig.Center.PollSourcesAsync();
        Assert.Empty((await rig.Law.OrdersOfAsync(A.North)).Officers);
        Assert.Empty(Read(await desk.MineAsync(officer, rig.Cancellation)));
        Assert.IsType<Reading<Alert>.NotFound>(await rig.Center.Get<AlertDesk>().FindAsync(officer, ours.Alert, rig.Cancellation));
        Assert.IsType<GatePasswordResult.NotAllowed>(await desk.SetPasswordAsync(officer, A.North, "a password for the gate", rig.Cancellation));
    }

    [Fact]
    public async Task A_screen_is_told_of_its_own_gates_and_their_alerts_alone()
    {
        await using var rig = await ScopeRig.StartAsync();
        var stream = rig.Center.Get<LiveStream>().ReadAsync(await rig.PersonAsync(Role.Operator, ScopeRig.Ours), rig.Cancellation).GetAsyncEnumerator(rig.Cancellation);
        await stream.MoveNextAsync();
        var feed = rig.Center.Get<LiveFeed>();
        rig.Center.Time.Advance(LiveFeed.RoundDuration);
        foreach (var gate in new[] { "south", "north", "east" })
        {
            feed.Announce(LiveKind.Alert, $"alert-{gate}", 1, "Raised", gate);
            feed.Announce(LiveKind.Gate, gate);
            feed.Announce(LiveKind.Counts, gate);
        }
        // An alert whose gate nobody said, as an older center might: nobody's but the joint room's.
        feed.Announce(LiveKind.Alert, "alert-of-nowhere", 1, "Raised");
        rig.Center.Time.Advance(LiveFeed.RoundDuration);
        var told = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var next = stream.MoveNextAsync().AsTask();
            // All that waited has been told: the beat is the end of it.
            if (!next.IsCompleted)
                rig.Center.Time.Advance(LiveStream.BeatEvery);
            Assert.True(await next);
            if (stream.Current.EventType == LiveStream.Beat)
                break;
            told.Add($"{stream.Current.Data.Kind} {stream.Current.Data.Subject}");
        }
        Assert.Equal(["Alert alert-east", "Alert alert-north", "Counts east", "Counts north", "Gate east", "Gate north"], told.Where(t => !t.StartsWith("List", StringComparison.Ordinal)));
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_city_file_makes_directorates_in_the_demo_and_in_trials_alone()
    {
        var city = ScopeRig.City() with { Directorates = [new() { Id = ScopeRig.Ours, Name = new() { Ar = "شمال", En = "North" } }] };
        await using var trial = await CenterRig.StartAsync(rig => CityFile.Write(rig.CityPath, city));
        Assert.Contains(nameof(AuditAct.DirectorateMade), await trial.ActsAsync());
        Assert.Equal(ScopeRig.Ours, trial.Get<GateRegistry>().Registered(A.North)!.Directorate);
        await using var real = await CenterRig.StartAsync(rig => CityFile.Write(rig.CityPath, city), change: o => o with { FilesAreLaw = false });
        Assert.DoesNotContain(nameof(AuditAct.DirectorateMade), await real.ActsAsync());
        Assert.Empty(real.Get<GateRegistry>().All);
    }

    [Fact]
    public async Task A_city_file_with_a_directorate_twice_or_nameless_is_refused_and_a_gates_own_computer_is_not_told_whose_it_is()
    {
        var name = new LocalName { Ar = "شمال", En = "North" };
        await using var rig = await CenterRig.StartAsync(rig => CityFile.Write(rig.CityPath, ScopeRig.City()));
        Assert.Null(rig.Get<GateRegistry>().SettingsOf(A.North)!.Directorate);
        CityFile.Write(rig.CityPath, ScopeRig.City() with { Directorates = [new() { Id = ScopeRig.Ours, Name = name }, new() { Id = ScopeRig.Ours, Name = name with { En = " " } }] });
        Assert.Null(CityFile.Read(rig.CityPath, out var faults));
        Assert.Equal(["directorate 'security-north' stands more than once", "directorate security-north: needs a name in Arabic and in English"], faults);
    }

    private static async Task<Dictionary<string, List<string>>> ListsAsync(ScopeRig rig, DirectorateId? directorate)
    {
        var (center, c) = (rig.Center, rig.Cancellation);
        Task<Actor> As(Role role) => rig.PersonAsync(role, directorate);
        var watchlist = Read(await center.Get<WatchlistDesk>().ListAsync(await As(Role.Registrar), c));
        var counts = Read(await center.Get<CountDesk>().SumsAsync(await As(Role.MediaOfficer), new() { FromAt = rig.Center.Now.AddHours(-1), UntilAt = rig.Center.Now.AddHours(1) }, c));
        var shares = Read(await center.Get<FalseHitDesk>().ReadAsync(await As(Role.Technician), c));
        return new(StringComparer.Ordinal)
        {
            ["gates"] = [.. (Read(await center.Get<GateDesk>().ListAsync(await As(Role.Operator), c))).Select(g => g.Gate.Id.Value)],
            ["alerts"] = [.. (Read(await center.Get<AlertDesk>().ListAsync(await As(Role.Operator), new(), c))).Alerts.Select(a => a.Id.ToString())],
            ["counts"] = [.. counts.Select(s => s.Gate.Value)],
            ["stops"] = [.. shares.Cameras.Select(s => s.Gate.Value)],
            ["shares"] = [.. shares.Entries.Select(s => s.Entry.Value)],
            ["entries"] = [.. watchlist.Entries.Select(e => e.Id.Value)],
            ["documents"] = [.. watchlist.Documents],
            ["orders"] = [.. (Read(await center.Get<ActivationDesk>().ListAsync(await As(Role.Commander), c))).Orders.Select(o => o.Id.Value)],
            ["cases"] = [.. (Read(await center.Get<CaseDesk>().ListAsync(await As(Role.Investigator), c))).Select(f => f.Number)],
            ["computers"] = [.. (Read(await center.Get<EnrolmentDesk>().ListAsync(await As(Role.Technician), c))).Select(m => m.Gate.Value)],
            ["postings"] = [.. (Read(await center.Get<OfficerDesk>().ListAsync(await As(Role.Administrator), c))).Select(p => p.Account.ToString())],
            ["names"] = [.. center.Get<GateRegistry>().Within(Scope.Of(Role.Operator, directorate)).Select(g => g.Id.Value)],
        };
    }

    private static IEnumerable<(string List, string Id)> IdsOf(Things t) =>
    [
        ("gates", t.Gate.Value), ("alerts", t.Alert.ToString()), ("counts", t.Gate.Value), ("stops", t.Gate.Value), ("entries", t.EntryDraft.Id.Value),
        ("entries", t.EntryPending.Id.Value), ("entries", t.EntryActive.Id.Value), ("documents", t.Document), ("orders", t.OrderDraft.Id.Value), ("orders", t.OrderApproved.Id.Value),
        ("cases", t.Case), ("computers", t.Gate.Value), ("postings", t.Officer.ToString()), ("names", t.Gate.Value),
    ];

    private static T Read<T>(Reading<T> reading) => Assert.IsType<Reading<T>.Granted>(reading).Value;
}
