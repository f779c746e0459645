// An officer at a gate that is a machine of its own: a real gate at a simulated camera, a real center that dies and comes
// back, and Chromium. What the officer did without the room is in the room's alert afterwards, once.
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Stage.Films;
using Bawaba.SystemTests.Running;
using Bawaba.SystemTests.Up;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Alone)]
public sealed class OfficerTests(Browser browser) : IClassFixture<Browser>
{
    private const string Gate = "north";
    private const string Password = "a password for this gate";
    private const string Stranger = "5-7391846";
    private const int MaxVehicles = 3;
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FilmPatience = TimeSpan.FromSeconds(240);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_room_a_hit_is_on_the_page_within_two_seconds_and_its_look_reaches_the_room_once()
    {
        await using var simulator = new CameraSimulator(TimeProvider.System, NullLoggerFactory.Instance);
        simulator.Start(0);
        await using var center = await ApartCenter.StartAsync(arrange: c => WriteFiles(c.Data, simulator.Port));
        await center.OfficerAsync("salem", Gate, Password);
        await center.InviteAsync("operator-1", "Operator");
        await RoomShotsAsync(center);
        var data = center.GateData("gate");
        await using var gate = await ApartGate.StartAsync(center, data);
        await center.StepAsync("commander", Gate, "release");
        var page = await SignInAsync(gate);
        await page.Locator("[data-testid=standing][data-road=Connected]").WaitForAsync(new() { Timeout = 30_000 });
        await page.Locator("[data-testid=mandate] bdi").First.WaitForAsync(new() { Timeout = 30_000 });

        // The room dies; only then do vehicles come.
        await center.Process.KillAsync();
        await page.Locator("[data-testid=standing][data-road=Broken]").WaitForAsync(new() { Timeout = 40_000 });
        await using var film = await PlayAsync(simulator);
        await page.GetByTestId("sound").ClickAsync();
        await page.Locator("#sound[data-state=on][data-rung='1']").WaitForAsync(new() { Timeout = 10_000 });
        var (key, late) = await NewHitAsync(page);
        var hit = page.Locator($"[data-testid=hit][data-key='{key}']");
        Assert.Equal("no", await hit.GetByTestId("action").GetAttributeAsync("data-allowed"));
        // It rings, again and again, until it is answered.
        var rung = await RungAsync(page);
        await ApartGate.UntilAsync(async () => await RungAsync(page) >= rung + 2, "it rings again");
        await ShotsAsync(page, "hit");
        await hit.GetByTestId("look-Same").ClickAsync();
        await hit.GetByTestId("looked").WaitForAsync(new() { Timeout = 10_000 });
        Assert.Equal("no", await hit.GetByTestId("action").GetAttributeAsync("data-allowed"));
        await TypeAsync(page, Stranger, "NoHit");
        await WaitOfflineAsync(page, hit);

        // The room comes back: what was done is there, once, and a second person confirms.
        await center.RunAsync();
        using var person = await center.SignInAgainAsync("operator-1");
        var alert = await AlertAsync(person, key);
        Assert.Equal("Same", alert.GetProperty("verdict").GetString());
        Assert.Equal("salem", alert.GetProperty("firstLook").GetProperty("displayName").GetString());
        var id = alert.GetProperty("id").GetString()!;
        await ApartGate.UntilAsync(() => ApartGate.Acts(center, "GateWaited", id) > 0, "the officer's acts are in the log");
        Assert.Equal((1, 1, 1), (ApartGate.Acts(center, "AlertFirstLook", id), ApartGate.Acts(center, "GateLooked", id), ApartGate.Acts(center, "GateWaited", id)));
        await ApartGate.UntilAsync(() => ApartGate.Acts(center, "GatePlateTyped", Gate) == 1, "the typed plate's act is in the log");
        using var confirm = new HttpRequestMessage(HttpMethod.Post, $"/api/alerts/{id}/confirm");
        confirm.Headers.IfMatch.Add(new($"\"{alert.GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture)}\""));
        using var confirmed = await person.SendAsync(confirm, Cancel);
        Assert.True(confirmed.IsSuccessStatusCode, $"{confirmed.StatusCode} {await confirmed.Content.ReadAsStringAsync(Cancel)}");
        await page.Locator($"[data-key='{key}'][data-standing=Confirmed]").WaitForAsync(new() { Timeout = 30_000 });
        Assert.Equal("yes", await hit.GetByTestId("action").GetAttributeAsync("data-allowed"));
        await ShotsAsync(page, "confirmed");
        Assert.True(late <= InTime, $"on the page {late.TotalMilliseconds:0} ms after it passed");

        // What was typed and is no hit is nowhere.
        await gate.StopAsync(TimeSpan.FromSeconds(20), "TERM");
        Assert.Empty(PlateSearch.Find(data, [Stranger]));
        Assert.Empty(PlateSearch.Find(center.Data, [Stranger]));
        Assert.DoesNotContain(Stranger, gate.Said() + center.Process.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_to_nobody_without_a_session_to_no_other_host_and_runs_nothing_inline()
    {
        await using var center = await ApartCenter.StartAsync();
        await using var gate = await ApartGate.StartAsync(center, center.GateData("gate"));
        var address = await ApartGate.AddressAsync(gate);
#pragma warning disable MA0039 // The gate's own authority: whether its certificates chain is tried in PageCertificateTests.
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true, AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = address };
#pragma warning restore MA0039
        Assert.Equal("/sign-in", (await client.GetAsync("/", Cancel)).Headers.Location?.ToString());
        foreach (var path in (string[])["/board", "/cameras/north-in-1/picture", "/hits/0193a1b2c3d47e8f90a1b2c3d4e5f607/entry-1/crop"])
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.GetAsync(path, Cancel)).StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        other.Headers.Host = "elsewhere.example";
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await client.SendAsync(other, Cancel)).StatusCode);
        // A form of another site, and a call that says no origin at all.
        using var foreign = await client.PostAsync("/sign-in", new FormUrlEncodedContent([]), Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, foreign.StatusCode);
        using var signIn = await client.GetAsync("/sign-in", Cancel);
        Assert.DoesNotContain("unsafe", Assert.Single(signIn.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", await signIn.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var large = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StringContent(new('a', 20_000)) };
        large.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await client.SendAsync(large, Cancel)).StatusCode);
    }

    private static void WriteFiles(string data, int rtspPort)
    {
        File.Delete(Path.Combine(data, "city.json"));
        global::Bawaba.Simulator.City.DemoCity.WriteFiles(data, TimeProvider.System, rtspPort);
    }

    private static async Task<StageFilm> PlayAsync(CameraSimulator simulator)
    {
        var camera = global::Bawaba.Simulator.City.DemoCity.Cameras.First(c => c.Id.Value == "north-in-1");
        var film = await StageFilm.MakeAsync(camera.Stage, StageFilm.DefaultFolder, NullLogger.Instance, Cancel);
        simulator.AddFilm(camera.Id, film.Path, film.FramesPerSecond, film.Written);
        return film;
    }

    private async Task<IPage> SignInAsync(BawabaProcess gate)
    {
        var page = await browser.PageAsync(await ApartGate.AddressAsync(gate), anyCertificate: true);
        await ApartGate.SignInAsync(page, "salem", Password, "officer");
        return page;
    }

    // The newest hit, and how late it came, by the browser's clock, which is this machine's. A machine that does other work
    // as well may miss its time once: up to three vehicles are waited for.
    private static async Task<(string Key, TimeSpan Late)> NewHitAsync(IPage page)
    {
        var (seen, key, late) = (new HashSet<string>(StringComparer.Ordinal), "", TimeSpan.MaxValue);
        while (seen.Count < MaxVehicles && late > InTime)
        {
            var others = string.Concat(seen.Select(k => $":not([data-key='{k}'])"));
            var hit = page.Locator($"[data-testid=hit][data-shown-at]{others}").First;
            await hit.WaitForAsync(new() { Timeout = (float)FilmPatience.TotalMilliseconds });
            key = (await hit.GetAttributeAsync("data-key"))!;
            seen.Add(key);
            late = Instant((await hit.GetAttributeAsync("data-shown-at"))!) - Instant((await hit.GetAttributeAsync("data-passed"))!);
            TestContext.Current.TestOutputHelper?.WriteLine($"on the page {late.TotalMilliseconds:0} ms after it passed");
        }
        return (key, late);

        static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static async Task<int> RungAsync(IPage page) =>
        int.Parse((await page.Locator("#sound").GetAttributeAsync("data-rung"))!, CultureInfo.InvariantCulture);

    private static async Task TypeAsync(IPage page, string plate, string answer)
    {
        await page.GetByTestId("type-plate").FillAsync(plate);
        await page.GetByTestId("type-do").ClickAsync();
        await page.Locator($"[data-testid=type-answer][data-answer={answer}]").WaitForAsync(new() { Timeout = 10_000 });
    }

    // The tablet loses its link to the gate, the officer presses, the page is loaded again, the link comes back.
    private static async Task WaitOfflineAsync(IPage page, ILocator hit)
    {
        await page.Context.SetOfflineAsync(true);
        await hit.GetByTestId("wait").ClickAsync();
        await page.Locator("#unsent:not([hidden])").WaitForAsync(new() { Timeout = 10_000 });
        var kept = await page.EvaluateAsync<string>("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)");
        Assert.Contains("/wait", kept, StringComparison.Ordinal);
        var plate = await hit.GetByTestId("plate").First.TextContentAsync();
        Assert.DoesNotContain(new Bawaba.Contracts.PlateText(plate!).Key, kept, StringComparison.Ordinal);
        await page.Locator("#lost:not([hidden])").WaitForAsync(new() { Timeout = 15_000 });
        await page.Context.SetOfflineAsync(false);
        await hit.GetByTestId("waits").WaitForAsync(new() { Timeout = 20_000 });
        await page.Locator("#unsent").WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = 10_000 });
    }

    private static async Task<JsonElement> AlertAsync(HttpClient person, string key)
    {
        var entry = key.Split('-', 2)[1];
        JsonElement? found = null;
        await ApartGate.UntilAsync(async () =>
        {
            var list = await person.GetFromJsonAsync<JsonElement>($"/api/alerts?gate={Gate}", Cancel);
            found = list.GetProperty("alerts").EnumerateArray()
                .Where(a => a.GetProperty("entry").GetProperty("id").GetString() == entry && a.GetProperty("state").GetString() == "FirstLook")
                .Select(a => (JsonElement?)a.Clone()).LastOrDefault();
            return found is not null;
        }, "the alert with its first look is in the room");
        return found!.Value;
    }

    // Pictures for people, where a folder for them is named: both languages, a wide screen and a phone.
    private static async Task ShotsAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        foreach (var language in (string[])["ar", "en"])
        {
            foreach (var (size, width, height) in ((string, int, int)[])[("wide", 1366, 900), ("phone", 390, 844)])
            {
                await page.SetViewportSizeAsync(width, height);
                await page.Locator(".lane-picture[data-state=fresh]").First.WaitForAsync(new() { Timeout = 15_000 });
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"officer-{name}-{language}-{size}.png"), FullPage = true });
            }
            await page.GetByTestId("language").ClickAsync();
            await page.GetByTestId("officer").WaitForAsync();
        }
        await page.SetViewportSizeAsync(1366, 800);
    }

    // The administrator's and the officer's pages in the room, the same way.
    private async Task RoomShotsAsync(ApartCenter center)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        foreach (var (person, path) in ((string, string)[])[("administrator", "accounts"), ("salem", "gate-password")])
        {
            var page = await browser.PageAsync(new(center.Screens));
            await page.GotoAsync("/sign-in");
            await SignInPage.FillAsync(page, person, ApartCenter.Password, center.Secrets.GetValueOrDefault(person));
            await page.GetByTestId("person").WaitForAsync();
            await page.GotoAsync($"/{path}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"room-{path}.png"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }
}
