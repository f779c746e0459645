// The room's pages of units. The desks authorise.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Units;

internal static class UnitEndpoints
{
    internal static void MapUnitPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/units", ListAsync).AllowAnonymous();
        endpoints.MapGet("/units/{id}", (string id, HttpContext context, ScreenFactory screens, UnitDesk desk, UnitRegister register, UnitReader reader) =>
            ShowAsync(id, context, screens, desk, register, reader, UnitFault.None)).AllowAnonymous();
        Post(endpoints, "step", (actor, id, version, form, desk, _, cancellation) => Enum.TryParse<UnitVerb>(form["verb"], out var verb) && Enum.IsDefined(verb)
            ? desk.StepAsync(actor, id, version, verb, cancellation)
            : Unfit());
        Post(endpoints, "position", (actor, id, _, form, desk, _, cancellation) => desk.ReportPositionAsync(
            actor, id, PointOf(form["point"]), GateId.TryParse(form["gate"], out var gate) ? gate : null, cancellation));
        Post(endpoints, "welfare", (actor, id, version, form, desk, _, cancellation) => form["minutes"].Trim().Length == 0
            ? desk.SetWelfareAsync(actor, id, version, null, cancellation)
            : NumberOf(form["minutes"]) is { } minutes ? desk.SetWelfareAsync(actor, id, version, minutes, cancellation) : Unfit());
        Post(endpoints, "look-after", (actor, id, _, _, desk, _, cancellation) => desk.LookAfterAsync(actor, id, cancellation));
        Post(endpoints, "edit", (actor, id, version, form, _, register, cancellation) => register.EditAsync(actor, id, version, DraftOf(form), cancellation));
        Post(endpoints, "retire", (actor, id, version, _, _, register, cancellation) => register.RetireAsync(actor, id, version, cancellation));
        endpoints.MapPost("/units/{id}/crew", CrewAsync).AllowAnonymous();
    }

    /// <summary>A draft as it stands in the form.</summary>
    internal static UnitDraft DraftOf(PostedForm form) => new()
    {
        Id = form["id"],
        NameAr = form["nameAr"],
        NameEn = form["nameEn"],
        Kind = Enum.TryParse<UnitKind>(form["kind"], out var kind) ? kind : (UnitKind)(-1),
        Directorate = form["directorate"],
        Vehicle = form["vehicle"],
        Strength = NumberOf(form["strength"]) ?? 0,
    };

    private static async Task<IResult> ListAsync(HttpContext context, ScreenFactory screens, UnitDesk desk, UnitReader reader)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var reading = await desk.ListAsync(actor, context.RequestAborted);
        var names = await reader.NamesAsync(actor, reading.OrNothing() ?? [], context.RequestAborted);
        return reading.ToPage(screen, units => Page.Show<UnitsPage, UnitsView>(screen, new() { Units = units, Names = names }));
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, ScreenFactory screens, UnitDesk desk, UnitRegister register, UnitReader reader, UnitFault fault)
    {
        var screen = screens.Begin(context) with { Path = $"/units/{id}" };
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!UnitId.TryParse(id, out var unitId))
            return Page.Notice(screen, NoticeKind.NotFound);
        var reading = await desk.FindAsync(actor, unitId, context.RequestAborted);
        var found = reading.OrNothing();
        var names = await reader.NamesAsync(actor, found is null ? [] : [found], context.RequestAborted);
        var choices = found is not null && actor.Can(Permission.ManageUnits) ? (await register.ChoicesAsync(actor, found.Directorate, context.RequestAborted)).OrNothing() : null;
        return reading.ToPage(screen, unit => Page.Show<UnitPage, UnitView>(
            screen, new() { Unit = unit, Names = names, Choices = choices, Fault = fault }, fault is UnitFault.None ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest));
    }

    private static void Post(
        IEndpointRouteBuilder endpoints, string step, Func<Actor, UnitId, long, PostedForm, UnitDesk, UnitRegister, CancellationToken, Task<UnitResult>> act) =>
        endpoints.MapPost($"/units/{{id}}/{step}", (string id, HttpContext context, ScreenFactory screens, UnitDesk desk, UnitRegister register, UnitReader reader) =>
            ActAsync(id, context, screens, desk, register, reader, (actor, unit, version, form) => act(actor, unit, version, form, desk, register, context.RequestAborted))).AllowAnonymous();

    private static Task<IResult> CrewAsync(string id, HttpContext context, ScreenFactory screens, UnitDesk desk, UnitRegister register, UnitReader reader) => ActAsync(
        id, context, screens, desk, register, reader, (actor, unit, version, _) => register.SetCrewAsync(actor, unit, version, Chosen(context), context.RequestAborted));

    private static async Task<IResult> ActAsync(
        string id, HttpContext context, ScreenFactory screens, UnitDesk desk, UnitRegister register, UnitReader reader, Func<Actor, UnitId, long, PostedForm, Task<UnitResult>> act)
    {
        var screen = screens.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        if (!UnitId.TryParse(id, out var unit))
            return Page.Notice(screen, NoticeKind.NotFound);
        _ = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var isPlace = form["point"].Length > 0 || form["gate"].Length > 0;
        Task<IResult> Again(UnitFault fault) => ShowAsync(id, context, screens, desk, register, reader, fault);
        return await act(actor, unit, version, form) switch
        {
            UnitResult.Done => Results.LocalRedirect(BackTo(form["from"], unit)),
            UnitResult.OutOfOrder when isPlace => await Again(UnitFault.OffDuty),
            UnitResult.Stale or UnitResult.OutOfOrder => Page.Notice(screen, NoticeKind.Stale),
            UnitResult.Unfit => await Again(isPlace ? UnitFault.Place : UnitFault.Unfit),
            UnitResult.Taken => await Again(UnitFault.Taken),
            UnitResult.CrewElsewhere => await Again(UnitFault.CrewElsewhere),
            UnitResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            UnitResult.NotFound => Page.Notice(screen, NoticeKind.NotFound),
            UnitResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            _ => throw new UnreachableException(),
        };
    }

    private static string BackTo(string from, UnitId unit) =>
        from == "list" ? "/units" : IncidentNumber.TryParse(from, out var incident) ? $"/incidents/{incident}" : $"/units/{unit}";

    // Boxes that are ticked: the account is in the name.
    private static List<AccountId> Chosen(HttpContext context) =>
        [.. context.Request.Form.Keys.Where(k => k.StartsWith("crew-", StringComparison.Ordinal)).Select(k => AccountId.TryParse(k["crew-".Length..], out var id) ? id : (AccountId?)null).OfType<AccountId>()];

    private static Coordinates? PointOf(string typed)
    {
        var parts = TypedText.Digits(typed).Replace('،', ',').Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Coordinates.TryMake(latitude, longitude, out var point) ? point : null;
    }

    private static int? NumberOf(string typed) =>
        int.TryParse(TypedText.Digits(typed).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Task<UnitResult> Unfit() => Task.FromResult<UnitResult>(new UnitResult.Unfit());
}
