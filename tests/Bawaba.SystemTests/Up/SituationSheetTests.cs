// The situation sheet in a real browser: left open with "print each hour" on, it prints once at the turn of an hour, after it has renewed itself;
// the hour's file lies on the disk; the paper is looked at as a PDF.
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed partial class SituationSheetTests(DemoCity city) : IClassFixture<DemoCity>
{
    // Counts what the page asks the printer for, and what stood on the sheet then.
    private const string CountPrints = "window.prints = []; window.print = () => window.prints.push(document.querySelector('[data-testid=made]').textContent);";

    // A step with the version that stands now; the alert's plate.
    private const string Step = """
        async ({ alert, verb, body }) => {
          const now = await (await fetch(`/api/alerts/${alert}`)).json();
          const answer = await fetch(`/api/alerts/${alert}/${verb}`, { method: "POST", headers: { "If-Match": `"${now.version}"`, "Content-Type": "application/json" }, body: JSON.stringify(body) });
          if (!answer.ok) { throw new Error(`${verb}: ${answer.status}`); }
          return now.plate;
        }
        """;

    [Fact]
    public async Task It_prints_itself_once_at_the_turn_of_an_hour_after_renewing_and_not_while_it_is_switched_off()
    {
        var page = await city.SignedInAsync("supervisor");
        await page.AddInitScriptAsync(CountPrints);
        // Twenty past, whenever the test runs: what is run through between two hours crosses none.
        var now = TimeProvider.System.GetUtcNow();
        var ahead = TimeSpan.FromMinutes(20) - TimeSpan.FromTicks(now.UtcTicks % TimeSpan.TicksPerHour);
        await page.Clock.InstallAsync(new() { TimeDate = (now + ahead).UtcDateTime });
        var (made, cut) = (0, false);
        // The center's clock stands at the hour the browser's was turned to.
        await page.RouteAsync("**/sheet", async route =>
        {
            if (cut)
            {
                await route.AbortAsync();
                return;
            }
            made++;
            var answer = await route.FetchAsync();
            var shown = (TimeProvider.System.GetUtcNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
            await route.FulfillAsync(new() { Response = answer, Body = Instants().Replace(await answer.TextAsync(), $"${{name}}=\"{shown}\"") });
        });
        await page.GotoAsync("/sheet");
        await page.GetByTestId("sheet").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("hourly-word")).Not.ToBeEmptyAsync();
        // Off: an hour goes by and nothing is printed.
        await TurnAsync(TimeSpan.FromSeconds(3601));
        await RunAsync(3);
        Assert.Equal((0, 1), (await PrintsAsync(page), made));

        await page.GetByTestId("hourly").CheckAsync();
        await RunAsync(5);
        Assert.Equal(0, await PrintsAsync(page));
        for (var hour = 1; hour <= 2; hour++)
        {
            await page.EvaluateAsync("document.querySelector('[data-sheet]').dataset.old = 'yes'");
            await TurnAsync(TimeSpan.FromHours(1));
            await RunAsync(2);
            await PrintedAsync(hour);
            Assert.Null(await page.GetByTestId("sheet").GetAttributeAsync("data-old"));
            Assert.Equal(1 + hour, made);
            await RunAsync(120);
            Assert.Equal(hour, await PrintsAsync(page));
        }

        // Where the room does not answer nothing old is printed; when it does again, the sheet is.
        cut = true;
        await TurnAsync(TimeSpan.FromHours(1));
        await RunAsync(2);
        await Assertions.Expect(page.GetByTestId("hourly-word")).ToHaveClassAsync(BadWord());
        Assert.Equal(2, await PrintsAsync(page));
        cut = false;
        await RunAsync(20);
        await PrintedAsync(3);
        await Assertions.Expect(page.GetByTestId("hourly-word")).Not.ToHaveClassAsync(BadWord());
        // The desk remembers it.
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("hourly")).ToBeCheckedAsync();
        await page.Context.CloseAsync();

        // Both clocks go on together: the page's is turned by hand, its server's with it.
        Task TurnAsync(TimeSpan by)
        {
            ahead += by;
            return page.Clock.FastForwardAsync((long)by.TotalMilliseconds);
        }

        Task RunAsync(int seconds)
        {
            ahead += TimeSpan.FromSeconds(seconds);
            return page.Clock.RunForAsync(seconds * 1000L);
        }

        async Task PrintedAsync(int times)
        {
            for (var waited = 0; waited < 100 && await PrintsAsync(page) < times; waited++)
            {
                await RunAsync(1);
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
            Assert.Equal(times, await PrintsAsync(page));
        }
    }

    [Fact]
    public async Task The_paper_holds_the_demo_citys_room_on_two_sheets_and_the_file_of_the_hour_lies_on_the_disk()
    {
        var work = await city.SignedInAsync("operator");
        await work.GotoAsync("/calls");
        foreach (var (what, caller) in new[] { ("شاحنة مقلوبة تسدّ الطريق عند الكيلو 12", "فاطمة أحمد"), ("دخان كثيف قرب المزرعة الشرقية", "دورية المدينة 1") })
        {
            await work.GetByTestId("priority").SelectOptionAsync("Urgent");
            await work.GetByTestId("caller").FillAsync(caller);
            await work.GetByTestId("call-back").FillAsync("091 234 5678");
            await work.GetByTestId("call-place").FillAsync("الكيلو 12");
            await work.GetByTestId("what").FillAsync(what);
            await work.GetByTestId("needs-answer").CheckAsync();
            await work.GetByTestId("record-call").ClickAsync();
            await Assertions.Expect(work.GetByTestId("calls")).ToContainTextAsync(what);
        }
        await work.GetByTestId($"type-of-{Year()}-000001").SelectOptionAsync("accident");
        await work.GetByTestId($"open-of-{Year()}-000001").ClickAsync();
        await work.GetByTestId("incident").WaitForAsync();
        var (alert, plate) = await ConfirmedAsync(work);
        foreach (var language in new[] { "ar", "en" })
        {
            var page = await city.SignedInAsync("supervisor", language: language);
            await page.GetByTestId("way-sheet").ClickAsync();
            await page.GetByTestId("sheet-gates").WaitForAsync();
            await Assertions.Expect(page.GetByTestId("sheet-calls")).ToContainTextAsync("شاحنة مقلوبة");
            await Assertions.Expect(page.GetByTestId($"sheet-alert-{alert}").GetByTestId("plate")).ToHaveTextAsync(plate);
            Assert.Equal(0, await page.Locator("[data-testid^=sheet-alert-]:not([data-state=Confirmed]) .plate").CountAsync());
            await Assertions.Expect(page.GetByTestId($"sheet-incident-{Year()}-000001")).ToBeVisibleAsync();
            var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            Assert.InRange(Pages().Count(System.Text.Encoding.Latin1.GetString(paper)), 1, 2);
            await ShotAsync(page, $"sheet-{language}", paper);
            await page.SetViewportSizeAsync(390, 844);
            await ShotAsync(page, $"sheet-{language}-phone", null);
            await page.Context.CloseAsync();
        }
        await work.Context.CloseAsync();

        // The worker looks four times a minute; an hour may turn meanwhile.
        var folder = Path.Combine(city.Data, "center", "situation");
        for (var waited = 0; waited < 90 && !(Directory.Exists(folder) && Directory.GetFiles(folder, "*.html").Length > 0); waited++)
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        var file = Directory.GetFiles(folder, "*.html").Order(StringComparer.Ordinal).Last();
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } shots)
            File.Copy(file, Path.Combine(shots, "hourly.html"), overwrite: true);
        Assert.Contains("data-testid=\"sheet-gate-north\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // The first alert that comes, looked at by this person and by another.
    private async Task<(string Alert, string Plate)> ConfirmedAsync(IPage first)
    {
        await first.GotoAsync("/");
        var row = first.Locator("[data-testid=alert-row][data-state=Raised]").First;
        await row.WaitForAsync(new() { Timeout = 150_000 });
        var alert = (await row.GetAttributeAsync("data-alert-id"))!;
        var second = await city.SignedInAsync("operator", 1);
        await first.EvaluateAsync(Step, new { alert, verb = "first-look", body = new { verdict = "Same" } });
        var plate = await second.EvaluateAsync<string>(Step, new { alert, verb = "confirm", body = new { } });
        await second.Context.CloseAsync();
        return (alert, plate);
    }

    private static string Year() => TimeProvider.System.GetUtcNow().Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> PrintsAsync(IPage page) => page.EvaluateAsync<int>("window.prints.length");

    private static async Task ShotAsync(IPage page, string name, byte[]? paper)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        if (paper is not null)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.pdf"), paper, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex Pages();

    [GeneratedRegex("(?<name>data-now|data-made)=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instants();

    [GeneratedRegex(@"\bbad\b", RegexOptions.None, 1000)]
    private static partial Regex BadWord();
}
