// The officer's page, what its module asks for, and the acts it sends. Everything but signing in needs a session; a call
// without one is told 401, a page is sent to the sign-in.
using Bawaba.Contracts;
using Bawaba.Gate;
using Bawaba.Gate.Commissioning;
using Bawaba.Gate.Officers;
using Bawaba.GateConsole.Commissioning;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole.Board;

internal static class BoardEndpoints
{
    private const int PictureWidthPx = 960;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (HttpContext context, GateScreens screens, GateHost host) => ShowAsync(context, screens, host, typeof(OfficerPage)));
        endpoints.MapGet("/board", (HttpContext context, GateScreens screens, GateHost host) => ShowAsync(context, screens, host, typeof(BoardPart)));
        endpoints.MapGet("/cameras/{camera}/picture", PictureAsync);
        endpoints.MapGet("/hits/{passage}/{entry}/crop", Crop);
        endpoints.MapPost("/hits/{passage}/{entry}/look", (string passage, string entry, HttpContext context, GateScreens screens, GateHost host) =>
            ActAsync(context, screens, async (session, form, key) =>
                Hit(passage, entry) is var (p, e) && Enum.TryParse<LookVerdict>(form["verdict"], out var verdict) && Enum.IsDefined(verdict)
                    ? await host.Officers.LookAsync(session, p, e, verdict, key).ConfigureAwait(false)
                    : null));
        endpoints.MapPost("/hits/{passage}/{entry}/wait", (string passage, string entry, HttpContext context, GateScreens screens, GateHost host) =>
            ActAsync(context, screens, async (session, _, key) =>
                Hit(passage, entry) is var (p, e) ? await host.Officers.WaitAsync(session, p, e, key).ConfigureAwait(false) : null));
        endpoints.MapGet("/hits/{passage}/{entry}/recheck", (string passage, string entry, HttpContext context, GateScreens screens, GateHost host) =>
            RecheckAsync(context, screens, host, passage, entry, answers: false));
        endpoints.MapPost("/hits/{passage}/{entry}/recheck", (string passage, string entry, HttpContext context, GateScreens screens, GateHost host) =>
            RecheckAsync(context, screens, host, passage, entry, answers: true)).RequireRateLimiting(PageLimits.SignIn);
        // In the body, never in the address: addresses are what gets logged.
        endpoints.MapPost("/type", (HttpContext context, GateScreens screens, GateHost host) =>
            ActAsync(context, screens, async (session, form, key) =>
                LaneId.TryParse(form["lane"], out var lane) ? await host.Officers.TypeAsync(session, lane, form["plate"], key).ConfigureAwait(false) : null));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, GateScreens screens, GateHost host, Type page)
    {
        var screen = screens.Begin(context);
        if (screen.Session is not { } session)
            return page == typeof(OfficerPage) ? Results.LocalRedirect("/sign-in") : Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (TechnicianDesk.IsDutyOf(session))
            return page == typeof(OfficerPage) ? Results.LocalRedirect(CommissioningEndpoints.Home) : Results.StatusCode(StatusCodes.Status403Forbidden);
        var hits = await host.Officers.HitsAsync(session).ConfigureAwait(false);
        return new GatePageResult(screen, page, new BoardView { Standing = host.Standing(), Hits = hits, Gate = host.Settings });
    }

    // A page of its own: what is being typed must not be renewed twice a second.
    private static async Task<IResult> RecheckAsync(HttpContext context, GateScreens screens, GateHost host, string passage, string entry, bool answers)
    {
        var screen = screens.Begin(context);
        if (screen.Session is not { } session)
            return answers ? Results.StatusCode(StatusCodes.Status401Unauthorized) : Results.LocalRedirect("/sign-in");
        if (TechnicianDesk.IsDutyOf(session))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Hit(passage, entry) is not var (p, e) || host.Rechecks.Ask(session, p, e) is not { } hit)
            return Results.LocalRedirect("/");
        RecheckAnswer? answer = null;
        if (answers)
        {
            var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
            answer = await host.Rechecks.AnswerAsync(session, p, e, form["code"]).ConfigureAwait(false);
            if (answer is RecheckAnswer.Rechecked)
                return Results.LocalRedirect("/");
        }
        return new GatePageResult(screen, typeof(RecheckPage), new RecheckView { Hit = hit, Answer = answer, OfficerName = session.Officer.UserName });
    }

    private static async Task<IResult> PictureAsync(string camera, HttpContext context, GateScreens screens, GateHost host)
    {
        if (screens.Begin(context).Session is not { } session)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (!CameraId.TryParse(camera, out var id) || !await host.Officers.MaySeeAsync(session, id).ConfigureAwait(false))
            return Results.NotFound();
        // Encoding takes milliseconds of a core: not on the thread that serves everyone.
        var jpeg = await Task.Run(() => host.Snapshot(id, PictureWidthPx), context.RequestAborted).ConfigureAwait(false);
        return jpeg is null ? Results.NotFound() : Results.Bytes(jpeg, "image/jpeg");
    }

    private static IResult Crop(string passage, string entry, HttpContext context, GateScreens screens, GateHost host)
    {
        if (screens.Begin(context).Session is not { } session)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (TechnicianDesk.IsDutyOf(session))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        return Hit(passage, entry) is var (p, e) && host.Officers.Crop(p, e) is { } jpeg ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound();
    }

    // Null from the act: what was sent makes no sense. The answer is one word of OfficerAnswer.
    private static async Task<IResult> ActAsync(
        HttpContext context, GateScreens screens, Func<OfficerSession, PostedForm, string, Task<OfficerAnswer?>> act)
    {
        if (screens.Begin(context).Session is not { } session)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (TechnicianDesk.IsDutyOf(session))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > DoneOnce.MaxKeyLength || !Guid.TryParse(key, out _))
            return Results.BadRequest();
        var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
        // An act kept by the page of one officer is never done in the name of another.
        if (form["account"] != session.Officer.Account)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        return await act(session, form, key).ConfigureAwait(false) is { } answer
            ? Results.Text(answer.ToString(), statusCode: answer == OfficerAnswer.NotWritten ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK)
            : Results.BadRequest();
    }

    private static (PassageId Passage, EntryId Entry)? Hit(string passage, string entry) =>
        Guid.TryParse(passage, out var id) && EntryId.TryParse(entry, out var entryId) ? (new(id), entryId) : null;
}
