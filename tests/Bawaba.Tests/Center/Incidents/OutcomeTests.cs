using Bawaba.Center.Audit;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Incidents;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData("person")]
    [InlineData("takenWhere")]
    [InlineData("orderedBy")]
    [InlineData("carriedOutBy")]
    [InlineData("grounds")]
    [InlineData("custodyPlace")]
    [InlineData("health")]
    [InlineData("takenAt")]
    [InlineData("instrument")]
    [InlineData("alert")]
    public async Task The_custody_register_takes_no_entry_that_lacks_what_the_law_asks_for(string missing)
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        var draft = IncidentRig.Custody();
        draft = missing switch
        {
            "person" => draft with { Person = " " },
            "takenWhere" => draft with { TakenWhere = "" },
            "orderedBy" => draft with { OrderedBy = "" },
            "carriedOutBy" => draft with { CarriedOutBy = "" },
            "grounds" => draft with { Grounds = "Suspicion" },
            "custodyPlace" => draft with { CustodyPlace = "" },
            "health" => draft with { Health = "" },
            "takenAt" => draft with { TakenAt = "2026-11-25T18:00:00Z" },
            "instrument" => draft with { Grounds = nameof(CustodyGrounds.Warrant) },
            _ => draft with { Grounds = nameof(CustodyGrounds.Verdict) },
        };
        Assert.Contains(missing, Assert.IsType<IncidentResult.Unfit>(await rig.Outcomes.ApprehendAsync(rig.Operator, number, draft, rig.Cancellation)).Fields);
        Assert.DoesNotContain(nameof(AuditAct.CustodyRecorded), await rig.Center.ActsAsync());
    }

    [Fact]
    public async Task A_verdict_is_rechecked_at_the_moment_of_arrest_and_one_that_was_lifted_arrests_nobody()
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync(verdict: true);
        var number = (await rig.OpenAsync(rig.Draft("arrest-verdict") with { Alert = alert.Id.ToString() })).Number;
        var draft = IncidentRig.Custody(nameof(CustodyGrounds.Verdict)) with { Alert = alert.Id.ToString() };
        rig.Center.Time.Advance(TimeSpan.FromMinutes(20));
        await File.WriteAllTextAsync(rig.Center.WatchlistPath, A.Watchlist(A.Entry()), rig.Cancellation);
        await rig.Center.PollSourcesAsync();
        Assert.IsType<IncidentResult.EntryEnded>(await rig.Outcomes.ApprehendAsync(rig.Operator, number, draft, rig.Cancellation));
        Assert.Empty((await rig.FileAsync(number)).Outcomes);
    }

    [Fact]
    public async Task An_arrest_under_a_standing_verdict_names_it_and_when_it_was_rechecked_and_its_name_is_in_no_log()
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync(verdict: true);
        var number = (await rig.OpenAsync(rig.Draft("arrest-verdict") with { Alert = alert.Id.ToString() })).Number;
        rig.Center.Time.Advance(TimeSpan.FromMinutes(7));
        var draft = IncidentRig.Custody(nameof(CustodyGrounds.Verdict)) with { Alert = alert.Id.ToString(), Person = "Xylophonist Zebedee" };
        IncidentRig.Done(await rig.Outcomes.ApprehendAsync(rig.Operator, number, draft, rig.Cancellation));
        var desk = rig.Center.Get<CustodyDesk>();
        Assert.IsType<Reading<CustodyEntry>.NotAllowed>(await desk.FindAsync(rig.Operator, "2026-000001", rig.Cancellation));
        var entry = Assert.IsType<Reading<CustodyEntry>.Granted>(await desk.FindAsync(rig.Supervisor, "2026-000001", rig.Cancellation)).Value;
        Assert.Equal(("V-2026/31", rig.Center.Now, alert.Id.ToString()), (entry.Instrument, entry.RecheckedAt!.Value, entry.Alert));
        var file = await rig.FileAsync(number);
        Assert.Equal(new IncidentOutcome(OutcomeKind.Apprehension, "custody/2026-000001"), file.Outcomes.Single());
        Assert.DoesNotContain(file.Log, l => l.Text.Contains("Zebedee", StringComparison.Ordinal) || l.Subject.Contains("Zebedee", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "Zebedee",
            string.Join(' ', await rig.Center.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT subject, detail FROM audit_event", r => r.GetString(0) + r.GetString(1)), rig.Cancellation)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_of_a_stolen_vehicle_is_no_verdict()
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync();
        var number = (await rig.OpenAsync(rig.Draft("wanted-vehicle") with { Alert = alert.Id.ToString() })).Number;
        var draft = IncidentRig.Custody(nameof(CustodyGrounds.Verdict)) with { Alert = alert.Id.ToString() };
        Assert.IsType<IncidentResult.EntryEnded>(await rig.Outcomes.ApprehendAsync(rig.Operator, number, draft, rig.Cancellation));
        // Nor is an alert of another incident.
        var verdict = await rig.ConfirmedAsync(verdict: true);
        Assert.IsType<IncidentResult.Unfit>(await rig.Outcomes.ApprehendAsync(rig.Operator, number, draft with { Alert = verdict.Id.ToString() }, rig.Cancellation));
    }

    [Fact]
    public async Task What_happens_in_custody_is_added_and_after_a_release_only_a_correction()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        IncidentRig.Done(await rig.Outcomes.ApprehendAsync(rig.Operator, number, IncidentRig.Custody(), rig.Cancellation));
        var desk = rig.Center.Get<CustodyDesk>();
        rig.Center.Time.Advance(TimeSpan.FromHours(1));
        IncidentRig.Done(await desk.AddEventAsync(rig.Supervisor, "2026-000001", CustodyEventKind.Transferred, "", "Court prison", rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await desk.AddEventAsync(rig.Supervisor, "2026-000001", CustodyEventKind.Health, "2026-11-25T11:00:00Z", "before it began", rig.Cancellation));
        IncidentRig.Done(await desk.AddEventAsync(rig.Supervisor, "2026-000001", CustodyEventKind.Released, "", "By order of the prosecutor", rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await desk.AddEventAsync(rig.Supervisor, "2026-000001", CustodyEventKind.Transferred, "", "Again", rig.Cancellation));
        IncidentRig.Done(await desk.AddEventAsync(rig.Supervisor, "2026-000001", CustodyEventKind.Corrected, "", "The court's name", rig.Cancellation));
        Assert.IsType<IncidentResult.NotAllowed>(await desk.AddEventAsync(rig.Operator, "2026-000001", CustodyEventKind.Health, "", "x", rig.Cancellation));
        var auditor = await rig.Center.SignedInAsync(Role.Auditor);
        Assert.IsType<IncidentResult.NotAllowed>(await desk.AddEventAsync(auditor, "2026-000001", CustodyEventKind.Health, "", "x", rig.Cancellation));
        var entry = Assert.IsType<Reading<CustodyEntry>.Granted>(await desk.FindAsync(auditor, "2026-000001", rig.Cancellation)).Value;
        Assert.Equal([CustodyEventKind.Transferred, CustodyEventKind.Released, CustodyEventKind.Corrected], entry.Events.Select(e => e.Kind));
    }

    [Fact]
    public async Task A_chain_of_custody_has_no_gap_and_no_bag_twice()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        IncidentRig.Done(await rig.Outcomes.SeizeAsync(rig.Operator, number, IncidentRig.Seizure(), rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await rig.Outcomes.SeizeAsync(rig.Operator, number, IncidentRig.Seizure(), rig.Cancellation));
        IncidentRig.Done(await rig.Outcomes.SeizeAsync(rig.Operator, number, IncidentRig.Seizure("B-2"), rig.Cancellation));
        var desk = rig.Center.Get<CustodyDesk>();
        Assert.Equal(["from"], await FaultsAsync(Step("Officer B", "Store", "B-1001")));
        Assert.Equal(["to"], await FaultsAsync(Step("Officer A", "Officer A", "B-1001")));
        Assert.Equal(["bag"], await FaultsAsync(Step("Officer A", "Store", "B-2")));
        IncidentRig.Done(await desk.HandOverAsync(rig.Supervisor, "2026-000001", Step("Officer A", "Store", "B-1001"), rig.Cancellation));
        IncidentRig.Done(await desk.HandOverAsync(rig.Supervisor, "2026-000001", Step("Store", "Laboratory", "B-77") with { Intact = false }, rig.Cancellation));
        // The bag it was in before is no other item's either.
        Assert.IsType<IncidentResult.Unfit>(await rig.Outcomes.SeizeAsync(rig.Operator, number, IncidentRig.Seizure("B-77"), rig.Cancellation));
        var item = Assert.IsType<Reading<SeizedItem>.Granted>(await desk.FindSeizureAsync(rig.Supervisor, "2026-000001", rig.Cancellation)).Value;
        Assert.Equal(("Laboratory", "B-77"), (item.HolderNow, item.BagNow));
        Assert.Equal([("Officer A", "Store", true), ("Store", "Laboratory", false)], item.Transfers.Select(t => (t.From, t.To, t.Intact)));

        async Task<IReadOnlyList<string>> FaultsAsync(SeizureTransfer transfer) =>
            Assert.IsType<IncidentResult.Unfit>(await desk.HandOverAsync(rig.Supervisor, "2026-000001", transfer, rig.Cancellation)).Fields;

        SeizureTransfer Step(string from, string to, string bag) => new()
        {
            At = rig.Center.Now,
            From = from,
            To = to,
            Purpose = "Keeping",
            Bag = bag,
            Intact = true,
            RecordedBy = "somebody else",
            RecordedAt = rig.Center.Now,
        };
    }
}
