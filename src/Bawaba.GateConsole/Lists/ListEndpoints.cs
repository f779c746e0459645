// The page of the gate's list and clock: for a supervisor after a start without the center, and for any officer who says that the
// clock is right. Steps are plain forms; the answer stands on the page that follows.
using Bawaba.Gate;
using Bawaba.Gate.Commissioning;
using Bawaba.Gate.Officers;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole.Lists;

internal static class ListEndpoints
{
    internal const string Home = "/list";

    // What a form is made of beside its file.
    private const int FormBytes = 8 << 10;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Home, (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, h, _ => Task.FromResult(new ListView())));
        endpoints.MapPost("/list/open", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, h, async session =>
        {
            var form = await PostedForm.ReadAsync(c).ConfigureAwait(false);
            return new ListView { Opened = await h.Lists.OpenAsync(session, form["passphrase"]).ConfigureAwait(false) };
        })).RequireRateLimiting(PageLimits.SignIn);
        endpoints.MapPost("/list/passphrase", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, h, async session =>
        {
            var form = await PostedForm.ReadAsync(c).ConfigureAwait(false);
            var made = form["sure"] == "yes" ? await h.Lists.MakePassphraseAsync(session).ConfigureAwait(false) : null;
            return new ListView { Passphrase = made?.Reveal(), PassphraseRefused = made is null };
        })).RequireRateLimiting(PageLimits.SignIn);
        endpoints.MapPost("/list/attest", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, h, async session =>
        {
            var form = await PostedForm.ReadAsync(c).ConfigureAwait(false);
            return new ListView { Attested = form["sure"] == "yes" ? await h.Lists.AttestAsync(session).ConfigureAwait(false) : AttestAnswer.NotDone };
        }));
        endpoints.MapPost("/list/carry", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, h, async session =>
            new ListView { Carried = await ReadFileAsync(c).ConfigureAwait(false) is { } file ? await h.Lists.CarryAsync(session, file).ConfigureAwait(false) : CarriedAnswer.NotReadable }))
            .WithMetadata(new RequestSizeLimitAttribute(ListDesk.MaxCarriedBytes + FormBytes)).RequireRateLimiting(PageLimits.SignIn);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, GateScreens screens, GateHost host, Func<OfficerSession, Task<ListView>> step)
    {
        var screen = screens.Begin(context);
        if (screen.Session is not { } session)
            return HttpMethods.IsGet(context.Request.Method) ? Results.LocalRedirect("/sign-in") : Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (TechnicianDesk.IsDutyOf(session))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var view = await step(session).ConfigureAwait(false);
        return new GatePageResult(screen, typeof(ListPage), view with { Standing = host.Lists.Standing(), IsSupervisor = ListDesk.IsDutyOf(session) });
    }

    // Sealed: that a long form passes through a file of this computer shows nothing.
    private static async Task<byte[]?> ReadFileAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            if (form.Files.GetFile("list") is not { Length: > 0 and <= ListDesk.MaxCarriedBytes } file)
                return null;
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
