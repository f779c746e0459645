// A real Chromium at the room, of a process of its own: notes when each alert's row comes into the page, by this machine's clock.
using System.Text.Json;
using Microsoft.Playwright;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LoadBrowser : IAsyncDisposable
{
    // A row is in the page when the observer sees it. Rows move when they are decided: only the first time counts.
    private const string Watch = """
        () => {
          window.rows = {};
          const seen = new Set([...document.querySelectorAll('[data-testid=alert-row]')].map(r => r.dataset.alertId));
          const take = row => {
            if (row.dataset?.alertId && !seen.has(row.dataset.alertId)) { seen.add(row.dataset.alertId); window.rows[row.dataset.alertId] = Date.now(); }
          };
          new MutationObserver(changes => changes.forEach(c => c.addedNodes.forEach(take)))
            .observe(document.querySelector('[data-testid=alert-list]'), { childList: true, subtree: true });
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly ICDPSession _inside;

    private LoadBrowser(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession inside) => (_playwright, _browser, _page, _inside) = (playwright, browser, page, inside);

    internal static async Task<LoadBrowser> OpenAsync(Uri address, string token, string locale)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = TrialRoom.BrowserArguments });
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = locale, TimezoneId = "Africa/Tripoli", ViewportSize = new() { Width = 1366, Height = 800 } });
        await context.AddCookiesAsync([new() { Name = "bawaba-session", Value = token, Url = address.ToString() }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("[data-testid=alert-list][aria-busy=false]").WaitForAsync();
        await page.EvaluateAsync(Watch);
        var inside = await context.NewCDPSessionAsync(page);
        await inside.SendAsync("Performance.enable");
        return new(playwright, browser, page, inside);
    }

    /// <summary>Alert and the milliseconds since 1970 at which its row was there.</summary>
    internal async Task<Dictionary<string, double>> RowsAsync() =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(await _page.EvaluateAsync<string>("() => JSON.stringify(window.rows)"))!;

    internal Task<int> OpenRowsAsync() => _page.Locator("[data-testid=alert-row][data-open=yes]").CountAsync();

    /// <summary>Seconds the page's own thread has worked, by what at.</summary>
    internal async Task<Dictionary<string, double>> WorkAsync() =>
        (await _inside.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .Where(m => m.GetProperty("name").GetString()!.EndsWith("Duration", StringComparison.Ordinal))
            .ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble(), StringComparer.Ordinal);

    internal Task ShotAsync(string path) => _page.ScreenshotAsync(new() { Path = path });

    /// <summary>The situation sheet of the full room, as it would be printed.</summary>
    internal async Task SheetAsync(string path)
    {
        await _page.GotoAsync("/sheet");
        await _page.PdfAsync(new() { Path = path, PreferCSSPageSize = true, PrintBackground = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
