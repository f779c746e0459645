using Bawaba.Center.Operators;

namespace Bawaba.Tests.Console.Access;

/// <summary>What the pages' modules ask of /api.</summary>
internal static partial class PageActs
{
    private const string Day = "from=2026-11-25T00:00:00Z&until=2026-11-26T00:00:00Z";

    // An answer of a passkey that nobody was asked for.
    private static readonly object NoAnswer = new { id = "none", credential = "AA", authenticatorData = "AA", clientData = "AA", signature = "AA" };

    private static IEnumerable<PageAct> OfApi() => [.. Read(), .. OfAlerts(), .. OfCrew(), .. OfLists()];

    private static IEnumerable<PageAct> Read() =>
    [
        Page("/api/gates", Permission.SeeGates), Page("/api/sources", Permission.SeeGates), Page("/api/units", Permission.SeeUnits), Page("/api/units/calling", Permission.WorkUnits), Page("/api/alerts", Permission.SeeAlerts), Page("/api/alerts/calling", Permission.SeeAlerts),
        Page("/api/mandates", Permission.SeeMandates), Page("/api/watchlist", Permission.SeeWatchlist), Page("/api/watchlist/urgent", Permission.SeeUrgentEntries),
        Page("/api/directorates", Permission.ManageAccounts),
        Page("/api/gates/{gate}", Permission.SeeGates, t => $"/api/gates/{t.Gate}"),
        Page("/api/gates/{gate}/cameras/{camera}/picture", Permission.SeeCameraPictures, t => $"/api/gates/{t.Gate}/cameras/{t.Camera}/picture"),
        // Asked without a socket: who may is told to bring one. OtherDirectorateApiTests brings one.
        Page("/api/gates/{gate}/cameras/{camera}/live", Permission.SeeCameraPictures, t => $"/api/gates/{t.Gate}/cameras/{t.Camera}/live", common: true) with { Effect = PageEffect.Declines },
        Page("/api/counts", Permission.SeeCounts, t => $"/api/counts?gate={t.Gate}&{Day}"),
        Page("/api/alerts/{id}", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}"),
        Page("/api/alerts/{id}/crop", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}/crop"), Page("/api/alerts/{id}/overview", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}/overview"),
        Page("/api/alerts/{id}/frames", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}/frames"),
        Page("/api/alerts/{id}/frames/crop/{number}", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}/frames/crop/0"),
        // There is no clip.
        Page("/api/alerts/{id}/frames/clip/{number}", Permission.SeeAlerts, t => $"/api/alerts/{t.Alert}/frames/clip/0") with { Effect = PageEffect.Declines },
        Page("/api/units/{id}", Permission.SeeUnits, t => $"/api/units/{t.Unit}"),
        Page("/api/watchlist/documents/{hash}", Permission.SeeWatchlist, t => $"/api/watchlist/documents/{t.Document}"),
    ];

    private static IEnumerable<PageAct> OfAlerts() =>
    [
        Post("/api/gates/{gate}/cut-off/seen", Permission.SeeGates, (_, t) => $"/api/gates/{t.Gate}/cut-off/seen") with { Effect = PageEffect.Shows },
        OfAlert("answer", b => b.Raised),
        OfAlert("first-look", b => b.Raised) with { Json = (_, _) => new { verdict = "Same" } },
        OfAlert("reject", b => b.Raised) with { Json = (_, _) => new { reason = "Other" } },
        OfAlert("confirm", b => b.Looked),
        OfAlert("close", b => b.Looked),
    ];

    private static IEnumerable<PageAct> OfCrew() =>
    [
        Post("/api/units/{id}/position", Permission.CrewUnit, (_, t) => $"/api/units/{t.Unit}/position") with { Json = (r, _) => new { latitude = 27.0, longitude = 14.4, at = r.Room.Center.Now } },
        Post("/api/units/{id}/commands", Permission.CrewUnit, (_, t) => $"/api/units/{t.Unit}/commands") with
        {
            Json = (r, _) => new { commandId = Guid.CreateVersion7(r.Room.Center.Now), verb = "OutOfService", at = r.Room.Center.Now },
        },
    ];

    private static IEnumerable<PageAct> OfLists() =>
    [
        Post("/api/passkeys/ask", Permission.HavePasskeys, (_, _) => "/api/passkeys/ask", common: true),
        Post("/api/passkeys", Permission.HavePasskeys, (_, _) => "/api/passkeys", common: true) with
        {
            Json = (_, _) => new { id = "none", label = "x", attestation = "AA", clientData = "AA" }, Effect = PageEffect.Declines,
        },
        Post("/api/key-ring/ask", Permission.SignKeyRing, (_, _) => "/api/key-ring/ask", common: true) with { Effect = PageEffect.Declines },
        Post("/api/key-ring/approve", Permission.SignKeyRing, (_, _) => "/api/key-ring/approve", common: true) with { Json = (_, _) => NoAnswer, Effect = PageEffect.Declines },
        // The joint room's administrator alone.
        Post("/api/directorates", Permission.ManageAccounts, (_, _) => "/api/directorates", common: true) with { Needed = [], Json = (_, _) => new { id = "security-east", name = new { ar = "أمن", en = "East" } } },
        Post("/api/mandates", Permission.DraftOrders, (_, _) => "/api/mandates?version=0") with { Json = (r, t) => r.Room.Law.OrderDraft() with { Gates = t.Gate.Value } },
        Post("/api/mandates/{id}/{step}", Permission.ApproveOrders, (_, t) => $"/api/mandates/{t.OrderPending.Id}/ask") with { Effect = PageEffect.Declines },
        Post("/api/mandates/approve", Permission.ApproveOrders, (_, _) => "/api/mandates/approve", common: true) with { Json = (_, _) => NoAnswer, Effect = PageEffect.Declines },
        Post("/api/watchlist", Permission.DraftEntries, (_, _) => "/api/watchlist?version=0") with { Json = (r, t) => r.Room.Law.Draft("5-54322") with { Gates = t.Gate.Value } },
        Post("/api/watchlist/ask", Permission.ApproveEntries, (_, _) => "/api/watchlist/ask") with 
        {
            Needed = [Permission.ApproveEntries, Permission.ApproveUrgentEntries], Json = (_, t) => new[] { t.EntryPending.Id.Value }, Effect = PageEffect.Declines,
        },
        Post("/api/watchlist/approve", Permission.ApproveEntries, (_, _) => "/api/watchlist/approve", common: true) with
        {
            Needed = [Permission.ApproveEntries, Permission.ApproveUrgentEntries], Json = (_, _) => NoAnswer, Effect = PageEffect.Declines,
        },
        // The joint room's approver alone: the list is everybody's.
        Post("/api/watchlist/review/ask", Permission.ApproveEntries, (_, _) => "/api/watchlist/review/ask", common: true) with { Effect = PageEffect.Declines },
        Post("/api/watchlist/review/approve", Permission.ApproveEntries, (_, _) => "/api/watchlist/review/approve", common: true) with { Json = (_, _) => NoAnswer, Effect = PageEffect.Declines },
        Post("/api/watchlist/documents", Permission.DraftEntries, (_, _) => "/api/watchlist/documents", common: true) with
        {
            Needed = [Permission.DraftEntries, Permission.DraftUrgentEntries], Json = (_, _) => "no paper", Effect = PageEffect.Declines,
        },
        Post("/api/watchlist/import", Permission.DraftEntries, (_, _) => "/api/watchlist/import", common: true) with { Json = (_, _) => "no file", Effect = PageEffect.Shows },
    ];

    private static PageAct OfAlert(string step, Func<Beside, string> id) =>
        Post($"/api/alerts/{{id}}/{step}", Permission.WorkAlerts, (r, t) => $"/api/alerts/{id(r.Beside(t))}/{step}") with { Version = (r, t) => r.VersionOf("alert", id(r.Beside(t))) };
}
