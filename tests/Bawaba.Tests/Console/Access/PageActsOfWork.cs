using Bawaba.Center.Operators;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Console.Access;

/// <summary>The forms of incidents, units and the law.</summary>
internal static partial class PageActs
{
    private static IEnumerable<PageAct> OfIncidents() =>
    [
        Post("/incidents", Permission.WorkIncidents, (_, _) => "/incidents", (r, _) => [("request", r.New()), ("type", "other"), ("summary", "x"), ("place", "y")], common: true),
        Post("/incidents", Permission.WorkIncidents, (_, _) => "/incidents", (r, t) => [("request", r.New()), ("type", "other"), ("summary", "x"), ("gate", t.Gate.Value)]),
        Post("/incidents", Permission.WorkIncidents, (_, _) => "/incidents", (r, t) => [("request", r.New()), ("type", "other"), ("summary", "x"), ("place", "y"), ("alert", t.Alert.ToString())]),
        Post("/incidents", Permission.WorkIncidents, (_, _) => "/incidents", (r, t) => [("request", r.New()), ("type", "other"), ("summary", "x"), ("place", "y"), ("call", r.Beside(t).Call)]),
        Step("take", Permission.WorkIncidents),
        Step("note", Permission.WorkIncidents, (r, _) => [("text", "A word"), ("id", r.New())]),
        Step("step", Permission.WorkIncidents, (_, _) => [("step", "facts"), ("done", "yes")]),
        // Steps were left out while the room was arranged.
        Step("skipped-seen", Permission.LeadIncidents),
        Step("priority", Permission.WorkIncidents, (_, _) => [("priority", "Immediate")]),
        Step("place", Permission.WorkIncidents, (_, _) => [("place", "Kilometre 14")]),
        Step("link", Permission.WorkIncidents, (r, _) => [("alert", r.Ours.Alert.ToString())]),
        Step("link", Permission.WorkIncidents, (_, t) => [("alert", t.Alert.ToString())], ours: true) with { Effect = PageEffect.Shows },
        Step("link", Permission.WorkIncidents, (_, t) => [("case", t.Case)], ours: true),
        Step("offer", Permission.WorkIncidents, (r, _) => [("to", r.Other.Account.ToString())]),
        Step("assign", Permission.WorkIncidents, (r, _) => [("unit", r.Ours.Unit.Value), ("assignment", r.Assignment.ToString())]),
        Step("assign", Permission.WorkIncidents, (r, t) => [("unit", t.Unit.Value), ("assignment", r.Assignment.ToString())], ours: true) with { Effect = PageEffect.Shows },
        Step("release", Permission.WorkIncidents, (r, _) => [("assignment", r.Assignment.ToString())]),
        Step("file", Permission.WorkIncidents),
        Step("apprehension", Permission.WorkIncidents, (_, _) =>
            [("person", "Somebody"), ("takenWhere", "North"), ("orderedBy", "A"), ("carriedOutBy", "B"), ("grounds", "InTheAct"), ("custodyPlace", "C"), ("health", "Well")]),
        Step("seizure", Permission.WorkIncidents, (r, _) =>
            [("item", "Pistol"), ("quantity", "1"), ("takenWhere", "North"), ("takenFrom", "A"), ("legalBasis", "Law 7"), ("bag", r.New()), ("holder", "B")]),
        Step("outcome", Permission.WorkIncidents, (_, _) => [("kind", "Assistance"), ("text", "Helped")]),
        Post("/custody/{number}", Permission.SeeCustody, (_, t) => $"/custody/{t.Custody}", (_, _) => [("kind", "Health"), ("text", "Seen by the medic")]) with { Also = Permission.WorkIncidents },
        Post("/seizures/{number}", Permission.SeeCustody, (_, t) => $"/seizures/{t.Seizure}",
            (r, _) => [("from", "Officer A"), ("to", "Store"), ("purpose", "Keeping"), ("bag", r.New()), ("intact", "yes")]) with { Also = Permission.WorkIncidents },
        Step("close", Permission.WorkIncidents),
        Post("/incident-types", Permission.EditIncidentTypes, (_, _) => "/incident-types", (_, _) =>
            [("code", "flood"), ("name-ar", "سيل"), ("name-en", "Flood"), ("priority", "Urgent"), ("version", "0"), ("step-id", "a"), ("step-ar", "خطوة"), ("step-en", "Step"), ("step-required", "yes")],
            common: true),
    ];

    private static IEnumerable<PageAct> OfUnits() =>
    [
        OfUnit("look-after", Permission.WorkUnits),
        OfUnit("edit", Permission.ManageUnits, (_, _) => [("nameAr", "دورية"), ("nameEn", "Patrol 9"), ("kind", "Patrol"), ("vehicle", "Hilux"), ("strength", "3")]),
        OfUnit("crew", Permission.ManageUnits),
        OfUnit("position", Permission.WorkUnits, (_, _) => [("gate", ScopeRig.Common.Value)]),
        OfUnit("position", Permission.WorkUnits, (_, t) => [("gate", t.Gate.Value)], ours: true),
        OfUnit("welfare", Permission.WorkUnits, (_, _) => [("minutes", "30")]),
        OfUnit("step", Permission.WorkUnits, (_, _) => [("verb", "OutOfService")]),
        OfUnit("retire", Permission.ManageUnits),
        Post("/unit-new", Permission.ManageUnits, (_, _) => "/unit-new", (_, _) =>
            [("id", "patrol-new"), ("nameAr", "دورية"), ("nameEn", "Patrol"), ("kind", "Patrol"), ("vehicle", "Hilux"), ("strength", "3")], common: true),
        Post("/unit-feeds", Permission.ManageUnits, (_, _) => "/unit-feeds", (_, _) => [("label", "More trackers")], common: true),
        Post("/unit-feeds/{id}/revoke", Permission.ManageUnits, (_, t) => $"/unit-feeds/{t.Feed}/revoke"),
    ];

