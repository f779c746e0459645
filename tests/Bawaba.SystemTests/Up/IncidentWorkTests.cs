// An incident worked in real browsers by two people: what one writes the other sees within a second; a link that is cut loses no line.
using System.Diagnostics;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed class IncidentWorkTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task An_incident_is_opened_written_into_and_closed_and_the_other_screen_follows()
    {
        var page = await city.SignedInAsync("operator");
        await page.GotoAsync("/incidents/new");
        await page.GetByTestId("type").SelectOptionAsync("other");
        await page.GetByTestId("summary").FillAsync("شاحنة تسد الطريق");
        await page.GetByTestId("place").FillAsync("الكيلو 12");
        await page.GetByTestId("open-incident").ClickAsync();
        await page.GetByTestId("incident").WaitForAsync();
        var other = await city.SignedInAsync("operator", 1);
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
        await page.GetByTestId("close-incident").ClickAsync();
        await Assertions.Expect(page.GetByTestId("incident-state")).ToHaveAttributeAsync("data-state", "Closed");
        await Assertions.Expect(other.GetByTestId("incident-state")).ToHaveAttributeAsync("data-state", "Closed");
        await page.GetByTestId("report").ClickAsync();
        await page.GetByTestId("incident-report").WaitForAsync();
        await ShotAsync(page, "report");
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.PdfAsync(new() { Path = Path.Combine(folder, "incident-report.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"incident-{name}.png"), FullPage = true });
    }
}
