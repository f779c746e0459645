// A crew's page on a phone whose link is cut: what is pressed waits in the phone, over a reload and a closed page, and arrives once and in
// order; a task reaches the page by itself; the room sees it all.
using System.Text.Json;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Alone)]
public sealed class UnitPhoneTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const float Patience = 30_000;

    [Fact]
    public async Task Commands_pressed_while_the_link_is_cut_twice_arrive_once_and_in_order()
    {
        var page = await PhoneAsync("patrol-3");
        var sent = new List<(string Verb, string Id, bool Arrived)>();
        page.RequestFinished += (_, request) => Note(request, arrived: true);
        page.RequestFailed += (_, request) => Note(request, arrived: false);
        void Note(IRequest request, bool arrived)
        {
            if (!request.Url.EndsWith("/commands", StringComparison.Ordinal) || request.PostData is not { } body)
                return;
            using var command = JsonDocument.Parse(body);
            sent.Add((command.RootElement.GetProperty("verb").GetString()!, command.RootElement.GetProperty("commandId").GetString()!, arrived));
        }

        // 1. Cut off before the first button; three pressed, the third after a while.
        await page.Context.SetOfflineAsync(true);
        foreach (var verb in new[] { "OnDuty", "OutOfService", "Available" })
            await page.GetByTestId($"verb-{verb}").ClickAsync();
        await Assertions.Expect(page.GetByTestId("unsent")).ToContainTextAsync("3");
        await Assertions.Expect(page.GetByTestId("crew-state")).ToHaveAttributeAsync("data-status", "OffDuty");
        await ShotAsync(page, "phone-unsent");
        // 2. Back, and gone again after the first answer that comes.
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByTestId("unsent")).ToBeHiddenAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.GetByTestId("crew-state")).ToHaveAttributeAsync("data-status", "Available", new() { Timeout = Patience });
        await page.Context.SetOfflineAsync(true);
        await page.GetByTestId("verb-OutOfService").ClickAsync();
        await page.GetByTestId("verb-OffDuty").ClickAsync();
        await Assertions.Expect(page.GetByTestId("unsent")).ToContainTextAsync("2");
        // 3. The page is closed while they wait; another one of the same phone sends them.
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        again.RequestFinished += (_, request) => Note(request, arrived: true);
        await again.GotoAsync("/unit");
        await Assertions.Expect(again.GetByTestId("crew-state")).ToHaveAttributeAsync("data-status", "OffDuty", new() { Timeout = Patience });
        await Assertions.Expect(again.GetByTestId("unsent")).ToBeHiddenAsync();
        Assert.Equal(["OnDuty", "OutOfService", "Available", "OutOfService", "OffDuty"], sent.Where(s => s.Arrived).Select(s => s.Verb));
        Assert.Equal(5, sent.Where(s => s.Arrived).Select(s => s.Id).Distinct(StringComparer.Ordinal).Count());
        await context.CloseAsync();
    }

    [Fact]
    public async Task The_page_fits_a_small_phone_and_says_that_the_place_is_shared_until_the_end_of_duty()
    {
        var page = await PhoneAsync("patrol-4");
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Latitude = 27.0377f, Longitude = 14.4283f, Accuracy = 9 });
        await Assertions.Expect(page.GetByTestId("share")).ToBeDisabledAsync();
        await page.GetByTestId("verb-OnDuty").ClickAsync();
        await page.GetByTestId("share").CheckAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.GetByTestId("share-state")).ToHaveAttributeAsync("data-state", "on", new() { Timeout = Patience });
        var room = await city.SignedInAsync("operator");
        await room.GotoAsync("/units");
        await Assertions.Expect(room.GetByTestId("unit-medic-1").GetByTestId("place")).ToContainTextAsync("27.03770", new() { Timeout = Patience });
        // The room puts the unit out of service by radio: the phone follows by itself, and the other way round.
        await room.GetByTestId("step-medic-1-OutOfService").ClickAsync();
        await Assertions.Expect(page.GetByTestId("crew-state")).ToHaveAttributeAsync("data-status", "OutOfService", new() { Timeout = Patience });
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= 360, $"the page is {wide} px wide");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main button, main label.choice')].filter(e => e.getBoundingClientRect().height < 48).map(e => e.outerHTML.slice(0, 80))"));
        await ShotAsync(page, "phone-ar");
        await page.GetByTestId("verb-OffDuty").ClickAsync();
        await Assertions.Expect(page.GetByTestId("share-state")).ToHaveAttributeAsync("data-state", "off");
        await Assertions.Expect(page.GetByTestId("share")).Not.ToBeCheckedAsync();
        await Assertions.Expect(room.GetByTestId("unit-medic-1").GetByTestId("place")).Not.ToContainTextAsync("27.", new() { Timeout = Patience });
        await room.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> PhoneAsync(string name)
    {
        var nth = int.Parse(name.AsSpan("patrol-".Length), System.Globalization.CultureInfo.InvariantCulture) - 1;
        var page = await city.SignedInAsync("PatrolOfficer", nth);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/unit");
        await Assertions.Expect(page.GetByTestId("crew-heard")).ToHaveAttributeAsync("data-state", "live", new() { Timeout = Patience });
        return page;
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
