// Who works on one thing hears the next: the siren on the pages of one alert, incidents, calls and units, once a browser however many of its
// windows are open.
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class SirenTests(StrictCity strict) : IClassFixture<StrictCity>
{
    private const float AlertPatience = 150_000;
    private const float Patience = 20_000;
    private const string Rung = "() => Number(document.querySelector('[data-testid=sound]').dataset.rung ?? 0)";

    private DemoCity City => strict.City;

    [Fact]
    public async Task A_new_alert_is_heard_and_seen_on_the_pages_of_one_alert_incidents_calls_and_units()
    {
        foreach (var language in new[] { "ar", "en" })
        {
            var page = await City.SignedInAsync("Operator", 0, language);
            await page.Locator("[data-testid=alert-row][data-state=Raised][data-late=no]").First.WaitForAsync(new() { Timeout = AlertPatience });
            var alert = (await page.Locator("[data-testid=alert-row][data-open=yes]").First.GetAttributeAsync("data-alert-id"))!;
            await page.Keyboard.PressAsync("m");
            await page.Locator("[data-testid=sound][data-state=on]").WaitForAsync(new() { Timeout = Patience });
            var number = await OpenIncidentAsync(page);
            foreach (var (path, name) in new[] { ($"/alerts/{alert}", "alert"), ($"/incidents/{number}", "incident"), ("/incidents", "incidents"), ("/calls", "calls"), ("/units", "units") })
            {
                await page.GotoAsync(new Uri(City.Address, path).ToString());
                await TouchAsync(page);
                await page.Locator("[data-testid=sound][data-state=on]").WaitForAsync(new() { Timeout = Patience });
                await page.Locator("[data-testid=siren][data-kind]:not([hidden])").WaitForAsync(new() { Timeout = AlertPatience });
                await page.WaitForFunctionAsync($"() => ({Rung})() > 0", null, new() { Timeout = AlertPatience });
                Assert.Contains("text", await page.EvaluateAsync<string>("() => document.querySelector('[data-testid=siren]').textContent.trim().length > 3 ? 'text' : ''"), StringComparison.Ordinal);
                await ShotAsync(page, $"{name}-{language}");
                await page.SetViewportSizeAsync(390, 844);
                await ShotAsync(page, $"{name}-{language}-phone");
                await page.SetViewportSizeAsync(1280, 900);
            }
            // Pressed, it opens what it says.
            await page.GetByTestId("siren").Locator("button").ClickAsync();
            await page.WaitForFunctionAsync("() => location.pathname.startsWith('/alerts/')", null, new() { Timeout = Patience });
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Of_two_windows_one_sounds_and_when_it_is_closed_the_other_does()
    {
        var room = await City.SignedInAsync("Operator");
        await room.Locator("[data-testid=alert-row][data-state=Raised][data-late=no]").First.WaitForAsync(new() { Timeout = AlertPatience });
        await room.Keyboard.PressAsync("m");
        await StateIs(room, "on");
        var calls = await room.Context.NewPageAsync();
        await calls.GotoAsync(new Uri(City.Address, "/calls").ToString());
        await TouchAsync(calls);
        await StateIs(calls, "on");
        await StateIs(room, "elsewhere");
        var (inRoom, inCalls) = (await room.EvaluateAsync<int>(Rung), await calls.EvaluateAsync<int>(Rung));
        await calls.WaitForFunctionAsync($"least => ({Rung})() > least", inCalls, new() { Timeout = AlertPatience });
        Assert.Equal(inRoom, await room.EvaluateAsync<int>(Rung));
        // Both show the sign.
        await Assertions.Expect(room.GetByTestId("siren")).ToBeVisibleAsync();
        await Assertions.Expect(calls.GetByTestId("siren")).ToBeVisibleAsync();
        await ShotAsync(room, "elsewhere");

        // Muted in one is muted in the other.
        await calls.Keyboard.PressAsync("m");
        await StateIs(calls, "muted");
        await StateIs(room, "muted");
        await calls.Keyboard.PressAsync("m");
        await StateIs(calls, "on");
        await StateIs(room, "elsewhere");

        await calls.CloseAsync();
        await StateIs(room, "on");
        await room.WaitForFunctionAsync($"least => ({Rung})() > least", inRoom, new() { Timeout = AlertPatience });
        await room.Context.CloseAsync();
    }

    [Fact]
    public async Task A_commander_who_sits_at_the_incidents_hears_what_went_on_to_them_and_answers_it()
    {
        var page = await City.SignedInAsync("Commander", 0, "en");
        await page.GotoAsync(new Uri(City.Address, "/incidents").ToString());
        await page.Locator("[data-testid=sound][data-siren]").WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("m");
        await StateIs(page, "on");
        await page.Locator("[data-testid=siren][data-level=Commander]:not([hidden])").WaitForAsync(new() { Timeout = AlertPatience });
        await ShotAsync(page, "commander");
        await page.GetByTestId("siren").Locator("button").ClickAsync();
        await page.GetByTestId("answer").WaitForAsync(new() { Timeout = Patience });
        await page.GetByTestId("answer").ClickAsync();
        await page.Locator("[data-testid=alert-card][data-state=Answered]").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(page, "commander-answered");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_is_called_to_no_alert_has_no_siren()
    {
        var page = await City.SignedInAsync("Auditor");
        await page.GotoAsync(new Uri(City.Address, "/incidents").ToString());
        await page.GetByTestId("incidents").WaitForAsync(new() { Timeout = Patience });
        Assert.Equal(0, await page.GetByTestId("siren").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task<string> OpenIncidentAsync(IPage page)
    {
        await page.GotoAsync(new Uri(new(page.Url), "/incidents/new").ToString());
        await page.Locator("select[name=type]").SelectOptionAsync("other");
        await page.Locator("[name=summary]").FillAsync("A lorry stands across the road");
        await page.Locator("[name=place]").FillAsync("Kilometre 12");
        await page.Locator("form[action='/incidents'] button[type=submit]").ClickAsync();
        await page.GetByTestId("incident").WaitForAsync(new() { Timeout = Patience });
        return (await page.GetByTestId("incident").GetAttributeAsync("data-incident"))!;
    }

    // A page remembers that sound is on once its modules have run; then a touch lets it sound.
    private static async Task TouchAsync(IPage page)
    {
        await page.Locator("[data-testid=sound]:not([data-state=off])").WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Tab");
    }

    private static Task StateIs(IPage page, string state) => page.Locator($"[data-testid=sound][data-state={state}]").WaitForAsync(new() { Timeout = Patience });

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"siren-{name}.png") });
    }
}
