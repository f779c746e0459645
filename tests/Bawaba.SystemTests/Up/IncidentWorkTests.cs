// An incident worked in real browsers by two people: what one writes the other sees within a second; a link that is cut loses no line.
using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class IncidentWorkTests(NightCity night) : IClassFixture<NightCity>
{
    // A city in which nothing is graver than a unit that is silent.
    private DemoCity City => night.City;

    [Fact]
    public async Task An_incident_is_opened_written_into_and_closed_and_the_other_screen_follows()
    {
        var page = await City.SignedInAsync("operator");
        await page.GotoAsync("/incidents/new");
        await page.GetByTestId("type").SelectOptionAsync("other");
        await page.GetByTestId("summary").FillAsync("شاحنة تسد الطريق");
        await page.GetByTestId("place").FillAsync("الكيلو 12");
        await page.GetByTestId("open-incident").ClickAsync();
        await page.GetByTestId("incident").WaitForAsync();
        var other = await City.SignedInAsync("operator", 1);
        await other.GotoAsync(page.Url);
        await other.GetByTestId("log").WaitForAsync();
        await Assertions.Expect(other.GetByTestId("heard")).ToHaveAttributeAsync("data-state", "live");

        await page.Keyboard.PressAsync("i");
        await page.Keyboard.TypeAsync("السائق سليم");
        var written = Stopwatch.StartNew();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(other.GetByTestId("log")).ToContainTextAsync("السائق سليم");
        Assert.True(written.Elapsed < TimeSpan.FromSeconds(3), $"the other screen followed after {written.Elapsed}");
        await ShotAsync(page, "open");

        // The link is cut while a line is sent: it is kept, sent again, and one line.
        await page.Context.SetOfflineAsync(true);
        await page.GetByTestId("note").FillAsync("سطر بلا اتصال");
        await page.GetByTestId("add-note").ClickAsync();
        await Assertions.Expect(page.Locator(".note-form .kept-word")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(other.GetByTestId("log")).ToContainTextAsync("سطر بلا اتصال", new() { Timeout = 20_000 });
        Assert.Equal(1, await other.Locator(".incident-log li", new() { HasText = "سطر بلا اتصال" }).CountAsync());

        await page.GetByTestId("close-incident").ClickAsync();
        await Assertions.Expect(page.GetByTestId("incident-fault")).ToHaveAttributeAsync("data-why", "steps-open");
        await page.GetByTestId("done-facts").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step-facts")).ToHaveAttributeAsync("data-state", "done");
        await page.GetByTestId("say-NothingFound").First.ClickAsync();
        await page.GetByTestId("text-NothingFound").FillAsync("سُحبت الشاحنة");
        await page.GetByTestId("do-NothingFound").ClickAsync();
        await Assertions.Expect(page.GetByTestId("outcome-NothingFound")).ToBeVisibleAsync();
        await other.GetByTestId("note").FillAsync("سطر لم يُرسل بعد");
        await page.GetByTestId("close-incident").ClickAsync();
        await Assertions.Expect(page.GetByTestId("incident-state")).ToHaveAttributeAsync("data-state", "Closed");
        await Assertions.Expect(other.GetByTestId("incident-state")).ToHaveAttributeAsync("data-state", "Closed");
        // Nobody is offered there what a closed incident refuses; what was begun stays in sight.
        await Assertions.Expect(other.GetByTestId("note")).ToBeVisibleAsync();
        await other.GetByTestId("note").FillAsync("");
        await Assertions.Expect(other.GetByTestId("note")).ToBeHiddenAsync();
        await Assertions.Expect(other.GetByTestId("close-incident")).ToBeHiddenAsync();
        await Assertions.Expect(other.GetByTestId("report")).ToBeVisibleAsync();
        await page.GetByTestId("report").ClickAsync();
        await page.GetByTestId("incident-report").WaitForAsync();
        await ShotAsync(page, "report");
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.PdfAsync(new() { Path = Path.Combine(folder, "incident-report.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_that_does_not_say_it_is_well_is_an_alarm_and_a_line_on_its_incident_within_seconds_and_so_is_its_word()
    {
        var page = await City.SignedInAsync("supervisor");
        await page.GotoAsync("/units/city-1");
        await page.Locator("form[action='/units/city-1/welfare'] [name=minutes]").FillAsync("30");
        await page.Locator("form[action='/units/city-1/welfare'] button[type=submit]").ClickAsync();
        await page.Locator("bawaba-countdown").First.WaitForAsync();
        await page.GotoAsync("/incidents/new");
        await page.GetByTestId("type").SelectOptionAsync("other");
        await page.GetByTestId("summary").FillAsync("شاحنة تسد الطريق");
        await page.GetByTestId("place").FillAsync("الكيلو 12");
        await page.GetByTestId("open-incident").ClickAsync();
        await page.GetByTestId("assign-city-1").ClickAsync();
        await page.GetByTestId("welfare-due").WaitForAsync();
        await ShotAsync(page, "welfare-due");
        var list = await page.Context.NewPageAsync();
        await list.GotoAsync("/incidents");
        var room = await City.SignedInAsync("operator", 1);
        await room.Keyboard.PressAsync("m");
        await room.Locator("[data-testid=sound][data-state=on]").WaitForAsync(new() { Timeout = 20_000 });
        // Half an hour has passed, for this unit.
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(City.Data, "center", "center.db")};Pooling=False;Default Timeout=20"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var passed = store.CreateCommand();
            passed.CommandText = "UPDATE unit SET welfare_due_at = 1 WHERE id = 'city-1'";
            Assert.Equal(1, await passed.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        var silent = Stopwatch.StartNew();
        await page.GetByTestId("overdue-city-1").WaitForAsync(new() { Timeout = 20_000 });
        await page.Locator("[data-testid=log] li[data-kind=WelfareOverdue]").WaitForAsync(new() { Timeout = 20_000 });
        Assert.True(silent.Elapsed < TimeSpan.FromSeconds(8), $"the alarm came after {silent.Elapsed}");
        await list.Locator("[data-testid=overdue]").WaitForAsync(new() { Timeout = 20_000 });
        await IsLookedAfterAsync(room, list);
        await page.GetByTestId("overdue-city-1").GetByTestId("looked-after").WaitForAsync(new() { Timeout = 20_000 });
        await ShotAsync(page, "welfare-overdue");
        await ShotAsync(list, "welfare-list");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
        var incident = page.Url;
        await page.GotoAsync("/units");
        await page.Locator("tr[data-testid=unit-city-1] button[value=Well]").ClickAsync();
        await page.GotoAsync(incident);
        await page.Locator("[data-testid=log] li[data-kind=WelfareSettled]").WaitForAsync(new() { Timeout = 20_000 });
        Assert.Equal(0, await page.GetByTestId("overdue-city-1").CountAsync());
        Assert.Equal(1, await page.Locator("[data-testid=log] li[data-kind=WelfareOverdue]").CountAsync());
        await list.CloseAsync();
        foreach (var language in new[] { "ar", "en" })
        {
            await page.GotoAsync("/times?span=month");
            await page.GetByTestId("dispatch-clocks").WaitForAsync();
            await ShotAsync(page, $"times-{language}");
            await page.SetViewportSizeAsync(390, 844);
            await ShotAsync(page, $"times-{language}-phone");
            await page.SetViewportSizeAsync(1280, 900);
            await page.GetByTestId("language").ClickAsync();
        }
        await page.Context.CloseAsync();
    }

    // The room's console sounds and says so; the sign leads to the units, where somebody takes it, and it is still.
    private static async Task IsLookedAfterAsync(IPage room, IPage list)
    {
        const string Calls = "[data-testid=siren][data-kind=UnitOverdue]:not([hidden])";
        foreach (var page in new[] { room, list })
            await page.Locator(Calls).WaitForAsync(new() { Timeout = 20_000 });
        await room.Locator("[data-testid=sound][data-siren=UnitOverdue]").WaitForAsync(new() { Timeout = 20_000 });
        const string Rung = "() => Number(document.querySelector('[data-testid=sound][data-siren=UnitOverdue]')?.dataset.rung ?? 0)";
        await room.WaitForFunctionAsync($"before => ({Rung})() > before", await room.EvaluateAsync<int>(Rung), new() { Timeout = 20_000 });
        await ShotAsync(room, "overdue-room");
        await room.GetByTestId("siren").Locator("button").ClickAsync();
        await room.GetByTestId("look-after-city-1").WaitForAsync(new() { Timeout = 20_000 });
        await ShotAsync(room, "overdue-units");
        await room.GetByTestId("look-after-city-1").ClickAsync();
        await room.GetByTestId("overdue-city-1").GetByTestId("looked-after").WaitForAsync(new() { Timeout = 20_000 });
        // The other's screen, where it was seen, and which nobody has touched.
        await Assertions.Expect(list.Locator(Calls)).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await ShotAsync(room, "overdue-looked-after");
        await room.Context.CloseAsync();
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"incident-{name}.png"), FullPage = true });
    }
}
