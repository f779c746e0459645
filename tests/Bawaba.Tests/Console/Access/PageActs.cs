// Every address of the screens that is somebody's, in the order in which one person goes through them: what ends a thing comes last.
// A test holds that none is left out.
using Bawaba.Center.Operators;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Console.Access;

internal static partial class PageActs
{
    /// <summary>What asks nothing of who asks, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> OfEverybody = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GET /"] = "leads each role to its first page and shows what that page would",
        ["POST /language"] = "a cookie of the browser",
        ["GET /sign-in"] = "before there is a session",
        ["POST /sign-in"] = "before there is a session",
        ["POST /sign-out"] = "ends one's own session",
        ["GET /welcome/{token}"] = "who holds the link",
        ["POST /welcome/{token}"] = "who holds the link",
        ["GET /invitation/{token}"] = "who holds the link",
        ["POST /invitation/{token}"] = "who holds the link",
        ["GET /assets/{version}/{**path}"] = "a file of the program",
        ["GET /api/session"] = "one's own session",
        ["POST /api/session"] = "before there is a session",
        ["DELETE /api/session"] = "ends one's own session",
        ["GET /api/live"] = "a stream that says what changed in one's own part of the room: LiveFeedTests, and never ends",
        ["GET /api/watchlist/import/template"] = "names of columns",
        ["POST /api/unit-positions"] = "who holds a feed's token: UnitFeedApiTests",
        [" /health/live"] = "a machine of this machine: HealthTests",
        [" /health/ready"] = "a machine of this machine: HealthTests",
        [" {**path}"] = "says that there is no such page",
    };

    internal static IReadOnlyList<PageAct> All { get; } = [.. Pages(), .. OfApi(), .. OfRoom(), .. OfIncidents(), .. OfUnits(), .. OfLaw(), .. OfTheEnd()];

    private static IEnumerable<PageAct> Pages() =>
    [
        Page("/times", Permission.SeeTimes), Page("/recheck", Permission.WorkAlerts), Page("/wall", Permission.SeeCameraPictures), Page("/false-hits", Permission.SeeCounts),
        Page("/alerts/{id}", Permission.SeeAlerts, t => $"/alerts/{t.Alert}"), Page("/gates/{id}", Permission.SeeGates, t => $"/gates/{t.Gate}"),
        Page("/gates/{id}/computer", Permission.SeeGates, t => $"/gates/{t.Gate}/computer"),
        Page("/units", Permission.SeeUnits), Page("/units/{id}", Permission.SeeUnits, t => $"/units/{t.Unit}"), Page("/unit-new", Permission.ManageUnits), Page("/unit-feeds", Permission.ManageUnits),
        Page("/unit", Permission.CrewUnit), Page("/cases", Permission.SeeCases), Page("/calls", Permission.SeeCalls), Page("/calls/search", Permission.SeeCalls), Page("/sheet", Permission.PrintSheets), Page("/figures", Permission.SeeFigures),
        Page("/incidents", Permission.SeeIncidents), Page("/incidents/new", Permission.WorkIncidents), Page("/incidents/{number}", Permission.SeeIncidents, t => $"/incidents/{t.Incident}"),
        Page("/incidents/{number}/report", Permission.SeeIncidents, t => $"/incidents/{t.Incident}/report"),
        Page("/incidents/{number}/files/{id}", Permission.SeeIncidents, t => $"/incidents/{t.Incident}/files/{t.File}"),
        Page("/incidents/{number}/apprehension", Permission.WorkIncidents, t => $"/incidents/{t.Incident}/apprehension"),
        Page("/incidents/{number}/seizure", Permission.WorkIncidents, t => $"/incidents/{t.Incident}/seizure"),
        Page("/custody", Permission.SeeCustody), Page("/custody/{number}", Permission.SeeCustody, t => $"/custody/{t.Custody}"),
        Page("/seizures", Permission.SeeCustody), Page("/seizures/{number}", Permission.SeeCustody, t => $"/seizures/{t.Seizure}"),
        Page("/incident-types", Permission.SeeIncidents), Page("/incident-types/{code}", Permission.EditIncidentTypes, _ => "/incident-types/other", common: true),
        Page("/agreements", Permission.SeeAgreements), Page("/watchlist", Permission.SeeWatchlist), Page("/watchlist/new", Permission.DraftEntries), Page("/watchlist/import", Permission.DraftEntries),
        Page("/urgent", Permission.SeeUrgentEntries), Page("/urgent/new", Permission.DraftUrgentEntries), Page("/mandates", Permission.SeeMandates), Page("/mandates/new", Permission.DraftOrders),
        Page("/person", Permission.LookUpPersons), Page("/notices", Permission.SeeAudit), Page("/approvers", Permission.SeeKeyRing), Page("/accounts", Permission.ManageAccounts),
        Page("/directorates", Permission.ManageAccounts), Page("/gate-password", Permission.WorkAtGates),
        Page("/inbox", Permission.ApproveEntries) with { Needed = [Permission.ApproveEntries, Permission.ApproveUrgentEntries] },
    ];

    private static IEnumerable<PageAct> OfRoom() =>
    [
        Post("/alerts/{id}/case", Permission.LinkAlerts, (_, t) => $"/alerts/{t.Alert}/case", (r, _) => [("number", r.Ours.Case)]),
        Post("/alerts/{id}/case", Permission.LinkAlerts, (r, _) => $"/alerts/{r.Ours.Alert}/case", (_, t) => [("number", t.Case)]) with { Effect = PageEffect.Shows },
        // Of its numbers VoiceDeskTests speaks; here nobody reads out any.
        Post("/recheck", Permission.WorkAlerts, (_, _) => "/recheck", (_, t) => [("gate", t.Gate.Value), ("officer", "nobody"), ("number", "111111111111")]) with { Effect = PageEffect.Declines },
        Post("/calls", Permission.LogCalls, (_, _) => "/calls", (r, _) => [("request", r.New()), ("channel", "Phone"), ("what", "A lorry")], common: true),
        Post("/calls/search", Permission.SeeCalls, (_, _) => "/calls/search", (_, _) => [("words", "lorry")], common: true) with { Effect = PageEffect.Shows },
        Post("/calls/{number}/mark", Permission.LogCalls, (r, t) => $"/calls/{r.Beside(t).Call}/mark", (_, _) => [("mark", "Answered")]),
        Post("/calls/{number}/incident", Permission.WorkIncidents, (r, t) => $"/calls/{r.Beside(t).Call}/incident", (_, _) => [("type", "other")]) with { Also = Permission.SeeCalls },
        Post("/calls/{number}/link", Permission.WorkIncidents, (r, _) => $"/calls/{r.Beside(r.Ours).Call}/link", (_, t) => [("incident", t.Incident.Value)]),
        Post("/calls/{number}/link", Permission.WorkIncidents, (r, t) => $"/calls/{r.Beside(t).Call}/link", (r, _) => [("incident", r.Ours.Incident.Value)]) with { Effect = PageEffect.Shows },
        Post("/cases", Permission.OpenCases, (_, _) => "/cases", (_, _) => [("kind", "Other"), ("outside", "")], common: true),
        Post("/false-hits/resume", Permission.ResumeCameras, (_, _) => "/false-hits/resume", (_, t) => [("gate", t.Gate.Value), ("camera", t.Camera.Value)]),
        Post("/gates/{id}/computer/code", Permission.EnrolGates, (_, t) => $"/gates/{t.Gate}/computer/code"),
        Post("/gates/{id}/computer/release", Permission.ReleaseGates, (_, t) => $"/gates/{t.Gate}/computer/release"),
        Post("/gates/{id}/computer/list", Permission.HandOutLists, (_, t) => $"/gates/{t.Gate}/computer/list"),
        Post("/gates/{id}/computer/revoke", Permission.EnrolGates, (_, t) => $"/gates/{t.Gate}/computer/revoke") with { Needed = [Permission.EnrolGates, Permission.ReleaseGates] },
        Post("/gate-password", Permission.WorkAtGates, (_, _) => "/gate-password", (_, t) => [("gate", t.Gate.Value), ("password", "a long word for a gate"), ("again", "a long word for a gate")]),
        Post("/agreements", Permission.MakeAgreements, (_, _) => "/agreements", (_, _) => [("taker", "security-third"), ("mode", "View"), ("field", "Log"), ("purpose", "x"), ("days", "1")], common: true),
        Post("/agreements/{id}/accept", Permission.MakeAgreements, (r, t) => $"/agreements/{r.Beside(t).Offer}/accept"),
        Post("/agreements/{id}/end", Permission.MakeAgreements, (_, t) => $"/agreements/{t.Agreement}/end"),
    ];

    private static IEnumerable<PageAct> OfTheEnd() =>
    [
        Post("/accounts", Permission.ManageAccounts, (_, _) => "/accounts",
            (r, t) => [("user", "omar"), ("role", "Operator"), ("chain", ""), ("directorate", t == r.Ours ? ScopeRig.Ours.Value : ScopeRig.Theirs.Value)]),
        Post("/accounts/{account}/gates", Permission.ManageAccounts, (_, t) => $"/accounts/{t.Officer}/gates", (_, _) => [("gate", ScopeRig.Common.Value)]),
        Post("/accounts/{account}/gates", Permission.ManageAccounts, (r, _) => $"/accounts/{r.Ours.Officer}/gates", (_, t) => [("gate", t.Gate.Value)]) with { Effect = PageEffect.Shows },
        Post("/accounts/{account}/gates/end", Permission.ManageAccounts, (_, t) => $"/accounts/{t.Officer}/gates/end", (_, t) => [("gate", t.Gate.Value)]),
        Post("/accounts/{account}/recover", Permission.ManageAccounts, (_, t) => $"/accounts/{t.Officer}/recover"),
        Post("/accounts/{account}/close", Permission.ManageAccounts, (_, t) => $"/accounts/{t.Officer}/close"),
        Post("/cases/{number}/close", Permission.OpenCases, (_, t) => $"/cases/{t.Case}/close"),
        Post("/api/watchlist/{id}/{step}", Permission.SuspendEntries, (r, t) => $"/api/watchlist/{t.EntryPending.Id}/remove?version={r.VersionOf("watch_entry", t.EntryPending.Id.Value)}"),
        Post("/api/mandates/{id}/{step}", Permission.DraftOrders, (r, t) => $"/api/mandates/{t.OrderPending.Id}/end?version={r.VersionOf("mandate", t.OrderPending.Id.Value)}") with
        {
            Needed = [Permission.DraftOrders, Permission.ApproveOrders],
        },
        // The joint room's administrator alone: DirectoratePageTests.
        Post("/directorates", Permission.ManageAccounts, (_, _) => "/directorates", (_, _) => [("id", "security-east"), ("arabic", "الشرق"), ("english", "East")], common: true) with { Needed = [] },
    ];

    private static PageAct Page(string route, Permission needed, Func<Things, string>? address = null, bool common = false) => new()
    {
        Route = route,
        Method = "GET",
        Needed = [needed],
        Address = (_, t) => address?.Invoke(t) ?? route,
        Effect = PageEffect.Shows,
        NamesOne = address is not null && !common,
    };

    private static PageAct Post(
        string route, Permission needed, Func<PageRoom, Things, string> address, Func<PageRoom, Things, (string Name, string Value)[]>? form = null, bool common = false) => new()
    {
        Route = route,
        Method = "POST",
        Needed = [needed],
        Address = address,
        Form = form ?? ((_, _) => []),
        NamesOne = !common,
    };
}
