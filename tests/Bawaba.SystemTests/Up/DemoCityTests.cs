// The main job, seen by people in front of a browser: a drawn wanted vehicle passes, the room knows, two people look.
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class DemoCityTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const float AlertPatienceMilliseconds = 150_000;
    private const float Patience = 20_000;

    [Fact]
    public async Task A_drawn_wanted_vehicle_becomes_an_alert_with_its_pictures_in_the_browser()
    {
        var page = await city.SignedInAsync("Operator");
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        await OpenFirstAlertAsync(page);
        var crop = page.GetByTestId("crop");
        await Assertions.Expect(crop).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => { const i = document.querySelector('[data-testid=crop]'); const p = i.matches('img') ? i : i.querySelector('img'); return p && p.complete && p.naturalWidth > 60; }", null, new() { Timeout = Patience });
        await Assertions.Expect(page.GetByTestId("demo-banner")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_people_are_needed_to_confirm_and_the_second_is_another_account()
    {
        var first = await city.SignedInAsync("Operator", 0, "en");
        var alert = await OpenFirstAlertAsync(first);
        await first.GetByTestId("look-Same").ClickAsync();
        await StateIs(first, "FirstLook");
        await Assertions.Expect(first.GetByTestId("confirm")).Not.ToBeEnabledAsync();
        await Assertions.Expect(first.GetByTestId("confirm-why")).ToBeVisibleAsync();
        Assert.Equal(403, await PostAsync(first, alert, "confirm", await VersionAsync(first)));

        var second = await city.SignedInAsync("Operator", 1, "en");
        await ChooseAsync(second, alert);
        await second.GetByTestId("confirm").ClickAsync();
        await second.GetByTestId("confirm-yes").ClickAsync();
        await StateIs(second, "Confirmed");
        // The first person's screen follows by itself.
        await StateIs(first, "Confirmed");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task A_stale_confirmation_is_refused()
    {
        var first = await city.SignedInAsync("Operator", 0, "en");
        var second = await city.SignedInAsync("Operator", 1, "en");
        var alert = await OpenFirstAlertAsync(first);
        var seen = await VersionAsync(first);
        Assert.Equal(200, await PostAsync(first, alert, "answer", seen));
        Assert.Equal(409, await PostAsync(second, alert, "answer", seen));
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task An_alert_can_be_rejected_with_the_keyboard_alone()
    {
        var page = await city.SignedInAsync("Supervisor", 0, "en");
        await page.Locator("[data-testid=alert-row][data-open=yes]").First.WaitForAsync(new() { Timeout = AlertPatienceMilliseconds });
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        // Enter opens the alert's own page; once that can be worked with, the focus is in it.
        await page.WaitForFunctionAsync("() => location.pathname.startsWith('/alerts/')", null, new() { Timeout = Patience });
        await page.Locator("[data-testid=chosen]:focus").WaitForAsync(new() { Timeout = Patience });
        var card = page.Locator("[data-testid=chosen] [data-testid=alert-card]");
        await card.WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("r");
        await page.GetByTestId("ask-reject").WaitForAsync(new() { Timeout = Patience });
        await page.GetByTestId("reject-Other").PressAsync("Enter");
        await StateIs(page, "Rejected");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_screen_whose_server_has_stopped_answering_says_so()
    {
        var page = await city.SignedInAsync("Operator");
        await page.Locator("[data-testid=heard][data-state=live]").WaitForAsync(new() { Timeout = Patience });
        await SignalAsync("STOP");
        try
        {
            // The law of the screen is 5 s; the rest is this machine's noise.
            await page.Locator("html[data-frozen]").WaitForAsync(new() { Timeout = 9_000, State = WaitForSelectorState.Attached });
        }
        finally
        {
            await SignalAsync("CONT");
        }
        await page.Locator("html:not([data-frozen])").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_gate_shows_fresh_pictures_and_counts()
    {
        var page = await city.SignedInAsync("Operator");
        await page.Locator("[data-testid^=gate-]").First.WaitForAsync(new() { Timeout = Patience });
        Assert.Equal(7, await page.Locator("[data-testid=gates] [data-testid^=gate-]").CountAsync());
        var live = page.Locator("[data-testid=gates] [data-testid^=gate-]", new() { Has = page.Locator("[data-phase=Live]:not([data-simulated=yes])") }).First;
        await live.WaitForAsync(new() { Timeout = AlertPatienceMilliseconds });
        await live.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByTestId("chart").WaitForAsync(new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-testid^=snapshot-] img, img[data-testid^=snapshot-]')].some(i => i.complete && i.naturalWidth > 200)", null, new() { Timeout = Patience });
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("Administrator", "/watchlist")]
    [InlineData("Operator", "/watchlist")]
    [InlineData("Technician", "/mandates")]
    public async Task A_role_without_the_permission_is_refused(string role, string path)
    {
        var page = await city.SignedInAsync(role);
        var answer = await page.GotoAsync(path);
        Assert.Equal(403, answer!.Status);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_registrar_sees_the_watch_list_and_its_law()
    {
        var page = await city.SignedInAsync("Registrar", 0, "en");
        await page.GotoAsync("/watchlist");
        Assert.True(await page.Locator("[data-testid=watchlist] [data-testid^=entry-]").CountAsync() >= 5);
        await page.Context.CloseAsync();
    }

    private static async Task<string> OpenFirstAlertAsync(IPage page)
    {
        var row = page.Locator("[data-testid=alert-row][data-state=Raised]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatienceMilliseconds });
        var alert = (await row.GetAttributeAsync("data-alert-id"))!;
        await ChooseAsync(page, alert);
        return alert;
    }

    private static async Task ChooseAsync(IPage page, string alert)
    {
        await page.Locator($"#alert-{alert}").ClickAsync(new() { Timeout = Patience });
        await page.Locator($"[data-testid=alert-card][data-alert='{alert}']").WaitForAsync(new() { Timeout = Patience });
    }

    private static async Task<string> VersionAsync(IPage page) =>
        (await page.Locator("[data-testid=alert-card]").First.GetAttributeAsync("data-version"))!;

    private static Task StateIs(IPage page, string state) =>
        page.Locator($"[data-testid=alert-card][data-state={state}]").First.WaitForAsync(new() { Timeout = Patience });

    private static Task<int> PostAsync(IPage page, string alert, string verb, string version) => page.EvaluateAsync<int>(
        "async ([path, version]) => (await fetch(path, { method: 'POST', headers: { 'If-Match': `\"${version}\"`, 'Content-Type': 'application/json' }, body: '{}' })).status",
        new[] { $"/api/alerts/{alert}/{verb}", version });

    private async Task SignalAsync(string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", city.Up.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
