// The commissioning page: cameras added, aimed and checked by a technician. Everything needs a session whose duty it is; an officer's
// is told 403, none is sent to the sign-in. Steps are plain forms, so that it works without a script; the script draws and renews.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate;
using Bawaba.Gate.Commissioning;
using Bawaba.Gate.Officers;
using Bawaba.GateConsole.Frame;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole.Commissioning;

internal static class CommissioningEndpoints
{
    internal const string Home = "/set-up";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Home, (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, _) => Task.FromResult(Cameras(screen, h, null))));
        endpoints.MapGet("/set-up/cameras", (string? address, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, _) =>
            Task.FromResult(Camera(screen, new() { Gate = h.Settings, Form = new() { Address = address is { Length: <= 256 } ? address : "" }, IsNew = true }))));
        endpoints.MapPost("/set-up/cameras", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, session) => StepAsync(c, screen, session, h, null)))
            .RequireRateLimiting(PageLimits.SetUp);
        endpoints.MapGet("/set-up/cameras/{camera}", (string camera, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, _) =>
            Task.FromResult(Find(h, camera) is { } found ? Camera(screen, ViewOf(h, found) with { Saved = c.Request.Query.ContainsKey("saved") }) : Results.NotFound())));
        endpoints.MapPost("/set-up/cameras/{camera}", (string camera, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, session) =>
            Find(h, camera) is { } found ? StepAsync(c, screen, session, h, found) : Task.FromResult(Results.NotFound()))).RequireRateLimiting(PageLimits.SetUp);
        endpoints.MapGet("/set-up/cameras/{camera}/sight", (string camera, HttpContext c, GateScreens s, GateHost h) => PartAsync(c, s, screen =>
            Find(h, camera) is { } found ? new GatePageResult(screen, typeof(SightPart), ViewOf(h, found)) : Results.NotFound()));
        endpoints.MapPost("/set-up/cameras/{camera}/check", (string camera, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (_, session) => CheckAsync(c, session, h, camera)))
            .RequireRateLimiting(PageLimits.SetUp);
        endpoints.MapPost("/set-up/cameras/{camera}/remove", (string camera, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (screen, session) => RemoveAsync(c, screen, session, h, camera)))
            .RequireRateLimiting(PageLimits.SetUp);
        endpoints.MapGet("/set-up/test-picture", (string? address, HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, (_, session) =>
            Task.FromResult(h.Technicians.TestOf(session, address ?? "") is { } seen ? Results.Bytes(seen.Jpeg, "image/jpeg") : Results.NotFound())));
        endpoints.MapGet($"{Home}/{GateFile.Name}", (HttpContext c, GateScreens s, GateHost h) => ShowAsync(c, s, async (_, session) =>
            await h.Technicians.ExportAsync(session).ConfigureAwait(false) is { } file
                ? Results.Bytes(file, "application/json", GateFile.Name)
                : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)));
        DiscoveryEndpoints.Map(endpoints);
    }

    /// <summary>A page for a technician's session.</summary>
    internal static async Task<IResult> ShowAsync(HttpContext context, GateScreens screens, Func<GateScreen, OfficerSession, Task<IResult>> page)
    {
        var screen = screens.Begin(context);
        if (screen.Session is not { } session)
            return HttpMethods.IsGet(context.Request.Method) ? Results.LocalRedirect("/sign-in") : Results.StatusCode(StatusCodes.Status401Unauthorized);
        return TechnicianDesk.IsDutyOf(session) ? await page(screen, session).ConfigureAwait(false) : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    internal static IResult Cameras(GateScreen screen, GateHost host, DiscoveryView? found) => new GatePageResult(
        screen, typeof(CamerasPage), new CamerasView { Gate = host.Settings, Standing = host.Standing(), Networks = Gate.Onvif.CameraNetworks.Names(), Found = found });

    private static async Task<IResult> PartAsync(HttpContext context, GateScreens screens, Func<GateScreen, IResult> part)
    {
        var screen = screens.Begin(context);
        return await Task.FromResult(screen.Session is not { } session
            ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : TechnicianDesk.IsDutyOf(session) ? part(screen) : Results.StatusCode(StatusCodes.Status403Forbidden)).ConfigureAwait(false);
    }

    private static async Task<IResult> StepAsync(HttpContext context, GateScreen screen, OfficerSession session, GateHost host, CameraSettings? before)
    {
        var posted = await PostedForm.ReadAsync(context).ConfigureAwait(false);
        var form = CameraForm.Read(posted);
        form = before is null ? form : form with { Id = before.Id.Value };
        var view = new CameraView { Gate = host.Settings, Form = form, IsNew = before is null, Sight = before is null ? null : host.Technicians.Sight(before.Id) };
        return posted["step"] == "test"
            ? await TestAsync(context, screen, session, host, view, before?.Id).ConfigureAwait(false)
            : await SaveAsync(screen, session, host, view).ConfigureAwait(false);
    }

    private static async Task<IResult> TestAsync(HttpContext context, GateScreen screen, OfficerSession session, GateHost host, CameraView view, CameraId? camera)
    {
        if (!CameraForm.IsAddress(view.Form.Address))
            return Camera(screen, view with { Faults = [SetUpFault.Address] }, StatusCodes.Status422UnprocessableEntity);
        var test = await host.Technicians.TestAsync(session, camera, view.Form.Address, view.Form.Login, context.RequestAborted).ConfigureAwait(false);
        // What was tried is remembered: a user without its password would be half a login.
        return Camera(screen, view with { Test = test, Form = test is AddressTest.Seen ? view.Form with { User = "" } : view.Form });
    }

    private static async Task<IResult> SaveAsync(GateScreen screen, OfficerSession session, GateHost host, CameraView view)
    {
        view = view with { Test = host.Technicians.TestOf(session, view.Form.Address) };
        if (view.Form.Build(host.Settings, view.IsNew, out var faults) is not { } camera)
            return Camera(screen, view with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        return await host.Technicians.SaveAsync(session, camera, view.Form.Login).ConfigureAwait(false) switch
        {
            SaveAnswer.Done => Results.LocalRedirect($"/set-up/cameras/{camera.Id}?saved"),
            SaveAnswer.Untested => Camera(screen, view with { Faults = [SetUpFault.Untested] }, StatusCodes.Status422UnprocessableEntity),
            SaveAnswer.Faulty faulty => Camera(screen, view with { Faults = [SetUpFault.Other], Details = faulty.Faults }, StatusCodes.Status422UnprocessableEntity),
            _ => Camera(screen, view with { Faults = [SetUpFault.NotWritten] }, StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static async Task<IResult> CheckAsync(HttpContext context, OfficerSession session, GateHost host, string camera)
    {
        var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
        if (Find(host, camera) is not { } found || !int.TryParse(form["seconds"], System.Globalization.CultureInfo.InvariantCulture, out var seconds))
            return Results.NotFound();
        return await host.Technicians.CheckAsync(session, found.Id, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false)
            ? Results.LocalRedirect($"/set-up/cameras/{found.Id}#sight")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, GateScreen screen, OfficerSession session, GateHost host, string camera)
    {
        var form = await PostedForm.ReadAsync(context).ConfigureAwait(false);
        if (Find(host, camera) is not { } found || form["sure"] != "yes")
            return Results.NotFound();
        return await host.Technicians.RemoveAsync(session, found.Id).ConfigureAwait(false) is SaveAnswer.Done
            ? Results.LocalRedirect(Home)
            : Camera(screen, ViewOf(host, found) with { Faults = [SetUpFault.NotWritten] }, StatusCodes.Status503ServiceUnavailable);
    }

    private static CameraView ViewOf(GateHost host, CameraSettings camera) =>
        new() { Gate = host.Settings, Form = CameraForm.Of(camera), IsNew = false, Sight = host.Technicians.Sight(camera.Id) };

    private static CameraSettings? Find(GateHost host, string camera) => host.Settings.Cameras.FirstOrDefault(c => c.Id.Value == camera && c.Url is not null);

    private static IResult Camera(GateScreen screen, CameraView view, int status = StatusCodes.Status200OK) => new GatePageResult(screen, typeof(CameraPage), view, status);
}
