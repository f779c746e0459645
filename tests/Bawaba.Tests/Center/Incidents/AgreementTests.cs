// What directorates let each other see and do: by both, for a time, never of what began before, and no more than was named.
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Incidents;

public sealed class AgreementTests
{
    [Fact]
    public async Task Nothing_is_shared_on_one_sides_word_nor_of_what_began_before()
    {
        await using var rig = await ScopeRig.StartAsync();
        var (ours, theirs) = (await rig.PersonAsync(Role.Operator, ScopeRig.Ours), await rig.PersonAsync(Role.Operator, ScopeRig.Theirs));
        var early = await OpenAsync(rig, ours);
        var agreement = await OfferAsync(rig, ShareMode.View, ShareField.Log);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var offered = await OpenAsync(rig, ours);
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, theirs, offered));
        await AcceptAsync(rig, agreement);
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var shared = await OpenAsync(rig, ours);
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, theirs, early));
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, theirs, offered));
        Assert.IsType<Reading<IncidentFile>.Granted>(await FindAsync(rig, theirs, shared));
        Assert.Equal([shared], Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Center.Get<IncidentDesk>().ListAsync(theirs, rig.Cancellation)).Value.Select(l => l.Incident.Number));
        // The other way round nothing was agreed.
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, ours, await OpenAsync(rig, theirs)));
    }

    [Fact]
    public async Task Who_gives_does_not_accept_and_who_takes_does_not_offer_and_either_ends()
    {
        await using var rig = await ScopeRig.StartAsync();
        var desk = rig.Center.Get<AgreementDesk>();
        var (giver, taker) = (await rig.PersonAsync(Role.Commander, ScopeRig.Ours), await rig.PersonAsync(Role.Commander, ScopeRig.Theirs));
        var id = await OfferAsync(rig, ShareMode.View);
        Assert.IsType<AgreementResult.NotFound>(await desk.AcceptAsync(giver, id, rig.Cancellation));
        Assert.IsType<AgreementResult.NotAllowed>(await desk.AcceptAsync(await rig.PersonAsync(Role.Supervisor, ScopeRig.Theirs), id, rig.Cancellation));
        Assert.IsType<AgreementResult.Unfit>(await desk.OfferAsync(await rig.PersonAsync(Role.Commander, null), Draft(ShareMode.View), rig.Cancellation));
        Assert.IsType<AgreementResult.Unfit>(await desk.OfferAsync(giver, Draft(ShareMode.View) with { Taker = ScopeRig.Ours.Value }, rig.Cancellation));
        Assert.IsType<AgreementResult.Unfit>(await desk.OfferAsync(giver, Draft(ShareMode.View) with { Days = 31 }, rig.Cancellation));
        Assert.IsType<AgreementResult.Unfit>(await desk.OfferAsync(giver, Draft(ShareMode.View) with { Purpose = "" }, rig.Cancellation));
        Assert.IsType<AgreementResult.Done>(await desk.AcceptAsync(taker, id, rig.Cancellation));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var operatorOfTaker = await rig.PersonAsync(Role.Operator, ScopeRig.Theirs);
        var incident = await OpenAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Ours));
        Assert.IsType<Reading<IncidentFile>.Granted>(await FindAsync(rig, operatorOfTaker, incident));
        Assert.IsType<AgreementResult.Done>(await desk.EndAsync(taker, id, rig.Cancellation));
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, operatorOfTaker, incident));
        Assert.Equal(
            [nameof(AuditAct.AgreementOffered), nameof(AuditAct.AgreementAccepted), nameof(AuditAct.AgreementEnded)],
            (await rig.Center.ActsAsync()).Where(a => a.StartsWith("Agreement", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_agreement_ends_by_itself()
    {
        await using var rig = await ScopeRig.StartAsync();
        await AcceptAsync(rig, await OfferAsync(rig, ShareMode.View));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var incident = await OpenAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Ours));
        rig.Center.Time.Advance(TimeSpan.FromDays(7));
        Assert.IsType<Reading<IncidentFile>.NotFound>(await FindAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Theirs), incident));
    }

    [Theory]
    [InlineData(ShareMode.View)]
    [InlineData(ShareMode.Assist)]
    public async Task Every_field_is_shown_when_it_was_named_and_only_then(ShareMode mode)
    {
        foreach (var named in Enum.GetValues<ShareField>().Select(f => (ShareField?)f).Append(null))
        {
            await using var rig = await ScopeRig.StartAsync();
            await AcceptAsync(rig, await OfferAsync(rig, mode, named is { } field ? [field] : []));
            rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
            var ours = await rig.PersonAsync(Role.Operator, ScopeRig.Ours);
            var number = await OpenAsync(rig, ours);
            Assert.IsType<IncidentResult.Done>(await rig.Center.Get<IncidentDesk>().NoteAsync(ours, number, "A word", Guid.CreateVersion7(rig.Center.Now).ToString(), rig.Cancellation));
            Assert.IsType<IncidentResult.Done>(await rig.Center.Get<OutcomeDesk>().NothingFoundAsync(ours, number, "Nobody there", rig.Cancellation));
            var file = Assert.IsType<Reading<IncidentFile>.Granted>(await FindAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Theirs), number)).Value;
            Assert.Equal((named, named is ShareField.Log, named is ShareField.Log, named is ShareField.Outcomes),
                (named, file.Log.Any(l => l.Kind is IncidentLogKind.Note), file.Steps.Count > 0, file.Outcomes.Count > 0 && file.Log.Any(l => l.Kind is IncidentLogKind.NothingFound)));
        }
    }

    [Theory]
    [InlineData(ShareMode.View, false)]
    [InlineData(ShareMode.Assist, true)]
    public async Task Who_assists_writes_and_does_nothing_else_and_who_sees_does_nothing(ShareMode mode, bool writes)
    {
        await using var rig = await ScopeRig.StartAsync();
        await AcceptAsync(rig, await OfferAsync(rig, mode, ShareField.Log, ShareField.Units, ShareField.Outcomes, ShareField.Alerts));
        rig.Center.Time.Advance(TimeSpan.FromMinutes(1));
        var number = await OpenAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Ours));
        var (theirs, theirSupervisor) = (await rig.PersonAsync(Role.Operator, ScopeRig.Theirs), await rig.PersonAsync(Role.Supervisor, ScopeRig.Theirs));
        var (desk, c) = (rig.Center.Get<IncidentDesk>(), rig.Cancellation);
        Assert.Equal(writes, await desk.NoteAsync(theirs, number, "We see it from our side", Guid.CreateVersion7(rig.Center.Now).ToString(), c) is IncidentResult.Done);
        Assert.Equal(writes, await desk.MarkStepAsync(theirs, number, "facts", null, c) is IncidentResult.Done);
        Assert.All(
            new[]
            {
                await desk.SetPriorityAsync(theirs, number, IncidentPriority.Immediate, c), await desk.SetPlaceAsync(theirs, number, "Elsewhere", "", "", c),
                await desk.LinkAsync(theirs, number, "case/2026-000001", c), await desk.CloseAsync(theirSupervisor, number, c), await desk.SeeSkippedAsync(theirSupervisor, number, c),
                await rig.Center.Get<CommandDesk>().TakeAsync(theirSupervisor, number, c), await rig.Center.Get<CommandDesk>().OfferAsync(theirSupervisor, number, theirs.Account, c),
                await rig.Center.Get<OutcomeDesk>().NothingFoundAsync(theirs, number, "x", c), await rig.Center.Get<OutcomeDesk>().ApprehendAsync(theirs, number, IncidentRig.Custody(), c),
                await rig.Center.Get<OutcomeDesk>().SeizeAsync(theirs, number, IncidentRig.Seizure(), c),
                await rig.Center.Get<AttachmentDesk>().AddAsync(theirs, number, "x.jpg", [0xFF, 0xD8, 0xFF, 1], c),
            },
            result => Assert.IsType<IncidentResult.NotAllowed>(result));
        Assert.Equal(nameof(AuditAct.Refused), (await rig.Center.ActsAsync())[^1]);
    }

    [Fact]
    public async Task In_a_common_incident_a_directorate_is_shown_the_alerts_of_its_own_gates_alone()
    {
        await using var rig = await ScopeRig.StartAsync();
        var alert = (await rig.ThingsOfAsync(ScopeRig.Ours, A.North)).Alert;
        var (first, second) = (await rig.PersonAsync(Role.Operator, null), await rig.PersonAsync(Role.Supervisor, null));
        var alerts = rig.Center.Get<AlertDesk>();
        Assert.IsType<AlertResult.Done>(await alerts.FirstLookAsync(first, alert, 1, LookVerdict.Same, rig.Cancellation));
        Assert.IsType<AlertResult.Done>(await alerts.ConfirmAsync(second, alert, 2, rig.Cancellation));
        var draft = new IncidentDraft { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "wanted-vehicle", Summary = "A vehicle", Alert = alert.ToString() };
        var number = Assert.IsType<IncidentResult.Done>(await rig.Center.Get<IncidentDesk>().OpenAsync(first, draft, rig.Cancellation)).Incident.Number;
        async Task<int> ShownAsync(DirectorateId? directorate) =>
            Assert.IsType<Reading<IncidentFile>.Granted>(await FindAsync(rig, await rig.PersonAsync(Role.Operator, directorate), number)).Value.Alerts.Count;
        Assert.Equal((1, 1, 0), (await ShownAsync(null), await ShownAsync(ScopeRig.Ours), await ShownAsync(ScopeRig.Theirs)));
    }

    [Fact]
    public async Task The_ministrys_supervisor_sees_figures_of_all_and_no_word_of_anybody()
    {
        await using var rig = await ScopeRig.StartAsync();
        var ours = await rig.PersonAsync(Role.Operator, ScopeRig.Ours);
        var number = await OpenAsync(rig, ours);
        await OpenAsync(rig, await rig.PersonAsync(Role.Operator, ScopeRig.Theirs));
        var ministry = await rig.PersonAsync(Role.MinistrySupervisor, null);
        var figures = Assert.IsType<Reading<Figures>.Granted>(await rig.Center.Get<FiguresDesk>().ReadAsync(ministry, rig.Cancellation)).Value;
        Assert.Equal([(ScopeRig.Ours, 1L), (ScopeRig.Theirs, 1L)], figures.Directorates.Where(d => d.Directorate is not null).Select(d => (d.Directorate!.Value, d.OpenIncidents)));
        Assert.Equal(2, figures.Incidents.Count);
        Assert.IsType<Reading<IncidentFile>.NotAllowed>(await FindAsync(rig, ministry, number));
        Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.NotAllowed>(await rig.Center.Get<IncidentDesk>().ListAsync(ministry, rig.Cancellation));
        Assert.IsType<Reading<Figures>.NotAllowed>(await rig.Center.Get<FiguresDesk>().ReadAsync(ours, rig.Cancellation));
    }

    private static AgreementDraft Draft(ShareMode mode, params ShareField[] fields) => new()
    {
        Taker = ScopeRig.Theirs.Value,
        Mode = mode.ToString(),
        Fields = [.. fields.Select(f => f.ToString())],
        Purpose = "The road between us",
        Days = 7,
    };

    private static async Task<AgreementId> OfferAsync(ScopeRig rig, ShareMode mode, params ShareField[] fields) => Assert.IsType<AgreementResult.Done>(
        await rig.Center.Get<AgreementDesk>().OfferAsync(await rig.PersonAsync(Role.Commander, ScopeRig.Ours), Draft(mode, fields), rig.Cancellation)).Agreement.Id;

    private static async Task AcceptAsync(ScopeRig rig, AgreementId id) =>
        Assert.IsType<AgreementResult.Done>(await rig.Center.Get<AgreementDesk>().AcceptAsync(await rig.PersonAsync(Role.Commander, ScopeRig.Theirs), id, rig.Cancellation));

    private static async Task<IncidentNumber> OpenAsync(ScopeRig rig, Actor actor) => Assert.IsType<IncidentResult.Done>(await rig.Center.Get<IncidentDesk>().OpenAsync(
        actor, new() { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" }, rig.Cancellation)).Incident.Number;

    private static Task<Reading<IncidentFile>> FindAsync(ScopeRig rig, Actor actor, IncidentNumber number) => rig.Center.Get<IncidentDesk>().FindAsync(actor, number, rig.Cancellation);
}
