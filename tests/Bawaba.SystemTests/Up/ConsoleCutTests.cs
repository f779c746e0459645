// A console whose network is cut, as cables and switches cut it, while a person confirms an alert: it says so, recovers by itself with what
// came meanwhile, and the confirmation is done once. BAWABA_CUT_SECONDS makes the long cut longer.
using System.Globalization;
using Bawaba.SystemTests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class ConsoleCutTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const float AlertPatience = 150_000;
    private const float Patience = 20_000;
    private const double SaysSoWithinSeconds = 5;
    private const double LongCutSeconds = 40;
    private const double ShortCutSeconds = 8;

    // How long this machine may take to come to a timer of the page, builds beside it.
    private const double NoiseSeconds = 0.5;

    // Notes when the page says that it is frozen and when it no longer is; a page that is loaded anew has forgotten it.
    private const string NoteFrozen = """
        () => {
          window.frozen = [];
          new MutationObserver(() => window.frozen.push([document.documentElement.hasAttribute('data-frozen'), Date.now()]))
            .observe(document.documentElement, { attributes: true, attributeFilter: ['data-frozen'] });
        }
        """;

    private static double CutSeconds =>
        Environment.GetEnvironmentVariable("BAWABA_CUT_SECONDS") is { Length: > 0 } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : LongCutSeconds;

    [Fact]
    public async Task A_cut_just_before_a_confirmation_is_shown_within_5_s_and_everything_is_there_after_it_without_a_hand()
    {
        await using var road = new CutRoad(city.Address);
        var (near, far) = await TwoAsync(road);
        var alert = await LookedAtAsync(near);
        await AskToConfirmAsync(far, alert);
        var cutAt = Now();
        road.Hang();
        await far.GetByTestId("confirm-yes").ClickAsync();
        await Assertions.Expect(far.GetByTestId("card-message")).ToContainTextAsync("Trying again", new() { Timeout = Patience });
        await far.Locator("html[data-frozen]").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        await ShotAsync(far, "frozen");
        // Meanwhile the room works on without this console.
        var other = await RejectAnotherAsync(near, alert);
        await Task.Delay(TimeSpan.FromSeconds(CutSeconds) - TimeSpan.FromMilliseconds(Now() - cutAt), TestContext.Current.CancellationToken);
        Assert.Equal(0, CountActs("AlertConfirmed", alert));
        var mendedAt = Now();
        road.Mend();
        await StateIs(far, alert, "Confirmed");
        await far.Locator("html:not([data-frozen])").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        var frozen = await far.EvaluateAsync<double[][]>("() => window.frozen.map(([on, at]) => [on ? 1 : 0, at])");
        Assert.Equal([1, 0], frozen.Select(f => f[0]));
        TestContext.Current.TestOutputHelper?.WriteLine($"cut for {(mendedAt - cutAt) / 1000:0.0} s: said so after {(frozen[0][1] - cutAt) / 1000:0.00} s, heard again {(frozen[1][1] - mendedAt) / 1000:0.00} s after its end; confirmation asked for {road.Asked($"POST /api/alerts/{alert}/confirm")} times");
        Assert.InRange((frozen[0][1] - cutAt) / 1000, 0, SaysSoWithinSeconds + NoiseSeconds);
        await far.Locator($"#alert-{other}[data-state=Rejected]").WaitForAsync(new() { Timeout = Patience });
        await HasEveryRowOfAsync(far, near);
        await DoneOnceAsync(road, far, alert);
        await ShotAsync(far, "mended");
        await CloseAsync(near, far);
    }

    [Fact]
    public async Task A_confirmation_that_arrived_and_whose_answer_did_not_is_done_once_and_seen_after_the_cut()
    {
        await using var road = new CutRoad(city.Address);
        var (near, far) = await TwoAsync(road);
        var alert = await LookedAtAsync(near);
        await AskToConfirmAsync(far, alert);
        road.HangAfter("/confirm");
        await far.GetByTestId("confirm-yes").ClickAsync();
        // Done, and this console cannot know.
        await StateIs(near, alert, "Confirmed");
        await Assertions.Expect(far.GetByTestId("card-message")).ToContainTextAsync("Trying again", new() { Timeout = Patience });
        Assert.Equal("FirstLook", await far.GetByTestId("alert-card").GetAttributeAsync("data-state"));
        await Task.Delay(TimeSpan.FromSeconds(ShortCutSeconds), TestContext.Current.CancellationToken);
        road.Mend();
        await StateIs(far, alert, "Confirmed");
        await DoneOnceAsync(road, far, alert);
        await CloseAsync(near, far);
    }

    [Fact]
    public async Task A_confirmation_while_every_connection_is_reset_is_done_once_when_they_no_longer_are()
    {
        await using var road = new CutRoad(city.Address);
        var (near, far) = await TwoAsync(road);
        var alert = await LookedAtAsync(near);
        await AskToConfirmAsync(far, alert);
        road.Break();
        await far.GetByTestId("confirm-yes").ClickAsync();
        await Assertions.Expect(far.GetByTestId("card-message")).ToContainTextAsync("Trying again", new() { Timeout = Patience });
        await far.Locator("html[data-frozen]").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        Assert.Equal(0, road.Asked($"POST /api/alerts/{alert}/confirm"));
        road.Mend();
        await StateIs(far, alert, "Confirmed");
        await far.Locator("html:not([data-frozen])").WaitForAsync(new() { Timeout = Patience, State = WaitForSelectorState.Attached });
        await HasEveryRowOfAsync(far, near);
        Assert.Equal(1, CountActs("AlertConfirmed", alert));
        await CloseAsync(near, far);
    }

    // One person at the program itself, one behind the road.
    private async Task<(IPage Near, IPage Far)> TwoAsync(CutRoad road)
    {
        var (near, far) = (await city.SignedInAsync("Operator", 0, "en"), await city.SignedInAsync("Operator", 1, "en", road.Address));
        await far.Locator("[data-testid=heard][data-state=live]").WaitForAsync(new() { Timeout = Patience });
        await far.EvaluateAsync(NoteFrozen);
        return (near, far);
    }

    private static async Task<string> LookedAtAsync(IPage page)
    {
        var row = page.Locator("[data-testid=alert-row][data-state=Raised][data-late=no]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        var alert = (await row.GetAttributeAsync("data-alert-id"))!;
        await OpenAsync(page, alert);
        await page.GetByTestId("look-Same").ClickAsync();
        await StateIs(page, alert, "FirstLook");
        return alert;
    }

    private static async Task AskToConfirmAsync(IPage page, string alert)
    {
        await OpenAsync(page, alert);
        await StateIs(page, alert, "FirstLook");
        await page.GetByTestId("confirm").ClickAsync();
        await page.GetByTestId("confirm-yes").WaitForAsync(new() { Timeout = Patience });
    }

    private static async Task<string> RejectAnotherAsync(IPage page, string alert)
    {
        var row = page.Locator($"[data-testid=alert-row][data-open=yes]:not(#alert-{alert})").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        var other = (await row.GetAttributeAsync("data-alert-id"))!;
        await OpenAsync(page, other);
        await page.GetByTestId("reject").ClickAsync();
        await page.GetByTestId("reject-Other").ClickAsync();
        await StateIs(page, other, "Rejected");
        return other;
    }

    private static async Task OpenAsync(IPage page, string alert)
    {
        await page.Locator($"#alert-{alert}").ClickAsync(new() { Timeout = Patience });
        await page.Locator($"[data-testid=alert-card][data-alert='{alert}']").WaitForAsync(new() { Timeout = Patience });
        await page.WaitForFunctionAsync("() => { const i = document.querySelector('[data-testid=crop]'); return i?.complete && i.naturalWidth > 40; }", null, new() { Timeout = Patience });
    }

    // What came while nothing was heard: every row that the near console has now.
    private static async Task HasEveryRowOfAsync(IPage far, IPage near)
    {
        var rows = await near.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-testid=alert-row]')].map(r => r.id)");
        Assert.NotEmpty(rows);
        await far.WaitForFunctionAsync("rows => rows.every(row => document.getElementById(row))", rows, new() { Timeout = Patience });
    }

    private async Task DoneOnceAsync(CutRoad road, IPage far, string alert)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.True(road.Asked($"POST /api/alerts/{alert}/confirm") > 1, "it was asked for again");
        Assert.Equal(1, CountActs("AlertConfirmed", alert));
        Assert.Equal(1, CountActs("AlertFirstLook", alert));
        Assert.True(await far.EvaluateAsync<bool>("() => Array.isArray(window.frozen)"), "nobody loaded the page again");
    }

    private static Task StateIs(IPage page, string alert, string state) =>
        page.Locator($"[data-testid=alert-card][data-alert='{alert}'][data-state={state}]").WaitForAsync(new() { Timeout = Patience });

    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private long CountActs(string act, string alert)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(city.Data, "center", "center.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var count = store.CreateCommand();
        count.CommandText = "SELECT count(*) FROM audit_event WHERE act = @act AND subject = @alert";
        count.Parameters.AddWithValue("@act", act);
        count.Parameters.AddWithValue("@alert", alert);
        return (long)count.ExecuteScalar()!;
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"cut-{name}.png") });
    }

    private static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages)
            await page.Context.CloseAsync();
    }
}
