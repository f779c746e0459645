// Puts the pages of the log together. Called by the endpoints of this folder; each desk gives what this person may see.
using System.Globalization;
using Bawaba.Center.Calls;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Http;

namespace Bawaba.Console.Calls;

internal sealed class CallPages(ScreenFactory screens, CallDesk desk, IncidentDesk incidents, IncidentTypeDesk types, UnitDesk units, GateRegistry registry)
{
    internal Screen Begin(HttpContext context) => screens.Begin(context);

    internal async Task<IResult> ShowAsync(HttpContext context, string? day = null, CallDraft? draft = null, IReadOnlyList<string>? faults = null)
    {
        var screen = screens.Begin(context) with { Path = "/calls" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var shown = DayOf(day) ?? DateOnly.FromDateTime(LocalTime.Of(screen.Now).Date);
        var from = StartOf(shown, screen);
        var reading = await desk.ListAsync(actor, from, from.AddDays(1), context.RequestAborted);
        var waiting = (await desk.WaitingAsync(actor, context.RequestAborted)).OrNothing() ?? [];
        var links = await LinksAsync(actor, context.RequestAborted);
        var onDuty = actor.Can(Permission.WorkUnits) ? (await units.ListAsync(actor, context.RequestAborted)).OrNothing() ?? [] : [];
        return reading.ToPage(screen, calls => Page.Show<CallsPage, CallsView>(
            screen,
            new()
            {
                Calls = calls,
                Waiting = waiting,
                Links = links,
                Units = [.. onDuty.Where(u => u.Status is not UnitStatus.OffDuty)],
                Gates = [.. registry.Within(actor.Scope)],
                Draft = Again(draft, faults) ?? new() { Request = NewRequest(screen) },
                Day = shown,
                Faults = faults ?? [],
            },
            faults is { Count: > 0 } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));

        // What was sent under this id is stored and says something else: what stands in the form is another entry.
        CallDraft? Again(CallDraft? sent, IReadOnlyList<string>? why) => sent is not null && why?.Contains("request") is true ? sent with { Request = NewRequest(screen) } : sent;
    }

    internal async Task<IResult> SearchAsync(HttpContext context, CallQuery query, string fromDay, string untilDay, bool looks)
    {
        var screen = screens.Begin(context) with { Path = "/calls/search" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        // The desk refuses, and notes who asked.
        if (!actor.Can(Permission.SeeCalls))
            return (await desk.SearchAsync(actor, query, context.RequestAborted)).ToPage(screen, _ => Page.Notice(screen, NoticeKind.NotAllowed));
        var view = new CallSearchView { Query = query, From = fromDay, Until = untilDay, Links = await LinksAsync(actor, context.RequestAborted) };
        if (!looks)
            return Page.Show<CallSearchPage, CallSearchView>(screen, view);
        var asked = query with
        {
            From = DayOf(fromDay) is { } from ? StartOf(from, screen) : null,
            Until = DayOf(untilDay) is { } until ? StartOf(until, screen).AddDays(1) : null,
        };
        return (await desk.SearchAsync(actor, asked, context.RequestAborted)).ToPage(
            screen, found => Page.Show<CallSearchPage, CallSearchView>(screen, view with { Found = found }));
    }

    private async Task<CallLinksView> LinksAsync(Actor actor, CancellationToken cancellation)
    {
        var works = actor.Can(Permission.WorkIncidents);
        var open = works ? (await incidents.ListAsync(actor, cancellation)).OrNothing() ?? [] : [];
        return new()
        {
            Incidents = await incidents.CallsAsync(actor, cancellation),
            Open = [.. open.Where(l => l.Incident.State is IncidentState.Open && l.IsOwn)],
            Types = works ? (await types.ListAsync(actor, cancellation)).OrNothing() ?? [] : [],
        };
    }

    private static string NewRequest(Screen screen) => Guid.CreateVersion7(screen.Now).ToString("N");

    private static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1970 and < 9999 ? asked : null;

    // Noon is on that day whatever the zone's clock does at night.
    private static DateTimeOffset StartOf(DateOnly day, Screen screen) => LocalTime.DayStart(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), LocalTime.Of(screen.Now).Offset));
}
