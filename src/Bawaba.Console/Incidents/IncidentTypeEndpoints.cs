// Types of incidents and their checklists. The desk authorises.
using System.Globalization;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Console.Frame;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class IncidentTypeEndpoints
{
    private static readonly IncidentType Blank = new() { Code = "", Name = new() { Ar = "", En = "" }, Priority = IncidentPriority.Urgent, Steps = [] };

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/incident-types", ListAsync).AllowAnonymous();
        endpoints.MapGet("/incident-types/{code}", FormAsync).AllowAnonymous();
        endpoints.MapPost("/incident-types", SaveAsync).AllowAnonymous();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IncidentPages pages, IncidentTypeDesk desk)
    {
        var screen = pages.Begin(context);
        return screen.Actor is not { } actor
            ? Page.SignIn(screen)
            : (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, types => Page.Show<IncidentTypesPage, IncidentTypesView>(screen, new(types)));
    }

    private static async Task<IResult> FormAsync(string code, HttpContext context, IncidentPages pages, IncidentTypeDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!await context.MayAsync(actor, Permission.EditIncidentTypes))
            return Page.Notice(screen, NoticeKind.NotAllowed);
        return (await desk.ListAsync(actor, context.RequestAborted)).ToPage(screen, types =>
            code == "new"
                ? Page.Show<IncidentTypePage, IncidentTypeView>(screen, new(Blank, 0, IsNew: true, null))
                : types.FirstOrDefault(t => t.Code == code) is { } type
                    ? Page.Show<IncidentTypePage, IncidentTypeView>(screen, new(type, type.Version, IsNew: false, null))
                    : Page.Notice(screen, NoticeKind.NotFound));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, IncidentPages pages, IncidentTypeDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        var form = await PostedForm.ReadAsync(context);
        var typed = TypeOf(form);
        var version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        return await desk.SaveAsync(actor, typed, version, context.RequestAborted) switch
        {
            IncidentTypeResult.Done => Results.LocalRedirect("/incident-types"),
            IncidentTypeResult.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
            IncidentTypeResult.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
            IncidentTypeResult.Stale => Page.Notice(screen, NoticeKind.Stale),
            IncidentTypeResult.Unfit => Page.Show<IncidentTypePage, IncidentTypeView>(
                screen with { Path = "/incident-types" }, new(typed, version, version <= 0 && form["version"] == "0", "type"), StatusCodes.Status422UnprocessableEntity),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IncidentType TypeOf(PostedForm form)
    {
        const int most = IncidentTypeDesk.MaxSteps;
        var (ids, arabic, english, required) = (form.All("step-id", most), form.All("step-ar", most), form.All("step-en", most), form.All("step-required", most));
        var rows = new[] { ids.Count, arabic.Count, english.Count, required.Count }.Min();
        return new()
        {
            Code = form["code"].Trim(),
            Name = new() { Ar = form["name-ar"].Trim(), En = form["name-en"].Trim() },
            Priority = Enum.TryParse<IncidentPriority>(form["priority"], out var priority) ? priority : (IncidentPriority)(-1),
            // A row that is emptied in both languages is taken off.
            Steps = [.. Enumerable.Range(0, rows).Where(i => arabic[i].Trim().Length + english[i].Trim().Length > 0)
                .Select(i => new ChecklistStep(ids[i], new() { Ar = arabic[i].Trim(), En = english[i].Trim() }, required[i] == "yes"))],
        };
    }
}
