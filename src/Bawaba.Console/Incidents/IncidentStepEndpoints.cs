// What people do with an incident, as forms post it: each is a verb of a desk, which authorises. An answer is the incident's page again.
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Units;
using Bawaba.Console.Frame;
using Bawaba.Contracts;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Incidents;

internal static class IncidentStepEndpoints
{
    // A form's own words beside the file.
    private const int FormBytes = 64 << 10;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        Post(endpoints, "note", (pages, actor, number, form, c) => pages.Desk.NoteAsync(actor, number, form.Text("text", 2_100), form["id"], c));
        Post(endpoints, "step", (pages, actor, number, form, c) => pages.Desk.MarkStepAsync(actor, number, form["step"], form["done"].Length > 0 ? null : form["because"], c));
        Post(endpoints, "skipped-seen", (pages, actor, number, _, c) => pages.Desk.SeeSkippedAsync(actor, number, c));
        Post(endpoints, "priority", (pages, actor, number, form, c) =>
            pages.Desk.SetPriorityAsync(actor, number, Enum.TryParse<IncidentPriority>(form["priority"], out var priority) ? priority : (IncidentPriority)(-1), c));
        Post(endpoints, "place", (pages, actor, number, form, c) => pages.Desk.SetPlaceAsync(actor, number, form["place"], form["latitude"], form["longitude"], c));
        Post(endpoints, "link", (pages, actor, number, form, c) =>
            pages.Desk.LinkAsync(actor, number, form["alert"].Length > 0 ? $"alert/{form["alert"]}" : $"case/{form["case"]}", c));
        Post(endpoints, "offer", (pages, actor, number, form, c) => pages.Command.OfferAsync(actor, number, AccountId.TryParse(form["to"], out var to) ? to : default, c));
        Post(endpoints, "take", (pages, actor, number, _, c) => pages.Command.TakeAsync(actor, number, c));
        Post(endpoints, "assign", (pages, actor, number, form, c) => UnitId.TryParse(form["unit"], out var unit) && AssignmentId.TryParse(form["assignment"], out var id)
            ? pages.Dispatch.AssignAsync(actor, number, unit, id, c)
            : Task.FromResult<IncidentResult>(new IncidentResult.Unfit(["unit"])));
        Post(endpoints, "release", (pages, actor, number, form, c) => AssignmentId.TryParse(form["assignment"], out var id)
            ? pages.Dispatch.ReleaseAsync(actor, number, id, c)
            : Task.FromResult<IncidentResult>(new IncidentResult.Unfit(["unit"])));
        Post(endpoints, "close", (pages, actor, number, _, c) => pages.Desk.CloseAsync(actor, number, c));
        endpoints.MapPost("/incidents/{number}/file", FileAsync).AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(AttachmentDesk.MaxBytes + FormBytes), new FormLimits());
        endpoints.MapGet("/incidents/{number}/files/{id}", ReadFileAsync).AllowAnonymous();
    }

    /// <summary>A form of the incident's page.</summary>
    internal static void Post(
        IEndpointRouteBuilder endpoints, string step, Func<IncidentPages, Actor, IncidentNumber, PostedForm, CancellationToken, Task<IncidentResult>> act) => endpoints.MapPost(
        $"/incidents/{{number}}/{step}",
        async (string number, HttpContext context, IncidentPages pages) =>
        {
            var screen = pages.Begin(context);
            if (screen.Actor is not { } actor)
                return Page.SignIn(screen);
            return IncidentNumber.TryParse(number, out var id)
                ? await pages.AnswerAsync(context, id, await act(pages, actor, id, await PostedForm.ReadAsync(context), context.RequestAborted))
                : Page.Notice(screen, NoticeKind.NotFound);
        }).AllowAnonymous();

    private static async Task<IResult> FileAsync(string number, HttpContext context, IncidentPages pages, AttachmentDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var id))
            return Page.Notice(screen, NoticeKind.NotFound);
        var form = await PostedForm.ReadAsync(context);
        var file = await form.FileAsync("file", AttachmentDesk.MaxBytes, context.RequestAborted);
        return await pages.AnswerAsync(context, id, await desk.AddAsync(actor, id, file?.Name ?? "", file?.Body ?? [], context.RequestAborted));
    }

    // As a file to be saved, never as something a browser shows in our name.
    private static async Task<IResult> ReadFileAsync(string number, string id, HttpContext context, IncidentPages pages, AttachmentDesk desk)
    {
        var screen = pages.Begin(context);
        if (screen.Actor is not { } actor)
            return Page.SignIn(screen);
        if (!IncidentNumber.TryParse(number, out var incident) || !Guid.TryParse(id, out var file))
            return Page.Notice(screen, NoticeKind.NotFound);
        return (await desk.ReadAsync(actor, incident, file, context.RequestAborted)).ToPage(
            screen, body => Results.Bytes(body, AttachmentDesk.MediaTypeOf(body), $"{incident}-{file.ToString("N")[..8]}"));
    }

    private sealed class FormLimits : IFormOptionsMetadata
    {
        public bool? BufferBody => null;

        public int? MemoryBufferThreshold => null;

        public long? BufferBodyLengthLimit => null;

        public int? ValueCountLimit => 10;

        public int? KeyLengthLimit => 64;

        public int? ValueLengthLimit => 4_096;

        public int? MultipartBoundaryLengthLimit => null;

        public int? MultipartHeadersCountLimit => null;

        public int? MultipartHeadersLengthLimit => null;

        public long? MultipartBodyLengthLimit => AttachmentDesk.MaxBytes + FormBytes;
    }
}
