// Every screen of the room in the demo city, as people with disabilities meet it: axe-core over each page, in both directions.
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed class ScreensTests(DemoCity city) : IClassFixture<DemoCity>
{
    // A control that had the focus and did not show it, or never had it.
    private const string FocusOfPage = """
        () => {
          const active = document.activeElement;
          if (!active || active === document.body) return null;
          const style = getComputedStyle(active);
          const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          active.dataset.walked = 'yes';
          return (seen ? '' : 'unseen ') + active.outerHTML.slice(0, 120);
        }
        """;

    private const string Unwalked = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter(e => !e.disabled && e.checkVisibility() && e.tabIndex >= 0 && !e.dataset.walked && !e.closest('details:not([open]) > :not(summary)')
            && !(e.type === 'radio' && e.name && document.querySelector(`input[name="${CSS.escape(e.name)}"][data-walked]`)))
          .map(e => e.outerHTML.slice(0, 120))
        """;

    // What stands beyond the page's edges, unless something around it scrolls; the widest is enough.
    private const string Beyond = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth + 1) return [];
          const over = [...document.querySelectorAll('body *')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
          });
          return [`${root.scrollWidth} px wide of ${root.clientWidth}: ${over.slice(0, 3).map(e => e.outerHTML.slice(0, 100)).join(' | ')}`];
        }
        """;

    private const int MostTabs = 600;

    public static TheoryData<string, string[]> Pages => new()
    {
        { "operator", ["/", "/wall", "/gates/north", "/mandates", "/urgent", "/urgent/new", "/false-hits", "/recheck", "/units", "/units/desert-1", "/incidents", "/incidents/new", "/calls"] },
        { "registrar", ["/watchlist", "/watchlist/new", "/watchlist/import", "/cases"] },
        { "approver", ["/inbox", "/approvers"] },
        { "MinistrySupervisor", ["/figures"] },
        { "commander", ["/agreements", "/mandates/new", "/times?span=month"] },
        { "administrator", ["/accounts", "/directorates", "/approvers"] },
        { "technician", ["/gate-password", "/false-hits"] },
        { "GateOfficer", ["/person", "/gate-password"] },
        { "supervisor", ["/recheck", "/person", "/inbox", "/units", "/units/city-1", "/unit-new", "/unit-feeds", "/times", "/incident-types", "/incident-types/other", "/custody", "/seizures"] },
        { "PatrolOfficer", ["/unit"] },
        { "auditor", ["/notices", "/watchlist", "/mandates"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_control_of_a_screen_is_reached_with_the_tab_key_alone_and_shows_that_it_is(string role, string[] paths)
    {
        var faults = new List<string>();
        var page = await city.SignedInAsync(role, language: "ar");
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.Locator("main").WaitForAsync();
            // Rows that come by themselves would come in between.
            await page.EvaluateAsync("() => document.querySelectorAll('[data-testid=alerts] *').forEach(e => e.tabIndex = -1)");
            var left = new List<string>();
            for (var tabs = 0; tabs < MostTabs; tabs++)
            {
                await page.Keyboard.PressAsync("Tab");
                var focus = await page.EvaluateAsync<string?>(FocusOfPage);
                if (focus?.StartsWith("unseen ", StringComparison.Ordinal) == true)
                    faults.Add($"{path}: {focus}");
                left = [.. await page.EvaluateAsync<string[]>(Unwalked)];
                if (left.Count == 0)
                    break;
            }
            faults.AddRange(left.Select(l => $"{path}: never reached {l}"));
        }
        await page.Context.CloseAsync();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_screen_has_a_fault_that_axe_finds(string role, string[] paths)
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
                var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                await FitsAsync(page, path, language, faults);
                faults.AddRange(found.Violations.Select(v => $"{path} in {language}: {v.Id} ({v.Impact}) at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}"));
            }
            await page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // At twice the size, and as on a phone: nothing is read by scrolling sideways but tables and drawings in a frame of their own.
    private static async Task FitsAsync(IPage page, string path, string language, List<string> faults)
    {
        foreach (var (width, height, name) in new[] { (683, 400, "200"), (390, 844, "phone") })
        {
            await page.SetViewportSizeAsync(width, height);
            var beyond = await page.EvaluateAsync<string[]>(Beyond);
            faults.AddRange(beyond.Select(e => $"{path} in {language} at {name}: {e}"));
            await ShotAsync(page, $"{name}{path.Replace('/', '-')}-{language}");
        }
        await page.SetViewportSizeAsync(1366, 800);
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"screen-{name}.png"), FullPage = true });
    }
}
