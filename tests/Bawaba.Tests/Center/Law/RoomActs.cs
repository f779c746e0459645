// The acts of the operations room, each with what it needs: for the test that tries every role with every act it may not do.
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Situation;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

internal static class RoomActs
{
    internal static IReadOnlyList<(string Act, Permission Needed)> All { get; } =
    [
        ("list incidents", Permission.SeeIncidents), ("see an incident", Permission.SeeIncidents), ("open an incident", Permission.WorkIncidents), ("write into an incident", Permission.WorkIncidents),
        ("take note of steps left out", Permission.LeadIncidents), ("edit a type of incident", Permission.EditIncidentTypes), ("see the custody register", Permission.SeeCustody),
        ("see seizures", Permission.SeeCustody), ("arrest", Permission.WorkIncidents), ("seize", Permission.WorkIncidents), ("put a file to an incident", Permission.WorkIncidents),
        ("lead an incident", Permission.WorkIncidents), ("see agreements", Permission.SeeAgreements), ("offer an agreement", Permission.MakeAgreements), ("see figures", Permission.SeeFigures),
        ("print an incident", Permission.SeeIncidents), ("read a file of an incident", Permission.SeeIncidents), ("see types of incidents", Permission.SeeIncidents),
        ("mark a step", Permission.WorkIncidents), ("set a priority", Permission.WorkIncidents), ("set a place", Permission.WorkIncidents), ("link to an incident", Permission.WorkIncidents),
        ("close an incident", Permission.WorkIncidents), ("offer the lead", Permission.WorkIncidents), ("send a unit", Permission.WorkIncidents), ("release a unit", Permission.WorkIncidents),
        ("help in an incident", Permission.WorkIncidents), ("find nothing in an incident", Permission.WorkIncidents), ("see somebody in custody", Permission.SeeCustody),
        ("add to the custody register", Permission.SeeCustody), ("see a seizure", Permission.SeeCustody), ("hand a seizure over", Permission.SeeCustody),
        ("accept an agreement", Permission.MakeAgreements), ("end an agreement", Permission.MakeAgreements),
        ("see the clocks of dispatch", Permission.SeeTimes), ("see calls", Permission.SeeCalls), ("record a call", Permission.LogCalls), ("see calls that wait", Permission.SeeCalls), ("see a call", Permission.SeeCalls),
        ("search calls", Permission.SeeCalls), ("mark a call", Permission.LogCalls), ("print the situation sheet", Permission.PrintSheets),
    ];

