// A technician at a gate that is a machine of its own: a real gate, a real center, two simulated cameras behind a password, and Chromium.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Stage.Films;
using Bawaba.Simulator.Web;
using Bawaba.SystemTests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Waits)]
public sealed class CommissioningTests(Browser browser) : IClassFixture<Browser>
{
    private const string Password = "a password for this gate";
    private const string CameraPassword = "camera secret 47";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_technician_adds_a_camera_aims_it_checks_it_and_takes_the_set_up_along()
    {
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance);
        simulator.Start(0);
        var camera = CameraId.Parse("drawn");
        var settings = global::Bawaba.Simulator.City.DemoCity.Cameras.First(c => c.Id.Value == "north-in-1").Stage;
        await using var film = await StageFilm.MakeAsync(settings, StageFilm.DefaultFolder, NullLogger.Instance, Cancel);
        simulator.AddFilm(camera, film.Path, film.FramesPerSecond, film.Written, new() { Login = new("viewer", CameraPassword) });
        await using var web = await SimulatorWeb.StartAsync(simulator, 0, Cancel, discovery: true);
        await using var center = await ApartCenter.StartAsync();
        await center.PostAsync("technician", "north", Password);
        await center.OfficerAsync("salem", "north", Password);
        await using var gate = await ApartGate.StartAsync(center, center.GateData("gate"));
        var page = await browser.PageAsync(await ApartGate.AddressAsync(gate), anyCertificate: true);
        await ApartGate.SignInAsync(page, "technician", Password, "set-up");
        await ShotsAsync(page, "cameras", "set-up");

        // 1. The camera is found on its network and says where its stream is.
        var device = page.Locator("[data-testid=found] > li").Filter(new() { HasText = web.Address.Authority });
        await ApartGate.UntilAsync(async () =>
        {
            await page.GetByTestId("network").SelectOptionAsync("127.0.0.1");
            await page.GetByTestId("find").ClickAsync();
            return await device.CountAsync() > 0;
        }, "the camera answers a search");
        await device.GetByTestId("device-user").FillAsync("viewer");
        await device.GetByTestId("device-password").FillAsync("wrong");
        await device.GetByTestId("streams").ClickAsync();
        await page.Locator("[data-testid=find-fault][data-fault=login]").WaitForAsync();
        await device.GetByTestId("device-user").FillAsync("viewer");
        await device.GetByTestId("device-password").FillAsync(CameraPassword);
        await device.GetByTestId("streams").ClickAsync();
        await ShotsAsync(page, "found", "found", twoLanguages: false);
        await device.GetByTestId("use").ClickAsync();
        await Assertions.Expect(page.GetByTestId("address")).ToHaveValueAsync(simulator.UrlOf(camera));

        // The address is tried before it is kept: a wrong password is said, and nothing is saved without a picture.
        await FillAsync(page, simulator.UrlOf(camera), "wrong");
        await page.GetByTestId("save").ClickAsync();
        await page.Locator("[data-fault=Untested]").WaitForAsync();
        await FillAsync(page, simulator.UrlOf(camera), "wrong");
        await page.GetByTestId("test").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-result")).ToHaveAttributeAsync("data-result", "unauthorized", new() { Timeout = 30_000 });
        await FillAsync(page, simulator.UrlOf(camera), CameraPassword);
        await page.GetByTestId("test").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-result")).ToHaveAttributeAsync("data-result", "seen", new() { Timeout = 30_000 });
        Assert.True(await page.GetByTestId("test-picture").EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 100)"));
        await ShotsAsync(page, "tested", "set-up-camera", twoLanguages: false);
        await page.GetByTestId("save").ClickAsync();
        await page.GetByTestId("saved").WaitForAsync();

        // 2. It runs at once, and its line is drawn without a mouse.
        await Assertions.Expect(page.GetByTestId("sight")).ToHaveAttributeAsync("data-phase", "Live", new() { Timeout = 30_000 });
        await page.Locator(".lane-picture[data-state=fresh]").WaitForAsync(new() { Timeout = 30_000 });
        await page.GetByTestId("draw-line").ClickAsync();
        await page.GetByTestId("handle-line-0").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.GetByTestId("draw-mask").ClickAsync();
        await page.GetByTestId("approaching").SelectOptionAsync("In");
        await Assertions.Expect(page.GetByTestId("line-1")).ToHaveValueAsync("0.62");
        await page.GetByTestId("save").ClickAsync();
        await page.GetByTestId("saved").WaitForAsync();

