// The situation sheet's page, and the hourly file that is made of it.
using System.Net;
using Bawaba.Center;
using Bawaba.Center.Operators;
using Bawaba.Center.Situation;
using Bawaba.Console.Situation;
using Bawaba.Pages.Language;

namespace Bawaba.Tests.Console;

public sealed class SituationPageTests
{
    [Fact]
    public async Task The_page_shows_the_sheet_to_who_sees_the_room_and_the_way_to_it_and_refuses_the_others()
    {
        await using var rig = await ConsoleRig.StartAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var cookie = await rig.CookieAsync(role);
            var may = role is Role.Operator or Role.Supervisor or Role.Commander;
            Assert.Equal((role, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, (await rig.GetAsync("/sheet", cookie)).StatusCode));
            Assert.Equal((role, may), (role, (await rig.PageAsync("/incidents", cookie)).Contains("data-testid=\"way-sheet\"", StringComparison.Ordinal)));
        }
        Assert.Equal("/sign-in?returnTo=%2Fsheet", (await rig.GetAsync("/sheet")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task It_says_when_it_was_made_and_until_when_it_stands_in_the_time_of_the_place()
    {
        await using var rig = await ConsoleRig.StartAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(20));
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.AlertAsync(cookie);
        await rig.PostAsync("/calls", cookie, ("request", Guid.CreateVersion7(rig.Time.GetUtcNow()).ToString("N")), ("channel", "Phone"), ("what", "شاحنة في الطريق"), ("caller", "فاطمة"), ("needsAnswer", "yes"));
        var page = await rig.PageAsync("/sheet", cookie);
        Assert.Contains("data-testid=\"made\">14:20<", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"until\">15:00<", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"sheet-gate-north\"", page, StringComparison.Ordinal);
        Assert.Contains("شاحنة في الطريق", page, StringComparison.Ordinal);
        // One look of nobody yet: its plate is on no paper.
        Assert.Contains("data-state=\"Raised\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hours_file_is_written_once_needs_nothing_else_speaks_both_languages_and_holds_no_plate()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.AlertAsync(cookie);
        await rig.PostAsync("/calls", cookie, ("request", Guid.CreateVersion7(rig.Time.GetUtcNow()).ToString("N")), ("channel", "Phone"), ("what", "Zanzibarite lorry 5-123456"), ("caller", "Abernathy"), ("place", "Kilometre 12"));
        await rig.Get<SituationClock>().TickAsync(ConsoleRig.Cancellation);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(rig.Get<CenterOptions>().DataFolder, "situation")));
        var html = WebUtility.HtmlDecode(await File.ReadAllTextAsync(file, ConsoleRig.Cancellation));
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"ar-LY\" dir=\"rtl\"", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"en-GB\" dir=\"ltr\"", html, StringComparison.Ordinal);
        Assert.Contains(ScreenLanguage.Arabic["situation.gates"], html, StringComparison.Ordinal);
        Assert.Contains(ScreenLanguage.English["situation.gates"], html, StringComparison.Ordinal);
        Assert.Contains("Kilometre 12", html, StringComparison.Ordinal);
        Assert.All(["123456", "Abernathy", "Zanzibarite"], hidden => Assert.DoesNotContain(hidden, html, StringComparison.Ordinal));
        Assert.DoesNotMatch("(src|href)=|@import|<script|url\\(\"(?!data:)", html);
        var written = File.GetLastWriteTimeUtc(file);
        await rig.Get<SituationClock>().TickAsync(ConsoleRig.Cancellation);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public async Task A_disk_that_refuses_the_file_is_said_on_the_sheet_and_in_the_room_and_the_room_goes_on()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Supervisor);
        Assert.DoesNotContain("sheet-fault", await rig.PageAsync("/", cookie), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(rig.Get<CenterOptions>().DataFolder, "situation"), "", ConsoleRig.Cancellation);
        await rig.Get<SituationClock>().TickAsync(ConsoleRig.Cancellation);
        Assert.NotNull(rig.Get<SituationFolder>().Fault);
        Assert.Contains("data-testid=\"file-fault\"", await rig.PageAsync("/sheet", cookie), StringComparison.Ordinal);
        Assert.Contains("data-testid=\"sheet-fault\"", await rig.PageAsync("/", cookie), StringComparison.Ordinal);
        Assert.DoesNotContain("sheet-fault", await rig.PageAsync("/", await rig.CookieAsync(Role.Technician)), StringComparison.Ordinal);
    }
}