    internal static async Task<object> TryAsync(CenterRig desk, Actor actor, string act)
    {
        var (c, number) = (desk.Cancellation, IncidentNumber.Parse("2026-000001"));
        return act switch
        {
            "list incidents" => await desk.Get<IncidentDesk>().ListAsync(actor, c),
            "see an incident" => await desk.Get<IncidentDesk>().FindAsync(actor, number, c),
            "open an incident" => await desk.Get<IncidentDesk>().OpenAsync(actor, new() { Request = Guid.CreateVersion7(desk.Now).ToString(), Type = "other", Summary = "x", Place = "y" }, c),
            "write into an incident" => await desk.Get<IncidentDesk>().NoteAsync(actor, number, "x", Guid.CreateVersion7(desk.Now).ToString(), c),
            "take note of steps left out" => await desk.Get<IncidentDesk>().SeeSkippedAsync(actor, number, c),
            "edit a type of incident" => await desk.Get<IncidentTypeDesk>().SaveAsync(
                actor, new() { Code = "flood", Name = new() { Ar = "سيل", En = "Flood" }, Priority = IncidentPriority.Urgent, Steps = [new("a", new() { Ar = "خطوة", En = "Step" }, true)] }, 0, c),
            "see the custody register" => await desk.Get<CustodyDesk>().ListAsync(actor, c),
            "see seizures" => await desk.Get<CustodyDesk>().ListSeizuresAsync(actor, c),
            "arrest" => await desk.Get<OutcomeDesk>().ApprehendAsync(actor, number, new(), c),
            "seize" => await desk.Get<OutcomeDesk>().SeizeAsync(actor, number, new(), c),
            "put a file to an incident" => await desk.Get<AttachmentDesk>().AddAsync(actor, number, "x.jpg", [0xFF, 0xD8, 0xFF, 1], c),
            "lead an incident" => await desk.Get<CommandDesk>().TakeAsync(actor, number, c),
            "see agreements" => await desk.Get<AgreementDesk>().ListAsync(actor, c),
            "offer an agreement" => await desk.Get<AgreementDesk>().OfferAsync(actor, new() { Taker = "security-south", Mode = nameof(ShareMode.View), Purpose = "x", Days = 1 }, c),
            "see figures" => await desk.Get<FiguresDesk>().ReadAsync(actor, c),
            "see the clocks of dispatch" => await desk.Get<DispatchTimesDesk>().ReadAsync(actor, desk.Now, c),
            "see calls" => await desk.Get<CallDesk>().ListAsync(actor, desk.Now, desk.Now, c),
            "record a call" => await desk.Get<CallDesk>().RecordAsync(actor, new() { Request = Guid.CreateVersion7(desk.Now).ToString(), Channel = nameof(CallChannel.Phone), What = "x" }, c),
            "see calls that wait" => await desk.Get<CallDesk>().WaitingAsync(actor, c),
            "see a call" => await desk.Get<CallDesk>().FindAsync(actor, "2026-000001", c),
            "search calls" => await desk.Get<CallDesk>().SearchAsync(actor, new(), c),
            "mark a call" => await desk.Get<CallDesk>().MarkAsync(actor, "2026-000001", null, CallMark.Answered, "", c),
            "print the situation sheet" => await desk.Get<SituationDesk>().MakeAsync(actor, c),
            "print an incident" => await desk.Get<IncidentDesk>().ReportAsync(actor, number, c),
            "read a file of an incident" => await desk.Get<AttachmentDesk>().ReadAsync(actor, number, Guid.CreateVersion7(desk.Now), c),
            "see types of incidents" => await desk.Get<IncidentTypeDesk>().ListAsync(actor, c),
            "mark a step" => await desk.Get<IncidentDesk>().MarkStepAsync(actor, number, "facts", null, c),
            "set a priority" => await desk.Get<IncidentDesk>().SetPriorityAsync(actor, number, IncidentPriority.Urgent, c),
            "set a place" => await desk.Get<IncidentDesk>().SetPlaceAsync(actor, number, "x", "", "", c),
            "link to an incident" => await desk.Get<IncidentDesk>().LinkAsync(actor, number, "case/2026-000001", c),
            "close an incident" => await desk.Get<IncidentDesk>().CloseAsync(actor, number, c),
            "offer the lead" => await desk.Get<CommandDesk>().OfferAsync(actor, number, actor.Account, c),
            "send a unit" => await desk.Get<DispatchDesk>().AssignAsync(actor, number, UnitId.Parse("patrol-1"), AssignmentId.Mint(desk.Time), c),
            "release a unit" => await desk.Get<DispatchDesk>().ReleaseAsync(actor, number, AssignmentId.Mint(desk.Time), c),
            "help in an incident" => await desk.Get<OutcomeDesk>().AssistAsync(actor, number, "x", c),
            "find nothing in an incident" => await desk.Get<OutcomeDesk>().NothingFoundAsync(actor, number, "x", c),
            "see somebody in custody" => await desk.Get<CustodyDesk>().FindAsync(actor, "2026-000001", c),
            "add to the custody register" => await desk.Get<CustodyDesk>().AddEventAsync(actor, "2026-000001", CustodyEventKind.Health, "", "x", c),
            "see a seizure" => await desk.Get<CustodyDesk>().FindSeizureAsync(actor, "2026-000001", c),
            "hand a seizure over" => await desk.Get<CustodyDesk>().HandOverAsync(actor, "2026-000001", Transfer(desk), c),
            "accept an agreement" => await desk.Get<AgreementDesk>().AcceptAsync(actor, AgreementId.Mint(desk.Time), c),
            "end an agreement" => await desk.Get<AgreementDesk>().EndAsync(actor, AgreementId.Mint(desk.Time), c),
            _ => throw new ArgumentException(act, nameof(act)),
        };
    }

    /// <summary>The next link of the chain of what IncidentRig seizes.</summary>
    internal static SeizureTransfer Transfer(CenterRig desk) => new()
    {
        At = desk.Now,
        From = "Officer A",
        To = "Store",
        Purpose = "Keeping",
        Bag = "B-other",
        Intact = true,
        RecordedBy = "",
        RecordedAt = desk.Now,
    };
}
