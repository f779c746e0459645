// The acts of the operations room, each with what it needs: for the test that tries every role with every act it may not do.
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;

namespace Bawaba.Tests.Center.Law;

internal static class RoomActs
{
    internal static IReadOnlyList<(string Act, Permission Needed)> All { get; } =
    [
        ("list incidents", Permission.SeeIncidents), ("see an incident", Permission.SeeIncidents), ("open an incident", Permission.WorkIncidents), ("write into an incident", Permission.WorkIncidents),
        ("take note of steps left out", Permission.LeadIncidents), ("edit a type of incident", Permission.EditIncidentTypes), ("see the custody register", Permission.SeeCustody),
        ("see seizures", Permission.SeeCustody), ("arrest", Permission.WorkIncidents), ("seize", Permission.WorkIncidents), ("put a file to an incident", Permission.WorkIncidents),
        ("lead an incident", Permission.WorkIncidents), ("see agreements", Permission.SeeAgreements), ("offer an agreement", Permission.MakeAgreements), ("see figures", Permission.SeeFigures),
        ("see calls", Permission.SeeCalls), ("record a call", Permission.LogCalls),
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
            "see calls" => await desk.Get<CallDesk>().ListAsync(actor, desk.Now, desk.Now, c),
            "record a call" => await desk.Get<CallDesk>().RecordAsync(actor, new() { Request = Guid.CreateVersion7(desk.Now).ToString(), Channel = nameof(CallChannel.Phone), What = "x" }, c),
            _ => throw new ArgumentException(act, nameof(act)),
        };
    }
}
