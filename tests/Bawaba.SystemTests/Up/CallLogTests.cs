// The call log in a real browser: one key from any page, also on an Arabic keyboard; what was begun stays over other pages, a reload and a link
// that is cut, and is one entry.
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class CallLogTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task One_key_opens_the_form_from_the_room_and_what_was_begun_is_kept_until_it_is_sent_once()
    {
        var page = await city.SignedInAsync("operator");
        await page.GetByTestId("gates").WaitForAsync();
        await page.Keyboard.PressAsync("t");
        await page.GetByTestId("call-form").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("channel")).ToBeFocusedAsync();
        await page.GetByTestId("caller").FillAsync("فاطمة أحمد");
        await page.GetByTestId("priority").SelectOptionAsync("Immediate");
        await page.GetByTestId("what").FillAsync("شاحنة مقلوبة تسدّ الطريق");
        await page.GetByTestId("needs-answer").CheckAsync();
        await Assertions.Expect(page.GetByTestId("call-form")).ToHaveAttributeAsync("data-draft-state", "kept");
        var id = await page.Locator("[name=request]").InputValueAsync();

        // Another page, and back by the key where an Arabic keyboard writes a letter in its place.
        await page.GotoAsync("/incidents");
        await page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ف', code: 'KeyT', bubbles: true, cancelable: true }))");
        await page.GetByTestId("call-form").WaitForAsync();
        Assert.EndsWith("/calls#channel", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByTestId("draft-note")).ToBeVisibleAsync();
        Assert.Equal(
            ("فاطمة أحمد", "Immediate", "شاحنة مقلوبة تسدّ الطريق", true, id),
            (await page.GetByTestId("caller").InputValueAsync(), await page.GetByTestId("priority").InputValueAsync(), await page.GetByTestId("what").InputValueAsync(),
                await page.GetByTestId("needs-answer").IsCheckedAsync(), await page.Locator("[name=request]").InputValueAsync()));
        await ShotAsync(page, "draft");

        // The answer is lost on the way: the entry is stored, the draft is not gone, and sent again it is the same one.
        await page.RouteAsync("**/calls", async route =>
        {
            if (route.Request.Method == "POST")
            {
                await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await page.GetByTestId("record-call").ClickAsync();
        await Assertions.Expect(page.GetByTestId("call-form")).ToHaveAttributeAsync("data-kept", "waiting", new() { Timeout = 15_000 });
        await page.UnrouteAsync("**/calls");
        await page.ReloadAsync();
        Assert.Equal(id, await page.Locator("[name=request]").InputValueAsync());
        await page.GetByTestId("record-call").ClickAsync();
        await Assertions.Expect(page.GetByTestId("call-form")).ToHaveAttributeAsync("data-draft-state", "none");
        await Assertions.Expect(page.Locator("[data-live=calls] tbody tr", new() { HasText = "شاحنة مقلوبة تسدّ الطريق" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("what")).ToHaveValueAsync("");
        Assert.NotEqual(id, await page.Locator("[name=request]").InputValueAsync());
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("what")).ToHaveValueAsync("");

        // What is kept is the person's: signing out takes it along.
        await page.GetByTestId("what").FillAsync("half a wor");
        await page.GetByTestId("sign-out").ClickAsync();
        await page.GetByTestId("user").WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('bawaba-draft/')).length"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_call_is_marked_searched_and_becomes_an_incident_and_the_other_screen_follows()
    {
        var (page, other) = (await city.SignedInAsync("operator"), await city.SignedInAsync("operator", 1));
        await other.GotoAsync("/calls");
        await Assertions.Expect(other.GetByTestId("heard")).ToHaveAttributeAsync("data-state", "live");
        await page.GotoAsync("/calls");
        await page.GetByTestId("channel").SelectOptionAsync("Radio");
        await page.GetByTestId("caller").FillAsync("دورية المدينة 1");
        await page.GetByTestId("call-place").FillAsync("الكيلو 30");
        await page.GetByTestId("what").FillAsync("دخان كثيف قرب المزرعة الشرقية");
        await page.GetByTestId("needs-answer").CheckAsync();
        await page.GetByTestId("record-call").ClickAsync();
        var waits = other.Locator("[data-testid^=waits-]", new() { HasText = "المزرعة الشرقية" });
        await Assertions.Expect(waits).ToBeVisibleAsync();
        await ShotAsync(other, "waiting");
        var number = (await waits.GetAttributeAsync("data-testid"))!["waits-".Length..];
        await other.GetByTestId($"to-waiting-{number}").FillAsync("الدفاع المدني");
        await other.GetByTestId($"passed-waiting-{number}").ClickAsync();
        await Assertions.Expect(page.GetByTestId($"mark-of-{number}")).ToHaveAttributeAsync("data-mark", "PassedOn");

        await page.GetByTestId("search-calls").ClickAsync();
        await page.GetByTestId("words").FillAsync("المزرعه الشرقيه");
        await page.GetByTestId("look").ClickAsync();
        await page.GetByTestId($"call-{number}").WaitForAsync();
        await ShotAsync(page, "search");
        await page.GetByTestId($"type-of-{number}").SelectOptionAsync("other");
        await page.GetByTestId($"open-of-{number}").ClickAsync();
        await Assertions.Expect(page.GetByTestId("incident")).ToContainTextAsync("دخان كثيف قرب المزرعة الشرقية");
        await Assertions.Expect(page.GetByTestId("incident")).ToContainTextAsync("الكيلو 30");
        await Assertions.Expect(other.GetByTestId($"call-{number}").GetByTestId("incident-link")).ToBeVisibleAsync();
        foreach (var (width, name) in new[] { (1366, "wide"), (390, "phone") })
        {
            await other.SetViewportSizeAsync(width, 844);
            await ShotAsync(other, $"log-{name}");
        }
        var english = await city.SignedInAsync("operator", language: "en");
        await english.GotoAsync("/calls");
        await ShotAsync(english, "log-english");
        foreach (var open in new[] { page, other, english })
            await open.Context.CloseAsync();
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"calls-{name}.png"), FullPage = true });
    }
}
