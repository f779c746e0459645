// The alert desk as people meet it: keys alone, escalation on the screens it reaches, looking closer, and a network that is cut.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed partial class AlertWorkTests(StrictCity strict) : IClassFixture<StrictCity>
{
    private const float AlertPatience = 150_000;
    private const float Patience = 20_000;

    // Notes when a row of the list first says that its alert has gone on, by the clock the server has too.
    private const string NoteEscalations = """
        level => {
          window.shown = {};
          const waiting = new Set();
          const rows = of => document.querySelectorAll(`[data-testid=alert-row][data-state=Raised][data-late=no][data-escalated=${of}]`);
          const look = () => { rows('Operator').forEach(r => waiting.add(r.dataset.alertId)); document.querySelectorAll(`[data-testid=alert-row][data-escalated=${level}]`).forEach(r => { if (waiting.has(r.dataset.alertId)) window.shown[r.dataset.alertId] ??= Date.now(); }); };
          new MutationObserver(look).observe(document.querySelector('[data-testid=alert-list]'), { subtree: true, attributes: true, childList: true });
        }
        """;

    private DemoCity City => strict.City;

    [Fact]
    public async Task An_alert_is_taken_from_raised_to_closed_by_two_people_with_keys_alone_in_arabic()
    {
        var (first, second) = (await City.SignedInAsync("Operator"), await City.SignedInAsync("Operator", 1));
        Assert.Equal("rtl", await first.Locator("html").GetAttributeAsync("dir"));
        await first.Locator("[data-testid=alert-row][data-state=Raised][data-late=no]").First.WaitForAsync(new() { Timeout = AlertPatience });
        var alert = await ChooseByKeysAsync(first, null);
        await first.Keyboard.PressAsync("a");
        await StateIs(first, alert, "Answered");
        await SeenAsync(first);
        await first.Keyboard.PressAsync("1");
        await StateIs(first, alert, "FirstLook");
        // The second look by the same person is refused, and the key says why.
        await first.Keyboard.PressAsync("c");
        await Assertions.Expect(first.GetByTestId("card-message")).ToBeVisibleAsync();

        await ChooseByKeysAsync(second, alert);
        await SeenAsync(second);
        await second.Keyboard.PressAsync("c");
        await second.GetByTestId("ask-confirm").WaitForAsync(new() { Timeout = Patience });
        await second.Keyboard.PressAsync("Enter");
        await StateIs(second, alert, "Confirmed");
        await StateIs(first, alert, "Confirmed");
        await second.Keyboard.PressAsync("x");
        await StateIs(first, alert, "Closed");
        await ShotAsync(first, "alert-closed");
        await CloseAsync(first, second);
    }

    [Fact]
    public async Task Escalation_is_on_the_supervisors_and_the_commanders_screen_within_a_second_of_its_time()
    {
        var (supervisor, commander, operators) = (await City.SignedInAsync("Supervisor"), await City.SignedInAsync("Commander"), await City.SignedInAsync("Operator"));
        await supervisor.EvaluateAsync(NoteEscalations, "Supervisor");
        await commander.EvaluateAsync(NoteEscalations, "Commander");
        var row = operators.Locator("[data-testid=alert-row][data-state=Raised][data-late=no][data-escalated=Operator]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        // The operator's console calls at once, the others' do not yet.
        await Assertions.Expect(operators.GetByTestId("siren")).ToBeVisibleAsync();
        await commander.WaitForFunctionAsync("() => Object.keys(window.shown).length > 1", null, new() { Timeout = AlertPatience });
        var (toSupervisor, toCommander) = (await DelaysAsync(supervisor, StrictCity.ToSupervisorSeconds), await DelaysAsync(commander, StrictCity.ToCommanderSeconds));
        TestContext.Current.TestOutputHelper?.WriteLine($"seconds after its time: supervisor {string.Join(' ', toSupervisor)}; commander {string.Join(' ', toCommander)}");
        Assert.InRange(toSupervisor.Min(), 0, 1);
        Assert.InRange(toCommander.Min(), 0, 1);
        await Assertions.Expect(commander.GetByTestId("siren")).ToBeVisibleAsync();
        Assert.NotEqual("", await commander.GetByTestId("sound").GetAttributeAsync("data-siren"));
        await ShotAsync(supervisor, "escalated-supervisor");
        await ShotAsync(commander, "escalated-commander");
        await CloseAsync(supervisor, commander, operators);
    }

    [Fact]
    public async Task A_confirmation_over_a_network_that_is_cut_says_so_and_is_done_exactly_once()
    {
        var (first, second) = (await City.SignedInAsync("Operator", 0, "en"), await City.SignedInAsync("Operator", 1, "en"));
        var alert = await LookedAtAsync(first);
        await OpenAsync(second, alert);
        // The first try reaches the center and its answer is lost; then there is no network at all for a while.
        var lost = 0;
        await second.RouteAsync("**/confirm", async route =>
        {
            if (lost++ > 0)
            {
                await route.ContinueAsync();
                return;
            }
            await route.FetchAsync();
            await second.Context.SetOfflineAsync(true);
            await route.AbortAsync();
        });
        await second.GetByTestId("confirm").ClickAsync();
        await second.GetByTestId("confirm-yes").ClickAsync();
        await Assertions.Expect(second.GetByTestId("card-message")).ToContainTextAsync("Trying again", new() { Timeout = 5_000 });
        await Task.Delay(4_000, TestContext.Current.CancellationToken);
        await ShotAsync(second, "offline");
        await second.Context.SetOfflineAsync(false);
        await StateIs(second, alert, "Confirmed");
        Assert.True(lost >= 2, "it was asked for again");
        Assert.Equal(1, CountActs("AlertConfirmed", alert));
        await CloseAsync(first, second);
    }

    [Fact]
    public async Task A_person_looks_closer_with_keys_at_the_crop_enlarged_at_other_instants_and_at_a_clip()
    {
        var page = await City.SignedInAsync("Operator");
        var row = page.Locator("[data-testid=alert-row][data-open=yes]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        var alert = (await row.GetAttributeAsync("data-alert-id"))!;
        await OpenAsync(page, alert);
        await SeenAsync(page);
        await page.Keyboard.PressAsync("z");
        await page.Locator("[data-testid=zoom][open]").WaitForAsync(new() { Timeout = Patience });
        Assert.True(await page.EvaluateAsync<int>("() => document.querySelector('[data-testid=zoom] canvas').width") > 40);
        await page.Keyboard.PressAsync("b");
        await page.Locator("[data-testid=zoom][data-stretch=yes]").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(page, "zoom");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-testid=frames][data-state=there]").WaitForAsync(new() { Timeout = 60_000 });
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("[data-testid=frames][data-at='1']").WaitForAsync(new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => document.querySelector('.crop .other')?.naturalWidth > 40", null, new() { Timeout = Patience });
        await page.Keyboard.PressAsync("p");
        await page.Locator("bawaba-clip[data-state=playing]").WaitForAsync(new() { Timeout = Patience });
        await page.Locator("bawaba-clip:not([data-at='0'])").WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("p");
        await page.Locator("bawaba-clip[data-state=still]").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(page, "frames");
        Assert.True(CountActs("AlertPictureSeen", alert) >= 3);
        Assert.Empty(await AxeAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.pathname.startsWith('/alerts/')", null, new() { Timeout = Patience });
        await page.Locator("[data-testid=frames][data-state=there]").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(page, "page");
        Assert.Empty(await AxeAsync(page));
        await page.SetViewportSizeAsync(390, 844);
        await ShotAsync(page, "phone");
        await CloseAsync(page);
    }

    [Fact]
    public async Task Sounds_can_be_heard_from_the_help_and_muting_is_seen_and_ends()
    {
        var page = await City.SignedInAsync("Operator", 0, "en");
        // Keys are heard once the page's modules have been read.
        await page.Locator("[data-testid=alert-list][aria-busy=false]").WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("?");
        await page.Locator("[data-testid=key-help][open]").WaitForAsync(new() { Timeout = Patience });
        foreach (var kind in new[] { "Kidnapping", "Arrest", "Stop", "Welfare", "Identity" })
        {
            await page.GetByTestId($"hear-{kind}").PressAsync("Enter");
            await page.Locator($"[data-testid=hear-{kind}][data-heard=yes]").WaitForAsync(new() { Timeout = Patience });
        }
        await ShotAsync(page, "sounds");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("m");
        await page.Locator("[data-testid=sound][data-state=on]").WaitForAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("m");
        await page.Locator("[data-testid=sound][data-state=muted]").WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.GetByTestId("sound")).ToContainTextAsync("back in");
        // Three minutes of the browser's clock.
        await page.EvaluateAsync("() => { const now = performance.now.bind(performance); performance.now = () => now() + 181_000; }");
        await page.Locator("[data-testid=sound][data-state=on]").WaitForAsync(new() { Timeout = Patience });
        await CloseAsync(page);
    }

    [Fact]
    public async Task What_came_late_stands_under_its_own_heading_without_a_sound_and_is_reached_with_a_key()
    {
        var page = await City.SignedInAsync("Operator");
        await page.Locator("[data-testid=alert-row][data-state=Raised]").First.WaitForAsync(new() { Timeout = AlertPatience });
        // The list, and what is asked for by itself when it comes meanwhile.
        await MarkLateAsync(page, AlertListAddress(), body => body["alerts"]!.AsArray());
        await page.ReloadAsync();
        var heading = page.GetByTestId("late-heading");
        await heading.WaitForAsync(new() { Timeout = Patience });
        var late = await page.Locator("[data-testid=alert-row][data-late=yes][data-open=yes]").CountAsync();
        Assert.True(late > 0);
        Assert.Equal(late.ToString(CultureInfo.InvariantCulture), await heading.GetAttributeAsync("data-count"));
        Assert.Equal("", await page.GetByTestId("sound").GetAttributeAsync("data-siren"));
        await Assertions.Expect(page.GetByTestId("siren")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("l");
        await page.Locator("[data-testid=alert-row][data-late=yes][aria-selected=true]").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(page, "late");
        await CloseAsync(page);
    }

    private static Task MarkLateAsync(IPage page, Regex address, Func<JsonNode, IEnumerable<JsonNode?>> alertsIn) => page.RouteAsync(address, async route =>
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        foreach (var alert in alertsIn(body))
            alert!["late"] = true;
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    });

    private static async Task<IEnumerable<string>> AxeAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(v => $"{v.Id} ({v.Impact}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}");

    private static async Task<string> ChooseByKeysAsync(IPage page, string? alert)
    {
        await page.Locator("[data-testid=alert-list][aria-busy=false]").WaitForAsync(new() { Timeout = Patience });
        for (var steps = 0; steps < 100; steps++)
        {
            await page.Keyboard.PressAsync(steps == 0 ? "j" : "ArrowDown");
            var chosen = page.Locator("[data-testid=alert-row][aria-selected=true]");
            var id = (await chosen.GetAttributeAsync("data-alert-id"))!;
            if (id == alert || (alert is null && await chosen.GetAttributeAsync("data-state") == "Raised"))
            {
                await page.Locator($"[data-testid=alert-card][data-alert='{id}']").WaitForAsync(new() { Timeout = Patience });
                return id;
            }
        }
        throw new InvalidOperationException("the alert was not reached");
    }

    private static async Task<string> LookedAtAsync(IPage page)
    {
        var row = page.Locator("[data-testid=alert-row][data-state=Raised][data-late=no]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        var alert = (await row.GetAttributeAsync("data-alert-id"))!;
        await OpenAsync(page, alert);
        await SeenAsync(page);
        await page.GetByTestId("look-Same").ClickAsync();
        await StateIs(page, alert, "FirstLook");
        return alert;
    }

    private static async Task OpenAsync(IPage page, string alert)
    {
        await page.Locator($"#alert-{alert}").ClickAsync(new() { Timeout = Patience });
        await page.Locator($"[data-testid=alert-card][data-alert='{alert}']").WaitForAsync(new() { Timeout = Patience });
    }

    private static Task SeenAsync(IPage page) =>
        page.WaitForFunctionAsync("() => { const i = document.querySelector('[data-testid=crop]'); return i?.complete && i.naturalWidth > 40; }", null, new() { Timeout = Patience });

    private static Task StateIs(IPage page, string alert, string state) =>
        page.Locator($"[data-testid=alert-card][data-alert='{alert}'][data-state={state}]").WaitForAsync(new() { Timeout = Patience });

    private static async Task<double[]> DelaysAsync(IPage page, double afterSeconds)
    {
        var shown = await page.EvaluateAsync<Dictionary<string, double>>("() => window.shown");
        var delays = new List<double>();
        foreach (var (alert, at) in shown)
        {
            var body = await page.EvaluateAsync<string>("async id => await (await fetch(`/api/alerts/${id}`)).text()", alert);
            var raised = JsonDocument.Parse(body).RootElement.GetProperty("raisedAt").GetDateTimeOffset();
            delays.Add(Math.Round((DateTimeOffset.UnixEpoch.AddMilliseconds(at) - raised).TotalSeconds - afterSeconds, 2));
        }
        return [.. delays.Where(d => d < 60)];
    }

    private long CountActs(string act, string alert)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(City.Data, "center", "center.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var count = store.CreateCommand();
        count.CommandText = "SELECT count(*) FROM audit_event WHERE act = @act AND subject = @alert";
        count.Parameters.AddWithValue("@act", act);
        count.Parameters.AddWithValue("@alert", alert);
        return (long)count.ExecuteScalar()!;
    }

    // Pictures for who looks at the screens, where a folder for them is named.
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"alerts-{name}.png") });
    }

    private static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages)
            await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/api/alerts\?", RegexOptions.None, 1000)]
    private static partial Regex AlertListAddress();
}
