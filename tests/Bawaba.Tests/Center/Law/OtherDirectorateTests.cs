// Every verb of every desk that is asked for one thing, tried by somebody of one directorate on another's thing. Generated: each is answered
// as if the thing did not exist, changes nothing, and is in the log; on one's own thing the same verb is not answered so.
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Calls;
using Bawaba.Center.Cases;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Mandates;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Sharing;
using Bawaba.Center.Units;
using Bawaba.Center.Video;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

public sealed class OtherDirectorateTests
{
    private static readonly Dictionary<string, (Role Role, Func<ScopeRig, Actor, Things, Task<object>> TryAsync)> Verbs = new(StringComparer.Ordinal)
    {
        ["see a gate"] = (Role.Operator, async (r, a, t) => await r.Center.Get<GateDesk>().FindAsync(a, t.Gate, r.Cancellation)),
        ["see a camera's picture"] = (Role.Operator, async (r, a, t) => await r.Center.Get<GateDesk>().SnapshotAsync(a, t.Gate, t.Camera, 640, r.Cancellation)),
        ["watch a camera"] = (Role.Operator, async (r, a, t) => await r.Center.Get<VideoDesk>().WatchAsync(a, t.Gate, t.Camera, r.Cancellation)),
        ["silence a cut-off gate"] = (Role.Operator, async (r, a, t) => await r.Center.Get<GateDesk>().AcknowledgeCutOffAsync(a, t.Gate, r.Cancellation)),
        ["see a gate's counts"] = (Role.MediaOfficer, async (r, a, t) => await r.Center.Get<CountDesk>().SumsAsync(a, Counts(r) with { Gate = t.Gate }, r.Cancellation)),
        ["make a gate's code"] = (Role.Technician, async (r, a, t) => await r.Center.Get<EnrolmentDesk>().IssueCodeAsync(a, t.Gate, r.Cancellation)),
        ["release a gate"] = (Role.Commander, async (r, a, t) => await r.Center.Get<EnrolmentDesk>().ReleaseAsync(a, t.Gate, r.Cancellation)),
        ["revoke a gate"] = (Role.Technician, async (r, a, t) => await r.Center.Get<EnrolmentDesk>().RevokeAsync(a, t.Gate, r.Cancellation)),
        ["post an officer at a gate"] = (Role.Administrator, async (r, a, t) =>
            await r.Center.Get<OfficerDesk>().PostAsync(a, (await r.PersonAsync(Role.GateOfficer, ScopeRig.Ours)).Account, t.Gate, r.Cancellation)),
        ["post an officer"] = (Role.Administrator, async (r, a, t) => await r.Center.Get<OfficerDesk>().PostAsync(a, t.Officer, A.North, r.Cancellation)),
        ["end a posting"] = (Role.Administrator, async (r, a, t) => await r.Center.Get<OfficerDesk>().EndAsync(a, t.Officer, t.Gate, r.Cancellation)),
        ["let a stopped camera go on"] = (Role.Technician, async (r, a, t) => await r.Center.Get<FalseHitDesk>().ResumeAsync(a, t.Gate, t.Camera, r.Cancellation)),
        ["list a gate's alerts"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().ListAsync(a, new() { Gate = t.Gate }, r.Cancellation)),
        ["read alerts together"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().TheseAsync(a, [t.Alert], r.Cancellation)),
        ["see an alert"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().FindAsync(a, t.Alert, r.Cancellation)),
        ["see an alert's crop"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().PictureAsync(a, t.Alert, AlertPicture.Crop, r.Cancellation)),
        ["see an alert's overview"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().PictureAsync(a, t.Alert, AlertPicture.Overview, r.Cancellation)),
        ["list an alert's further pictures"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().FramesAsync(a, t.Alert, r.Cancellation)),
        ["see an alert's further picture"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().FrameAsync(a, t.Alert, FrameKind.Crop, 0, r.Cancellation)),
        ["answer an alert"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().AnswerAsync(a, t.Alert, 1, r.Cancellation)),
        ["look at an alert"] = (Role.GateOfficer, async (r, a, t) => await r.Center.Get<AlertDesk>().FirstLookAsync(a, t.Alert, 1, LookVerdict.Same, r.Cancellation)),
        ["confirm an alert"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<AlertDesk>().ConfirmAsync(a, t.Alert, 1, r.Cancellation)),
        ["reject an alert"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().RejectAsync(a, t.Alert, 1, RejectReason.Other, r.Cancellation)),
        ["close an alert"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AlertDesk>().CloseAsync(a, t.Alert, 1, r.Cancellation)),
        ["write an entry on"] = (Role.Registrar, async (r, a, t) => await r.Law.Entries.DraftAsync(a, r.Law.Draft() with { Id = t.EntryDraft.Id.Value }, t.EntryDraft.Version, r.Cancellation)),
        ["ask for an entry's approval"] = (Role.Registrar, async (r, a, t) => await r.Law.Entries.SubmitAsync(a, t.EntryDraft.Id, t.EntryDraft.Version, r.Cancellation)),
        ["give an entry back"] = (Role.Approver, async (r, a, t) => await r.Law.Entries.ReturnAsync(a, t.EntryPending.Id, t.EntryPending.Version, r.Cancellation)),
        ["approve an entry"] = (Role.Approver, async (r, a, t) => await r.Law.Entries.AskAsync(a, [t.EntryPending.Id], r.Cancellation)),
        ["suspend an entry"] = (Role.Supervisor, async (r, a, t) => await r.Law.Entries.SuspendAsync(a, t.EntryActive.Id, t.EntryActive.Version, r.Cancellation)),
        ["let an entry go on"] = (Role.Approver, async (r, a, t) => await r.Law.Entries.ResumeAsync(a, t.EntryActive.Id, t.EntryActive.Version, r.Cancellation)),
        ["take an entry off"] = (Role.Registrar, async (r, a, t) => await r.Law.Entries.RemoveAsync(a, t.EntryActive.Id, t.EntryActive.Version, r.Cancellation)),
        ["put an entry to a case"] = (Role.Registrar, async (r, a, t) => await r.Law.Entries.DraftAsync(a, r.Law.Draft() with { CaseNumber = t.Case }, 0, r.Cancellation)),
        ["name a gate in an entry"] = (Role.Registrar, async (r, a, t) => await r.Law.Entries.DraftAsync(a, r.Law.Draft() with { Gates = t.Gate.Value }, 0, r.Cancellation)),
        ["name a gate in an urgent entry"] = (Role.Operator, async (r, a, t) =>
            await r.Law.Entries.DraftAsync(a, r.Law.Draft() with { Category = ListCategory.KidnappingUrgent.Code, ExpiresAt = "2026-11-25T15:00:00Z", Gates = t.Gate.Value }, 0, r.Cancellation)),
        ["read a document"] = (Role.Registrar, async (r, a, t) => await r.Center.Get<DocumentDesk>().ReadAsync(a, t.Document, r.Cancellation)),
        ["name a gate in an order"] = (Role.Commander, async (r, a, t) => await r.Law.Orders.DraftAsync(a, r.Law.OrderDraft() with { Gates = t.Gate.Value }, 0, r.Cancellation)),
        ["write an order on"] = (Role.Commander, async (r, a, t) => await r.Law.Orders.DraftAsync(a, r.Law.OrderDraft() with { Id = t.OrderDraft.Id.Value }, t.OrderDraft.Version, r.Cancellation)),
        ["renew an order"] = (Role.Commander, async (r, a, t) => await r.Law.Orders.DraftAsync(a, r.Law.OrderDraft() with { Renews = t.OrderApproved.Id.Value, Results = "none" }, 0, r.Cancellation)),
        ["ask for an order's approval"] = (Role.Commander, async (r, a, t) => await r.Law.Orders.SubmitAsync(a, t.OrderDraft.Id, t.OrderDraft.Version, r.Cancellation)),
        ["give an order back"] = (Role.Approver, async (r, a, t) => await r.Law.Orders.ReturnAsync(a, t.OrderPending.Id, t.OrderPending.Version, r.Cancellation)),
        ["approve an order"] = (Role.Approver, async (r, a, t) => await r.Law.Orders.AskAsync(a, t.OrderPending.Id, r.Cancellation)),
        ["end an order"] = (Role.Commander, async (r, a, t) => await r.Law.Orders.EndAsync(a, t.OrderApproved.Id, t.OrderApproved.Version, r.Cancellation)),
        ["look a person up at a gate"] = (Role.GateOfficer, async (r, a, t) =>
            await r.Center.Get<PersonDesk>().LookUpAsync(a, t.Gate, LookUpReason.ConfirmedHit, "119850012345", r.Cancellation)),
        ["put an alert to a case"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<AlertCaseDesk>().LinkAsync(a, t.Alert, t.Case, r.Cancellation)),
        ["see an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().FindAsync(a, t.Incident, r.Cancellation)),
        ["print an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().ReportAsync(a, t.Incident, r.Cancellation)),
        ["open an incident at a gate"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().OpenAsync(a, Draft(r) with { Gate = t.Gate.Value, Place = "" }, r.Cancellation)),
        ["open an incident of an alert"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().OpenAsync(a, Draft(r) with { Alert = t.Alert.ToString() }, r.Cancellation)),
        ["write into an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().NoteAsync(a, t.Incident, "x", Guid.CreateVersion7(r.Center.Now).ToString(), r.Cancellation)),
        ["mark a step"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().MarkStepAsync(a, t.Incident, "facts", null, r.Cancellation)),
        ["take note of steps left out"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<IncidentDesk>().SeeSkippedAsync(a, t.Incident, r.Cancellation)),
        ["set a priority"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().SetPriorityAsync(a, t.Incident, IncidentPriority.Immediate, r.Cancellation)),
        ["set a place"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().SetPlaceAsync(a, t.Incident, "Elsewhere", "", "", r.Cancellation)),
        ["link to an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().LinkAsync(a, t.Incident, "case/2026-777777", r.Cancellation)),
        ["link a call to an incident of one's own"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().LinkAsync(a, await OwnAsync(r, a), $"call/{t.Call}", r.Cancellation)),
        ["close an incident"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<IncidentDesk>().CloseAsync(a, t.Incident, r.Cancellation)),
        ["lead an incident"] = (Role.Commander, async (r, a, t) => await r.Center.Get<CommandDesk>().TakeAsync(a, t.Incident, r.Cancellation)),
        ["offer the lead"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<CommandDesk>().OfferAsync(a, t.Incident, a.Account, r.Cancellation)),
        ["send a unit"] = (Role.Operator, async (r, a, t) => await SendAsync(r, a, t)),
        ["arrest in an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<OutcomeDesk>().ApprehendAsync(a, t.Incident, Incidents.IncidentRig.Custody(), r.Cancellation)),
        ["seize in an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<OutcomeDesk>().SeizeAsync(a, t.Incident, Incidents.IncidentRig.Seizure("B-new"), r.Cancellation)),
        ["help in an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<OutcomeDesk>().AssistAsync(a, t.Incident, "x", r.Cancellation)),
        ["find nothing in an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<OutcomeDesk>().NothingFoundAsync(a, t.Incident, "x", r.Cancellation)),
        ["put a file to an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AttachmentDesk>().AddAsync(a, t.Incident, "x.jpg", [0xFF, 0xD8, 0xFF, 1], r.Cancellation)),
        ["read a file of an incident"] = (Role.Operator, async (r, a, t) => await r.Center.Get<AttachmentDesk>().ReadAsync(a, t.Incident, t.File, r.Cancellation)),
        ["see somebody in custody"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<CustodyDesk>().FindAsync(a, t.Custody, r.Cancellation)),
        ["add to the custody register"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<CustodyDesk>().AddEventAsync(a, t.Custody, CustodyEventKind.Health, "", "x", r.Cancellation)),
        ["see a seizure"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<CustodyDesk>().FindSeizureAsync(a, t.Seizure, r.Cancellation)),
        ["hand a seizure over"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<CustodyDesk>().HandOverAsync(a, t.Seizure, RoomActs.Transfer(r.Center), r.Cancellation)),
        ["end an agreement"] = (Role.Commander, async (r, a, t) => await r.Center.Get<AgreementDesk>().EndAsync(a, t.Agreement, r.Cancellation)),
        ["see a call"] = (Role.Operator, async (r, a, t) => await r.Center.Get<CallDesk>().FindAsync(a, t.Call, r.Cancellation)),
        ["mark a call"] = (Role.Operator, async (r, a, t) => await r.Center.Get<CallDesk>().MarkAsync(a, t.Call, null, CallMark.Answered, "", r.Cancellation)),
        ["put a call right"] = (Role.Operator, async (r, a, t) => await r.Center.Get<CallDesk>().RecordAsync(a, Calls.CallRig.Draft(r.Center) with { Corrects = t.Call }, r.Cancellation)),
        ["open an incident of a call"] = (Role.Operator, async (r, a, t) => await r.Center.Get<IncidentDesk>().OpenAsync(a, Draft(r) with { Call = t.Call }, r.Cancellation)),
        ["see a unit"] = (Role.Operator, async (r, a, t) => await r.Center.Get<UnitDesk>().FindAsync(a, t.Unit, r.Cancellation)),
        ["move a unit"] = (Role.Operator, async (r, a, t) => await r.Center.Get<UnitDesk>().StepAsync(a, t.Unit, 2, UnitVerb.OnDuty, r.Cancellation)),
        ["write down where a unit is"] = (Role.Operator, async (r, a, t) => await r.Center.Get<UnitDesk>().ReportPositionAsync(a, t.Unit, null, ScopeRig.Common, r.Cancellation)),
        ["name a gate a unit is at"] = (Role.Operator, async (r, a, t) => await UnitsOf.AtGateAsync(r, a, t.Gate)),
        ["set a unit's welfare clock"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<UnitDesk>().SetWelfareAsync(a, t.Unit, 2, 30, r.Cancellation)),
        ["look after a unit"] = (Role.Operator, async (r, a, t) => await r.Center.Get<UnitDesk>().LookAfterAsync(a, t.Unit, r.Cancellation)),
        ["edit a unit"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<UnitRegister>().EditAsync(a, t.Unit, 2, UnitsOf.Draft(), r.Cancellation)),
        ["retire a unit"] = (Role.Commander, async (r, a, t) => await r.Center.Get<UnitRegister>().RetireAsync(a, t.Unit, 2, r.Cancellation)),
        ["set a unit's crew"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<UnitRegister>().SetCrewAsync(a, t.Unit, 2, [], r.Cancellation)),
        ["revoke a feed"] = (Role.Supervisor, async (r, a, t) => await r.Center.Get<FeedDesk>().RevokeAsync(a, t.Feed, r.Cancellation)),
        ["close a case"] = (Role.Investigator, async (r, a, t) => await r.Center.Get<CaseDesk>().CloseAsync(a, t.Case, r.Cancellation)),
    };

    public static TheoryData<string> AllVerbs => [.. Verbs.Keys];

    [Theory]
    [MemberData(nameof(AllVerbs))]
    public async Task Another_directorates_thing_is_as_little_there_as_none_and_the_log_has_who_asked(string verb)
    {
        await using var rig = await ScopeRig.StartAsync();
        var (ours, theirs) = (await rig.ThingsOfAsync(ScopeRig.Ours, A.North), await rig.ThingsOfAsync(ScopeRig.Theirs, ScopeRig.South));
        await rig.CutOffAsync();
        var (role, tryAsync) = Verbs[verb];
        var actor = await rig.PersonAsync(role, ScopeRig.Ours);
        var nothing = await tryAsync(rig, actor, Things.Nowhere);
        Assert.NotEqual(nameof(AuditAct.Refused), (await rig.LastAsync()).Act);
        // A new person is made by one of the verbs themselves: they are no part of what must stay.
        var before = (await rig.StateAsync()).Split('\n');

        var refused = await tryAsync(rig, actor, theirs);
        Assert.Equal(nothing.GetType(), refused.GetType());
        Assert.Equal(Words(nothing), Words(refused));
        var (account, act, subject) = await rig.LastAsync();
        Assert.Equal((actor.Account.ToString(), nameof(AuditAct.Refused)), (account, act));
        Assert.Contains('/', subject);
        Assert.Empty(before.Except((await rig.StateAsync()).Split('\n'), StringComparer.Ordinal));

        var done = await tryAsync(rig, actor, ours);
        Assert.NotEqual((nothing.GetType(), Words(nothing)), (done.GetType(), Words(done)));
        Assert.NotEqual("NotAllowed", done.GetType().Name);
    }

    // Faults of a draft by field and word; a refusal of an approval by its word.
    private static string Words(object result) => result switch
    {
        EntryResult.Faulty faulty => string.Join(' ', faulty.Faults.Select(f => $"{f.Field}:{f.Word}")),
        CallResult.Unfit unfit => string.Join(' ', unfit.Fields),
        IncidentResult.Unfit unfit => string.Join(' ', unfit.Fields),
        OrderResult.Faulty faulty => string.Join(' ', faulty.Faults.Select(f => $"{f.Field}:{f.Word}")),
        _ => "",
    };

    private static IncidentDraft Draft(ScopeRig rig) => new() { Request = Guid.CreateVersion7(rig.Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" };

    private static async Task<IncidentNumber> OwnAsync(ScopeRig rig, Actor actor) =>
        Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Center.Get<IncidentDesk>().ListAsync(actor, rig.Cancellation)).Value.First(l => l.IsOwn).Incident.Number;

    // To an incident of one's own: the unit is what may be another's.
    private static async Task<IncidentResult> SendAsync(ScopeRig rig, Actor actor, Things things)
    {
        var number = Incidents.IncidentRig.Done(await rig.Center.Get<IncidentDesk>().OpenAsync(actor, Draft(rig), rig.Cancellation)).Number;
        if (things.Unit == UnitId.Parse($"patrol-{ScopeRig.Ours.Value}"))
            Assert.IsType<UnitResult.Done>(await rig.Center.Get<UnitDesk>().StepAsync(actor, things.Unit, 2, UnitVerb.OnDuty, rig.Cancellation));
        return await rig.Center.Get<DispatchDesk>().AssignAsync(actor, number, things.Unit, AssignmentId.Mint(rig.Center.Time), rig.Cancellation);
    }

    private static CountQuery Counts(ScopeRig rig) => new() { FromAt = rig.Center.Now.AddHours(-1), UntilAt = rig.Center.Now.AddHours(1) };
}
