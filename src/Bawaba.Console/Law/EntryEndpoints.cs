// The pages on which entries are written and moved on: the register's, and the urgent ones' of the room. The desk authorises.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Console.Law;

internal static class EntryEndpoints
{
    private const int MaxGates = 200;

    internal static void MapEntries(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/watchlist/new", (HttpContext context, ScreenFactory screens, GateRegistry gates, WatchlistDesk desk, string? entry) =>
            FormAsync(context, screens, gates, desk, entry)).AllowAnonymous();
        endpoints.MapGet("/watchlist/import", async (HttpContext context, ScreenFactory screens) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return await context.MayAsync(actor, Permission.DraftEntries) ? Page.Show<ImportPage, ImportView>(screen, new()) : Page.Notice(screen, NoticeKind.NotAllowed);
        }).AllowAnonymous();
        endpoints.MapGet("/urgent/new", async (HttpContext context, ScreenFactory screens, GateRegistry gates) =>
        {
            var screen = screens.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return await context.MayAsync(actor, Permission.DraftUrgentEntries)
                ? Page.Show<EntryFormPage, EntryFormView>(screen, new() { Urgent = true, Gates = gates.NamesOf(screen) })
                : Page.Notice(screen, NoticeKind.NotAllowed);
        }).AllowAnonymous();
        endpoints.MapPost("/watchlist/new", (HttpContext context, ScreenFactory screens, GateRegistry gates, EntryDesk desk) =>
            DraftAsync(context, screens, gates, desk, urgent: false)).AllowAnonymous();
        endpoints.MapPost("/urgent", (HttpContext context, ScreenFactory screens, GateRegistry gates, EntryDesk desk) =>
            DraftAsync(context, screens, gates, desk, urgent: true)).AllowAnonymous();
        endpoints.MapPost("/watchlist/{id}/{step}", StepAsync).AllowAnonymous();
    }

    internal static Dictionary<GateId, string> NamesOf(this GateRegistry gates, Screen screen) =>
        screen.Actor is { } actor ? gates.Within(actor.Scope).ToDictionary(gate => gate.Id, gate => screen.Name(gate.Name)) : [];

    private static async Task<IResult> FormAsync(HttpContext context, ScreenFactory screens, GateRegistry gates, WatchlistDesk desk, string? entry)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.DraftEntries))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        var view = new EntryFormView { Gates = gates.NamesOf(screen) };
        if (entry is null)
            return Page.Show<EntryFormPage, EntryFormView>(screen, view);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, list =>
            list.Entries.FirstOrDefault(e => e.Id.Value == entry && e.State is EntryState.Draft) is { } found
                ? Page.Show<EntryFormPage, EntryFormView>(screen, view with { Draft = EntryDraft.Of(found), Version = found.Version })
                : Page.Notice(screen, NoticeKind.NotFound));
    }

    private static async Task<IResult> DraftAsync(HttpContext context, ScreenFactory screens, GateRegistry gates, EntryDesk desk, bool urgent)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var names = gates.NamesOf(screen);
        var draft = new EntryDraft
        {
            Id = form["id"],
            Plate = form["plate"],
            Category = urgent ? ListCategory.KidnappingUrgent.Code : form["category"],
            LegalBasis = form["legalBasis"],
            InstrumentNumber = form["instrumentNumber"],
            IssuedBy = form["issuedBy"],
            IssuedOn = form["issuedOn"],
            Purpose = form["purpose"],
            PermittedAction = form["permittedAction"],
            ExpiresAt = LocalTime.FromForm(form["expiresAt"]),
            Vehicle = form["vehicle"],
            Colour = form["colour"],
            // As posted: a gate that was not offered is the desk's to refuse, not ours to leave out.
            Gates = string.Join(',', form.Ticked("gate-", MaxGates)),
            CaseNumber = form["caseNumber"],
            PersonName = form["personName"],
            PersonDocument = form["personDocument"],
            SourceDocumentSha256 = form["sourceDocumentSha256"],
        };
        var version = long.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return await desk.DraftAsync(actor, draft, version, context.RequestAborted) switch
        {
            EntryResult.Done => Results.LocalRedirect(urgent ? "/urgent" : "/watchlist"),
            EntryResult.Faulty faulty => Page.Show<EntryFormPage, EntryFormView>(
                screen, new() { Draft = draft, Version = version, Faults = faulty.Faults, Urgent = urgent, Gates = names }, StatusCodes.Status400BadRequest),
            EntryResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            EntryResult.NotFound or EntryResult.Stale => Page.Notice(screen, NoticeKind.Stale),
            EntryResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // What keeps a draft from being asked for is mended in its form.
    private static async Task<IResult> FaultyAsync(HttpContext context, Screen screen, Actor actor, EntryId entry, IReadOnlyList<DraftFault> faults)
    {
        var services = context.RequestServices;
        var list = await services.GetRequiredService<WatchlistDesk>().ListAsync(actor, context.RequestAborted);
        return list is Reading<WatchlistView>.Granted { Value: var view } && view.Entries.FirstOrDefault(e => e.Id == entry && e.State is EntryState.Draft) is { } draft
            ? Page.Show<EntryFormPage, EntryFormView>(
                screen with { Path = "/watchlist/new" },
                new() { Gates = services.GetRequiredService<GateRegistry>().NamesOf(screen), Draft = EntryDraft.Of(draft), Version = draft.Version, Faults = faults },
                StatusCodes.Status422UnprocessableEntity)
            : Page.Notice(screen, NoticeKind.Stale);
    }

    private static async Task<IResult> StepAsync(string id, string step, HttpContext context, ScreenFactory screens, EntryDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (!EntryId.TryParse(id, out var entry) || !long.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version))
            return Page.Notice(screen, NoticeKind.NotFound);
        var cancellation = context.RequestAborted;
        EntryResult? result = step switch
        {
            "submit" => await desk.SubmitAsync(actor, entry, version, cancellation),
            "return" => await desk.ReturnAsync(actor, entry, version, cancellation),
            "suspend" => await desk.SuspendAsync(actor, entry, version, cancellation),
            "resume" => await desk.ResumeAsync(actor, entry, version, cancellation),
            "remove" => await desk.RemoveAsync(actor, entry, version, cancellation),
            _ => null,
        };
        return result switch
        {
            EntryResult.Done => Results.LocalRedirect(LocalPath.Or(form["back"], "/watchlist")),
            EntryResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            EntryResult.Faulty faulty => await FaultyAsync(context, screen, actor, entry, faulty.Faults),
            EntryResult.Stale => Page.Notice(screen, NoticeKind.Stale),
            EntryResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => Page.Notice(screen, NoticeKind.NotFound),
        };
    }
}
