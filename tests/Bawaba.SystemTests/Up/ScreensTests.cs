// Every screen of the room in the demo city, as people with disabilities meet it: axe-core over each page, in both directions.
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed class ScreensTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("operator", "/", "/wall", "/gates/north", "/mandates", "/urgent", "/urgent/new", "/false-hits")]
    [InlineData("registrar", "/watchlist", "/watchlist/new", "/watchlist/import", "/cases")]
    [InlineData("approver", "/inbox", "/approvers")]
    [InlineData("commander", "/mandates/new")]
    [InlineData("administrator", "/accounts", "/directorates", "/approvers")]
    [InlineData("technician", "/gate-password", "/false-hits")]
    public async Task No_screen_has_a_fault_that_axe_finds(string role, params string[] paths)
    {
        var faults = new List<string>();
        foreach (var language in new[] { "ar", "en" })
        {
            var page = await city.SignedInAsync(role, language: language);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await page.Locator("main").WaitForAsync();
                await ShotAsync(page, $"{role}{path.Replace('/', '-')}-{language}");
                var found = await page.RunAxe();
                faults.AddRange(found.Violations.Select(v => $"{path} in {language}: {v.Id} ({v.Impact}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }
            await page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"screen-{name}.png"), FullPage = true });
    }
}