    private static IEnumerable<PageAct> OfLaw() =>
    [
        Post("/watchlist/new", Permission.DraftEntries, (_, _) => "/watchlist/new", (r, t) => Entry(r, "stolen-vehicle", "2026-12-20T09:00", t)),
        Post("/urgent", Permission.DraftUrgentEntries, (_, _) => "/urgent", (r, t) => Entry(r, "", "2026-11-25T17:00", t)),
        OfEntry("submit", Permission.DraftEntries, t => t.EntryDraft.Id.Value),
        OfEntry("return", Permission.ApproveEntries, t => t.EntryPending.Id.Value),
        OfEntry("suspend", Permission.SuspendEntries, t => t.EntryActive.Id.Value),
        OfEntry("resume", Permission.ApproveEntries, t => t.EntryActive.Id.Value),
        OfEntry("remove", Permission.SuspendEntries, t => t.EntryActive.Id.Value),
        Post("/mandates/new", Permission.DraftOrders, (_, _) => "/mandates/new", (r, t) => Order(r, t)),
        OfOrder("submit", [Permission.DraftOrders], t => t.OrderDraft.Id.Value),
        OfOrder("return", [Permission.ApproveOrders], t => t.OrderPending.Id.Value),
        OfOrder("end", [Permission.DraftOrders, Permission.ApproveOrders], t => t.OrderApproved.Id.Value),
        Post("/person", Permission.LookUpPersons, (_, _) => "/person", (_, t) => [("gate", t.Gate.Value), ("reason", "ConfirmedHit"), ("document", "119850012345")]) with
        {
            Effect = PageEffect.Shows, AnswersNothing = true,
        },
        Post("/notices/{id}/seen", Permission.SeeAudit, (r, _) => $"/notices/{r.Notice}/seen", common: true),
        // The ring stands already and holds every passkey there is; nobody here has one to remove: another's stays.
        Post("/approvers/found", Permission.FoundKeyRing, (_, _) => "/approvers/found", common: true) with { Effect = PageEffect.Declines },
        Post("/approvers/propose", Permission.SignKeyRing, (_, _) => "/approvers/propose", common: true) with { Effect = PageEffect.Declines },
        Post("/approvers/remove", Permission.HavePasskeys, (_, _) => "/approvers/remove",
            (r, _) => [("credential", r.Room.Law.PasskeyOf(r.Room.Law.Approver).Key.Id)], common: true) with { Effect = PageEffect.Shows },
    ];

    private static PageAct Step(string step, Permission needed, Func<PageRoom, Things, (string Name, string Value)[]>? form = null, bool ours = false) =>
        Post($"/incidents/{{number}}/{step}", needed, (r, t) => $"/incidents/{(ours ? r.Ours : t).Incident}/{step}", form);

    private static PageAct OfUnit(string step, Permission needed, Func<PageRoom, Things, (string Name, string Value)[]>? form = null, bool ours = false) => Post(
        $"/units/{{id}}/{step}", needed, (r, t) => $"/units/{(ours ? r.Ours : t).Unit}/{step}",
        (r, t) => [("version", r.VersionOf("unit", (ours ? r.Ours : t).Unit.Value)), .. form?.Invoke(r, t) ?? []]);

    private static PageAct OfEntry(string step, Permission needed, Func<Things, string> id) =>
        Post("/watchlist/{id}/{step}", needed, (_, t) => $"/watchlist/{id(t)}/{step}", (r, t) => [("version", r.VersionOf("watch_entry", id(t)))]);

    private static PageAct OfOrder(string step, Permission[] needed, Func<Things, string> id) =>
        Post("/mandates/{id}/{step}", needed[0], (_, t) => $"/mandates/{id(t)}/{step}", (r, t) => [("version", r.VersionOf("mandate", id(t)))]) with { Needed = needed };

    private static (string Name, string Value)[] Entry(PageRoom room, string category, string until, Things about) =>
    [
        ("id", ""), ("version", "0"), ("plate", "5-54321"), ("category", category), ("legalBasis", "Penal code"), ("instrumentNumber", room.New()), ("issuedBy", "Prosecution"), ("issuedOn", "2026-11-20"),
        ("purpose", "Find it"), ("permittedAction", "stop-and-notify"), ("expiresAt", until), ("sourceDocumentSha256", LawRig.Document), ($"gate-{about.Gate}", "1"),
    ];

    private static (string Name, string Value)[] Order(PageRoom room, Things about) =>
    [
        ("id", ""), ("version", "0"), ("purpose", "x"), ("instrumentNumber", room.New()), ("issuer", "Prosecutor"), ("issuedOn", "2026-11-20"), ($"gate-{about.Gate}", "1"),
        ("category-stolen-vehicle", "1"), ("fromAt", "2026-11-25T02:00"), ("untilAt", "2026-12-20T02:00"),
    ];
}
