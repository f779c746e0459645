// A night in the room: three operators of two directorates and a supervisor, a list that rings again and again, a misread, a stale entry, and
// one vehicle that is really wanted, from its first row on the screen to the closed incident, with a patrol's phone whose link drops twice.
using System.Diagnostics;
using System.Globalization;
using Bawaba.SystemTests.Running;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class NightTests(NightCity night) : IClassFixture<NightCity>
{
    private const int Hits = 20;
    private const float AlertPatience = 300_000;
    private const float Patience = 20_000;
    private const double MedianSeconds = 1;
    private const double LongestSeconds = 5;
    private readonly List<(string Step, double Seconds)> _followed = [];
    private readonly List<string> _foreign = [];

    private DemoCity City => night.City;

    [Fact]
    public async Task A_wanted_vehicle_is_taken_from_its_alert_to_a_closed_incident_while_the_room_works_on()
    {
        await using var room = await ArriveAsync();
        var (first, second, border, supervisor, phone) = (room.First, room.Second, room.Border, room.Supervisor, room.Phone);
        await supervisor.WaitForFunctionAsync($"() => document.querySelectorAll('[data-testid=alert-row]').length >= {Hits.ToString(CultureInfo.InvariantCulture)}", null, new() { Timeout = AlertPatience });
        await ShotAsync(supervisor, "1-home");

        await RejectAsync(border, await EntryAlertAsync(border, "NIGHT-border-south-in-1"), "Different", "Misread", supervisor);
        var stale = await EntryAlertAsync(first, "NIGHT-north-in-1");
        night.TakeOff(stale.Instrument["NIGHT-".Length..]);
        await RejectAsync(first, stale, "Same", "StaleEntry", supervisor);

        var real = await EntryAlertAsync(first, "NIGHT-west-in-1-0");
        var incident = await ConfirmedAsync(first, second, supervisor, real.Alert);
        // It is the oasis directorate's gate: the other's operator is shown neither the alert nor the incident.
        Assert.Equal(0, await border.Locator($"#alert-{real.Alert}").CountAsync());
        Assert.Equal(404, (await border.Context.APIRequest.GetAsync(new Uri(City.Address, $"/incidents/{incident}").ToString())).Status);

        await DispatchedAsync(first, second, supervisor, phone, incident);
        await OutcomesAsync(first, second, supervisor, incident);
        await ClosedAsync(first, second, supervisor, phone);

        var waits = _followed.Select(f => f.Seconds).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, _followed.Select(f => $"{f.Seconds,6:0.00} s  {f.Step}")));
        Assert.True(waits.Count > 20, $"only {waits.Count} steps were followed");
        Assert.InRange(waits[waits.Count / 2], 0, MedianSeconds);
        Assert.InRange(waits[^1], 0, LongestSeconds);
        Assert.Empty(_foreign);
    }

    private async Task<NightRoom> ArriveAsync()
    {
        var administrator = await City.SignedInAsync("Administrator");
        var room = new NightRoom
        {
            First = await InvitedAsync(administrator, "oasis-1", "oasis-security"),
            Second = await InvitedAsync(administrator, "oasis-2", "oasis-security"),
            Border = await InvitedAsync(administrator, "border-1", "border-security"),
            Supervisor = await City.SignedInAsync("Supervisor"),
            Phone = await City.SignedInAsync("PatrolOfficer", 1),
        };
        await administrator.Context.CloseAsync();
        foreach (var page in room.All)
            Watch(page);
        await room.Phone.SetViewportSizeAsync(360, 740);
        await room.Phone.GotoAsync("/unit");
        await Assertions.Expect(room.Phone.GetByTestId("crew-heard")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = Patience });
        // On its post at the north gate since before.
        await Assertions.Expect(room.Phone.GetByTestId("crew-state")).ToHaveAttributeAsync("data-status", "Available", new() { Timeout = Patience });
        await ShotAsync(room.Phone, "0-phone-on-duty");
        return room;
    }

    // By the administrator's form and the one-time link, as in a real room.
    private async Task<IPage> InvitedAsync(IPage administrator, string name, string directorate)
    {
        await administrator.GotoAsync("/accounts");
        await administrator.GetByTestId("user").FillAsync(name);
        await administrator.GetByTestId("invite-role").SelectOptionAsync("Operator");
        await administrator.GetByTestId("invite-directorate").SelectOptionAsync(directorate);
        await administrator.GetByTestId("invite").ClickAsync();
        var link = await administrator.GetByTestId("invitation-link").InnerTextAsync();
        var page = await City.PageAsync();
        await page.GotoAsync(new Uri(link).PathAndQuery);
        var password = $"a night in the room {name}";
        await page.GetByTestId("display").FillAsync($"مناوب {name}");
        await page.GetByTestId("password").FillAsync(password);
        await page.GetByTestId("again").FillAsync(password);
        await page.GetByTestId("accept").ClickAsync();
        await page.GotoAsync("/");
        await SignInPage.FillAsync(page, name, password, null);
        await page.Locator("[data-testid=alert-list][aria-busy=false]").WaitForAsync(new() { Timeout = Patience });
        return page;
    }

    private async Task<(string Alert, string Instrument)> EntryAlertAsync(IPage page, string instrument)
    {
        await page.Locator("[data-testid=alert-row][data-open=yes]").First.WaitForAsync(new() { Timeout = AlertPatience });
        var found = await page.WaitForFunctionAsync(
            """
            async instrument => {
              const { alerts } = await (await fetch('/api/alerts?limit=200')).json();
              for (const alert of alerts.filter(a => a.state === 'Raised')) {
                const whole = await (await fetch(`/api/alerts/${alert.id}`)).json();
                if (JSON.stringify(whole).includes(instrument)) {
                  return [alert.id, JSON.stringify(whole).match(/NIGHT-[a-z0-9-]+/)[0]];
                }
              }
              return null;
            }
            """,
            instrument,
            new() { Timeout = AlertPatience, PollingInterval = 2_000 });
        var pair = (await found.JsonValueAsync<string[]>())!;
        return (pair[0], pair[1]);
    }

    private async Task RejectAsync(IPage page, (string Alert, string Instrument) hit, string look, string reason, IPage supervisor)
    {
        await OpenAsync(page, hit.Alert);
        await page.GetByTestId($"look-{look}").ClickAsync();
        await StateIsAsync(page, hit.Alert, "FirstLook");
        await page.GetByTestId("reject").ClickAsync();
        await FollowAsync(
            $"rejected as {reason}",
            () => page.GetByTestId($"reject-{reason}").ClickAsync(),
            supervisor.Locator($"#alert-{hit.Alert}[data-state=Rejected]"),
            page.Locator($"#alert-{hit.Alert}[data-state=Rejected]"));
        await ShotAsync(page, $"2-rejected-{reason}", hit.Alert);
    }

    private async Task<string> ConfirmedAsync(IPage first, IPage second, IPage supervisor, string alert)
    {
        ILocator Row(IPage page, string state) => page.Locator($"#alert-{alert}[data-state={state}]");
        await OpenAsync(first, alert);
        await FollowAsync("answered", () => first.GetByTestId("answer").ClickAsync(), Row(second, "Answered"), Row(supervisor, "Answered"));
        await FollowAsync("first look", () => first.GetByTestId("look-Same").ClickAsync(), Row(second, "FirstLook"), Row(supervisor, "FirstLook"));
        await ShotAsync(first, "3-first-look", alert);
        await OpenAsync(second, alert);
        await second.GetByTestId("confirm").ClickAsync();
        await FollowAsync("confirmed", () => second.GetByTestId("confirm-yes").ClickAsync(), Row(first, "Confirmed"), Row(supervisor, "Confirmed"));
        await second.GetByTestId("open-incident-of-alert").WaitForAsync(new() { Timeout = Patience });
        await ShotAsync(second, "4-confirmed", alert);
        await second.Keyboard.PressAsync("o");
        await second.GetByTestId("incident-form").WaitForAsync(new() { Timeout = Patience });
        await second.GetByTestId("type").SelectOptionAsync("arrest-verdict");
        await second.GetByTestId("summary").FillAsync("مركبة مطلوبة بحكم عند بوابة الغرب");
        Assert.Equal("west", await second.GetByTestId("gate").InputValueAsync());
        await ShotAsync(second, "5-incident-form");
        await second.GetByTestId("open-incident").ClickAsync();
        var incident = (await second.GetByTestId("incident").GetAttributeAsync("data-incident"))!;
        foreach (var page in new[] { first, supervisor })
        {
            await page.GotoAsync($"/incidents/{incident}");
            await Assertions.Expect(page.GetByTestId("heard")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = Patience });
        }
        await Assertions.Expect(second.GetByTestId("heard")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = Patience });
        return incident;
    }

    private async Task DispatchedAsync(IPage first, IPage second, IPage supervisor, IPage phone, string incident)
    {
        ILocator[] With(string state) => [.. new[] { first, second, supervisor }.Select(page => page.Locator($"[data-testid=with-city-1][data-state={state}]"))];
        var recommended = second.GetByTestId("recommend-city-1");
        await recommended.WaitForAsync(new() { Timeout = Patience });
        Assert.True(await recommended.Locator(".badge.good").CountAsync() > 1, "the patrol is recommended with its time and its reasons");
        Assert.Equal(0, await second.GetByTestId("recommend-moto-1").CountAsync());
        await ShotAsync(second, "6-recommended");
        await FollowAsync("sent", () => second.GetByTestId("assign-city-1").ClickAsync(), [.. With("assigned"), phone.GetByTestId("crew-task")]);
        await Assertions.Expect(phone.GetByTestId("crew-task")).ToContainTextAsync(incident);
        await ShotAsync(phone, "7-phone-task");

        // The link drops under the first button and again under the second.
        foreach (var (verb, state) in new[] { ("Acknowledge", "acknowledged"), ("EnRoute", "en-route") })
        {
            await phone.Context.SetOfflineAsync(true);
            await phone.GetByTestId($"verb-{verb}").ClickAsync();
            await Assertions.Expect(phone.GetByTestId("unsent")).ToBeVisibleAsync();
            await ShotAsync(phone, $"7-phone-{verb}-unsent");
            await phone.Context.SetOfflineAsync(false);
            // From when the command has arrived: what the phone waits for its link is not the room's time.
            await Assertions.Expect(phone.GetByTestId("unsent")).ToBeHiddenAsync(new() { Timeout = Patience });
            await FollowAsync(state, () => Task.CompletedTask, With(state));
        }
        await FollowAsync("on scene", () => phone.GetByTestId("verb-OnScene").ClickAsync(), With("on-scene"));
        await ShotAsync(supervisor, "8-on-scene");
    }

    private async Task OutcomesAsync(IPage first, IPage second, IPage supervisor, string incident)
    {
        await second.GetByTestId("apprehension").ClickAsync();
        await FillAsync(second, ("person", "فلان الفلاني"), ("takenWhere", "بوابة الغرب"), ("orderedBy", "المقدم سالم"), ("carriedOutBy", "دورية المدينة 1"), ("custodyPlace", "مركز شرطة الواحة"), ("health", "سليم"));
        await second.GetByTestId("grounds").SelectOptionAsync("Verdict");
        await ShotAsync(second, "9-apprehension");
        await FollowAsync(
            "apprehended",
            () => second.GetByTestId("record-custody").ClickAsync(),
            [.. new[] { first, supervisor }.Select(page => page.GetByTestId("outcome-Apprehension"))]);
        await second.GotoAsync($"/incidents/{incident}/seizure");
        await FillAsync(second, ("item", "بندقية"), ("quantity", "1"), ("takenWhere", "داخل المركبة"), ("legalBasis", "قانون السلاح"), ("bag", "B-1204"), ("holder", "دورية المدينة 1"));
        await FollowAsync(
            "seized",
            () => second.GetByTestId("record-seizure").ClickAsync(),
            [.. new[] { first, supervisor }.Select(page => page.GetByTestId("outcome-Seizure"))]);
        var reader = await supervisor.Context.NewPageAsync();
        await reader.GotoAsync((await supervisor.GetByTestId("outcome-Apprehension").Locator("a").GetAttributeAsync("href"))!);
        await reader.GetByTestId("rechecked").WaitForAsync(new() { Timeout = Patience });
        await PaperAsync(reader, "9-custody");
        await reader.GotoAsync((await supervisor.GetByTestId("outcome-Seizure").Locator("a").GetAttributeAsync("href"))!);
        await Assertions.Expect(reader.GetByTestId("seizure-item")).ToContainTextAsync("B-1204");
        await PaperAsync(reader, "9-seizure");
        await reader.CloseAsync();
    }

    private async Task ClosedAsync(IPage first, IPage second, IPage supervisor, IPage phone)
    {
        await second.GetByTestId("incident").WaitForAsync(new() { Timeout = Patience });
        while (await second.Locator("[data-testid^=done-]").CountAsync() is > 0 and var open)
        {
            await second.Locator("[data-testid^=done-]").First.ClickAsync();
            await Assertions.Expect(second.Locator("[data-testid^=done-]")).ToHaveCountAsync(open - 1, new() { Timeout = Patience });
        }
        await FollowAsync(
            "closed, every unit released",
            () => second.GetByTestId("close-incident").ClickAsync(),
            [
                .. new[] { first, second, supervisor }.Select(page => page.Locator("[data-testid=incident-state][data-state=Closed]")),
                .. new[] { first, supervisor }.Select(page => page.Locator("[data-testid=with-city-1][data-state=released]")),
                phone.Locator("[data-testid=crew-state][data-status=Available]:not([data-assignment])"),
            ]);
        await ShotAsync(supervisor, "10-closed");
        await ShotAsync(phone, "10-phone-free");
        await supervisor.GetByTestId("report").ClickAsync();
        await supervisor.GetByTestId("incident-report").WaitForAsync(new() { Timeout = Patience });
        await PaperAsync(supervisor, "11-report");
    }

    // Does something and notes how long each screen took to show it.
    private async Task FollowAsync(string step, Func<Task> doAsync, params ILocator[] shown)
    {
        var began = Stopwatch.StartNew();
        await doAsync();
        await Task.WhenAll(shown.Select(async (place, i) =>
        {
            await place.WaitForAsync(new() { Timeout = Patience });
            var seconds = began.Elapsed.TotalSeconds;
            lock (_followed)
                _followed.Add(($"{step} ({i.ToString(CultureInfo.InvariantCulture)})", seconds));
        }));
    }

    private void Watch(IPage page) => page.Context.Request += (_, request) =>
    {
        if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Authority != City.Address.Authority)
            _foreign.Add(request.Url);
    };

    private static async Task FillAsync(IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
            await page.Locator($"form [name={field}]").FillAsync(text, new() { Timeout = Patience });
    }

    private static async Task OpenAsync(IPage page, string alert)
    {
        await page.Locator($"#alert-{alert}").ClickAsync(new() { Timeout = Patience });
        await page.Locator($"[data-testid=alert-card][data-alert='{alert}']").WaitForAsync(new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => { const i = document.querySelector('[data-testid=crop]'); return i?.complete && i.naturalWidth > 40; }", null, new() { Timeout = Patience });
    }

    private static Task StateIsAsync(IPage page, string alert, string state) =>
        page.Locator($"[data-testid=alert-card][data-alert='{alert}'][data-state={state}]").WaitForAsync(new() { Timeout = Patience });

    // Pictures for who looks at the screens, where a folder for them is named: each step in both languages, wide and as on a phone. The English ones
    // are of a profile of their own with the same session, so that nothing of the night changes; they stand at an alert's own page, for which one
    // is chosen in a room is in no address.
    private async Task ShotAsync(IPage page, string name, string? alert = null)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        await ShotsAsync(page, folder, $"{name}-ar");
        if (name.EndsWith("-unsent", StringComparison.Ordinal))
            return;
        await using var profile = await page.Context.Browser!.NewContextAsync(new()
        {
            StorageState = await page.Context.StorageStateAsync(), Locale = "en-GB", TimezoneId = "Africa/Tripoli", ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height },
        });
        await profile.AddCookiesAsync([new() { Name = "bawaba-language", Value = "en", Url = City.Address.ToString() }]);
        var english = await profile.NewPageAsync();
        await english.GotoAsync(alert is null ? page.Url : new Uri(City.Address, $"/alerts/{alert}").ToString(), new() { WaitUntil = WaitUntilState.Load });
        await english.Locator("main").WaitForAsync(new() { Timeout = Patience });
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        await ShotsAsync(english, folder, $"{name}-en");
    }

    private static async Task ShotsAsync(IPage page, string folder, string name)
    {
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"night-{name}.png"), FullPage = true });
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"night-{name}-phone.png"), FullPage = true });
        await page.SetViewportSizeAsync(width, height);
    }

    private static async Task PaperAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.PdfAsync(new() { Path = Path.Combine(folder, $"night-{name}.pdf"), PreferCSSPageSize = true, PrintBackground = true });
    }
}
