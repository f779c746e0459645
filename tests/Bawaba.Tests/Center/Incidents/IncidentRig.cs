// A room with an order, a verdict's entry and a stolen vehicle's, and two people to confirm alerts. The rules are the desks'; here are only
// the hands.
using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Incidents;

internal sealed class IncidentRig : IAsyncDisposable
{
    internal const string VerdictPlate = "7-777777";

    private IncidentRig(CenterRig center) => Center = center;

    internal CenterRig Center { get; }

    internal CancellationToken Cancellation => Center.Cancellation;

    internal Actor Operator { get; private set; } = null!;

    internal Actor Supervisor { get; private set; } = null!;

    internal IncidentDesk Desk => Center.Get<IncidentDesk>();

    internal OutcomeDesk Outcomes => Center.Get<OutcomeDesk>();

    internal static async Task<IncidentRig> StartAsync()
    {
        var order = A.Order();
        order["categories"] = new System.Text.Json.Nodes.JsonArray("stolen-vehicle", "wanted-by-verdict");
        var verdict = A.Entry("entry-2", VerdictPlate);
        verdict["category"] = "wanted-by-verdict";
        verdict["permittedAction"] = PermittedAction.ArrestUnderVerdict;
        verdict["instrumentNumber"] = "V-2026/31";
        var rig = new IncidentRig(await CenterRig.StartAsync(center =>
        {
            File.WriteAllText(center.MandatesPath, A.Mandates(order));
            File.WriteAllText(center.WatchlistPath, A.Watchlist(A.Entry(), verdict));
        }));
        rig.Operator = await rig.Center.SignedInAsync(Role.Operator);
        rig.Supervisor = await rig.Center.SignedInAsync(Role.Supervisor);
        return rig;
    }

    internal IncidentDraft Draft(string type = "other") => new()
    {
        Request = Guid.CreateVersion7(Center.Now).ToString(),
        Type = type,
        Summary = "A lorry stands across the road",
        Place = "Kilometre 12",
    };

    internal async Task<Incident> OpenAsync(IncidentDraft? draft = null, Actor? by = null) => Done(await Desk.OpenAsync(by ?? Operator, draft ?? Draft(), Cancellation));

    internal async Task<Alert> ConfirmedAsync(bool verdict = false)
    {
        var alert = await Center.RaiseAsync(verdict ? A.Hit(Center.Now, "entry-2", VerdictPlate) : A.Hit(Center.Now));
        var desk = Center.Get<AlertDesk>();
        await desk.FirstLookAsync(Operator, alert.Id, alert.Version, LookVerdict.Same, Cancellation);
        return Assert.IsType<AlertResult.Done>(await desk.ConfirmAsync(Supervisor, alert.Id, alert.Version + 1, Cancellation)).Alert;
    }

    internal async Task<IncidentFile> FileAsync(IncidentNumber number, Actor? by = null) =>
        Assert.IsType<Reading<IncidentFile>.Granted>(await Desk.FindAsync(by ?? Operator, number, Cancellation)).Value;

    internal Task<IncidentResult> NoteAsync(IncidentNumber number, string text, string? id = null, Actor? by = null) =>
        Desk.NoteAsync(by ?? Operator, number, text, id ?? Guid.CreateVersion7(Center.Now).ToString(), Cancellation);

    internal static CustodyDraft Custody(string grounds = nameof(CustodyGrounds.InTheAct)) => new()
    {
        Person = "Somebody by the papers",
        Document = "Passport A1",
        TakenWhere = "North gate, lane 1",
        OrderedBy = "Northern prosecution",
        CarriedOutBy = "Patrol 3",
        Grounds = grounds,
        CustodyPlace = "Central station",
        Health = "No complaint; looked at by the medic",
    };

    internal static SeizureDraft Seizure(string bag = "B-1001") => new()
    {
        Item = "Pistol",
        Quantity = "1",
        TakenWhere = "North gate",
        TakenFrom = "The driver",
        LegalBasis = "Law 7/1981",
        Bag = bag,
        Holder = "Officer A",
    };

    /// <summary>Every step of its checklist done.</summary>
    internal async Task FinishStepsAsync(IncidentNumber number)
    {
        foreach (var step in (await FileAsync(number)).Type.Steps)
            Done(await Desk.MarkStepAsync(Operator, number, step.Id, null, Cancellation));
    }

    internal static Incident Done(IncidentResult result) => Assert.IsType<IncidentResult.Done>(result).Incident;

    public ValueTask DisposeAsync() => Center.DisposeAsync();
}