        // The kept password goes to the camera it was typed for and nowhere else: who tests another address without one sends none.
        var stranger = CameraId.Parse("stranger");
        await using var elsewhere = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance);
        elsewhere.AddFilm(stranger, film.Path, film.FramesPerSecond, film.Written, new() { Login = new("viewer", CameraPassword) });
        elsewhere.Start(0);
        var mine = page.Url;
        await page.GetByTestId("test").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-result")).ToHaveAttributeAsync("data-result", "seen", new() { Timeout = 30_000 });
        await page.GetByTestId("address").FillAsync(elsewhere.UrlOf(stranger));
        await page.GetByTestId("test").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-result")).ToHaveAttributeAsync("data-result", "unauthorized", new() { Timeout = 30_000 });
        await page.GotoAsync(mine);

        // 3. How wide plates are, and a check.
        await page.GetByTestId("check-length").SelectOptionAsync("30");
        await page.GetByTestId("check").ClickAsync();
        await ApartGate.UntilAsync(async () => await page.GetByTestId("width").InnerTextAsync() is var text && text.Contains("px", StringComparison.Ordinal), "a plate's width is shown");
        await page.Locator("[data-testid=check-result][data-running=no]").WaitForAsync(new() { Timeout = 60_000 });
        Assert.NotEqual("0", await page.GetByTestId("check-result").GetAttributeAsync("data-passages"));
        await ShotsAsync(page, "camera", "set-up-camera");
        var content = await page.ContentAsync();
        Assert.DoesNotContain(film.Passages.Select(p => p.Plate).OfType<string>(), plate => content.Contains(plate, StringComparison.Ordinal));

        // 4. The set-up as a file, and what is on disk.
        var download = await page.Context.APIRequest.GetAsync(new Uri(await ApartGate.AddressAsync(gate), "/set-up/gate.json").ToString());
        var exported = await download.TextAsync();
        Assert.DoesNotContain(CameraPassword, exported, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(center.GateData("gate"), "gate.json"), Cancel), exported);
        var kept = GateFile.Read(Path.Combine(center.GateData("gate"), "gate.json"), out _)!.Cameras.Single(c => c.Id.Value == "east-in-1");
        Assert.Equal((0.62, Direction.In, 1), (kept.Line!.Value.Y1, kept.Approaching, kept.Masks.Count));
        Assert.DoesNotContain(CameraPassword, gate.Said(), StringComparison.Ordinal);

        // 5. Everything is in the center's log, and nobody does the other's work.
        foreach (var (act, subject) in ((string, string)[])[("GateAddressTested", "north"), ("GateCameraAdded", "east-in-1"), ("GateCameraChanged", "east-in-1"), ("GateCameraChecked", "east-in-1"), ("GateSetUpExported", "north")])
            await ApartGate.UntilAsync(() => ApartGate.Acts(center, act, subject) > 0, $"{act} is in the log");
        Assert.Equal(403, (await page.APIRequest.GetAsync(new Uri(await ApartGate.AddressAsync(gate), "/board").ToString())).Status);
        await page.GotoAsync("/");
        await page.GetByTestId("set-up").WaitForAsync();
        await center.StepAsync("commander", "north", "release");
        await page.GetByTestId("sign-out").ClickAsync();
        await ApartGate.SignInAsync(page, "salem", Password, "officer");
        Assert.Equal(403, (await page.APIRequest.GetAsync(new Uri(await ApartGate.AddressAsync(gate), "/set-up").ToString())).Status);

        // 6. Taken away again; the other camera never stopped.
        await page.GotoAsync("/");
        await page.GetByTestId("sign-out").ClickAsync();
        await ApartGate.SignInAsync(page, "technician", Password, "set-up");
        await page.GetByTestId("open-east-in-1").ClickAsync();
        await page.GetByTestId("sure").CheckAsync();
        await page.GetByTestId("remove").ClickAsync();
        await page.GetByTestId("set-up").WaitForAsync();
        Assert.Equal(0, await page.GetByTestId("camera-east-in-1").CountAsync());
        Assert.DoesNotContain(CameraPassword, await File.ReadAllTextAsync(Path.Combine(center.GateData("gate"), "cameras.secret.json"), Cancel), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, string address, string password)
    {
        await page.GetByTestId("address").FillAsync(address);
        await page.GetByTestId("camera-user").FillAsync("viewer");
        await page.GetByTestId("camera-password").FillAsync(password);
        await page.GetByTestId("camera-id").FillAsync("east-in-1");
        await page.GetByTestId("name-ar").FillAsync("الشرقية");
        await page.GetByTestId("name-en").FillAsync("East");
    }

    private static async Task ShotsAsync(IPage page, string name, string marker, bool twoLanguages = true)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        var at = page.Url;
        foreach (var language in twoLanguages ? (string[])["ar", "en"] : ["ar"])
        {
            foreach (var (size, width, height) in ((string, int, int)[])[("wide", 1280, 900), ("phone", 390, 844)])
            {
                await page.SetViewportSizeAsync(width, height);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"set-up-{name}-{language}-{size}.png"), FullPage = true });
            }
            if (!twoLanguages)
                break;
            await page.GetByTestId("language").ClickAsync();
            await page.GotoAsync(at);
            await page.GetByTestId(marker).WaitForAsync();
            await Task.Delay(1500, Cancel);
        }
        await page.SetViewportSizeAsync(1366, 800);
    }
}
