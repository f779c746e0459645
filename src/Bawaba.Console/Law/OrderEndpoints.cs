// The pages on which activation orders are written and moved on, and the inbox of who approves. The desks authorise.
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Law;

internal static class OrderEndpoints
{
    private const int MaxGates = 200;

    internal static void MapOrders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/mandates/new", FormAsync).AllowAnonymous();
        endpoints.MapPost("/mandates/new", DraftAsync).AllowAnonymous();
        endpoints.MapPost("/mandates/{id}/{step}", StepAsync).AllowAnonymous();
        endpoints.MapGet("/inbox", InboxAsync).AllowAnonymous();
    }

    private static async Task<IResult> FormAsync(HttpContext context, ScreenFactory screens, GateRegistry gates, ActivationDesk desk, string? order)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.DraftOrders))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        var view = new OrderFormView { Gates = gates.NamesOf(screen) };
        if (order is null)
            return Page.Show<OrderFormPage, OrderFormView>(screen, view);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, list =>
            list.Orders.FirstOrDefault(o => o.Id.Value == order && o.State is OrderState.Draft) is { } found
                ? Page.Show<OrderFormPage, OrderFormView>(screen, view with { Draft = OrderDraft.Of(found), Version = found.Version })
                : Page.Notice(screen, NoticeKind.NotFound));
    }

    private static async Task<IResult> DraftAsync(HttpContext context, ScreenFactory screens, GateRegistry gates, MandateDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var names = gates.NamesOf(screen);
        var draft = new OrderDraft
        {
            Id = form["id"],
            Kind = form["kind"],
            Purpose = form["purpose"],
            InstrumentNumber = form["instrumentNumber"],
            Issuer = form["issuer"],
            IssuedOn = form["issuedOn"],
            // As posted: a gate that was not offered is the desk's to refuse, not ours to leave out.
            Gates = string.Join(',', form.Ticked("gate-", MaxGates)),
            Categories = string.Join(',', ListCategory.All.Select(c => c.Code).Where(code => form[$"category-{code}"] == "1")),
            FromAt = LocalTime.FromForm(form["fromAt"]),
            UntilAt = LocalTime.FromForm(form["untilAt"]),
            HoursFrom = form["hoursFrom"],
            HoursUntil = form["hoursUntil"],
            Renews = form["renews"],
            Results = form["results"],
        };
        var version = long.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        return await desk.DraftAsync(actor, draft, version, context.RequestAborted) switch
        {
            OrderResult.Faulty faulty => Page.Show<OrderFormPage, OrderFormView>(
                screen, new() { Draft = draft, Version = version, Faults = faulty.Faults, Gates = names }, StatusCodes.Status400BadRequest),
            var result => Answer(screen, result, "/mandates"),
        };
    }

    private static async Task<IResult> StepAsync(string id, string step, HttpContext context, ScreenFactory screens, MandateDesk desk)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (!MandateId.TryParse(id, out var order) || !long.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version))
            return Page.Notice(screen, NoticeKind.NotFound);
        OrderResult? result = step switch
        {
            "submit" => await desk.SubmitAsync(actor, order, version, context.RequestAborted),
            "return" => await desk.ReturnAsync(actor, order, version, context.RequestAborted),
            "end" => await desk.EndAsync(actor, order, version, context.RequestAborted),
            _ => null,
        };
        return result is null ? Page.Notice(screen, NoticeKind.NotFound) : Answer(screen, result, LocalPath.Or(form["back"], "/mandates"));
    }

    private static IResult Answer(Screen screen, OrderResult result, string back) => result switch
    {
        OrderResult.Done => Results.LocalRedirect(back),
        OrderResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
        OrderResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
        OrderResult.Stale or OrderResult.Faulty => Page.Notice(screen, NoticeKind.Stale),
        OrderResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task<IResult> InboxAsync(HttpContext context, ScreenFactory screens, GateRegistry gates, WatchlistDesk lists, ActivationDesk orders)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var approves = screen.Can(Permission.ApproveEntries);
        if (!approves && !await context.MayAsync(actor, Permission.ApproveUrgentEntries))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        var book = approves ? (await orders.ListAsync(actor, context.RequestAborted)).OrNothing() : null;
        return (approves ? await lists.ListAsync(actor, context.RequestAborted) : await lists.UrgentAsync(actor, context.RequestAborted)).ToPage(
            screen,
            list => Page.Show<InboxPage, InboxView>(screen, new()
            {
                Entries = [.. list.Entries.Where(e => e.State is EntryState.Pending)],
                Orders = [.. (book?.Orders ?? []).Where(o => o.State is OrderState.Pending)],
                Ending = [.. (book?.Orders ?? []).Where(o => LawStanding.DaysLeft(o, screen.Now) is not null)],
                Gates = gates.NamesOf(screen),
                Documents = list.Documents,
                HeldSince = list.HeldSince,
                Active = list.Entries.Count(e => e.IsActiveAt(screen.Now)),
            }));
    }
}
