// A role opens what its table allows and nothing else; what it may not open it is not offered.
using System.Net;
using Bawaba.Center.Operators;

namespace Bawaba.Tests.Console;

public sealed class PageAccessTests
{
    [Fact]
    public async Task Each_page_opens_for_the_roles_of_its_permission_and_refuses_the_others()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var alert = await rig.AlertAsync(await rig.CookieAsync(Role.Operator));
        (string Path, Permission Needed)[] pages =
        [
            ("/watchlist", Permission.SeeWatchlist), ("/mandates", Permission.SeeMandates), ("/gates/north", Permission.SeeGates), ("/times", Permission.SeeTimes), ("/times?span=month", Permission.SeeTimes),
            ($"/alerts/{alert}", Permission.SeeAlerts), ("/units", Permission.SeeUnits), ("/unit-new", Permission.ManageUnits), ("/unit-feeds", Permission.ManageUnits),
            ("/unit", Permission.CrewUnit), ("/calls", Permission.SeeCalls), ("/calls/search", Permission.SeeCalls), ("/sheet", Permission.PrintSheets),
        ];
        foreach (var role in Enum.GetValues<Role>())
        {
            var cookie = await rig.CookieAsync(role);
            foreach (var (path, needed) in pages)
            {
                var expected = RoleTable.Allows(role, needed) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                Assert.Equal((role, path, expected), (role, path, (await rig.GetAsync(path, cookie)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_refusal_is_a_page_with_the_persons_role_and_without_what_was_asked_for()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var page = await rig.PageAsync("/watchlist", await rig.CookieAsync(Role.Technician));
        Assert.Contains("data-kind=\"NotAllowed\"", page, StringComparison.Ordinal);
        Assert.Contains("فني", page, StringComparison.Ordinal);
        Assert.DoesNotContain("5-123456", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_offers_only_ways_the_role_may_go()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var page = await rig.PageAsync("/", await rig.CookieAsync(Role.Operator));
        Assert.Contains("way-mandates", page, StringComparison.Ordinal);
        Assert.DoesNotContain("way-watchlist", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Operator, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Technician, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.MediaOfficer, false)]
    public async Task The_room_holds_the_alert_list_for_who_may_see_alerts(Role role, bool seesAlerts)
    {
        await using var rig = await ConsoleRig.StartAsync();
        var page = await rig.PageAsync("/", await rig.CookieAsync(role));
        Assert.Contains("data-testid=\"gates\"", page, StringComparison.Ordinal);
        Assert.Equal(seesAlerts, page.Contains("<bawaba-alert-list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registrar_begins_at_the_watch_list_and_a_role_without_a_task_is_told_so()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var home = await rig.GetAsync("/", await rig.CookieAsync(Role.Registrar));
        Assert.Equal("/watchlist", home.Headers.Location?.ToString());
        Assert.Contains("data-kind=\"NoTask\"", await rig.PageAsync("/", await rig.CookieAsync(Role.Investigator)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "/sign-in")]
    [InlineData("/mandates", "/sign-in?returnTo=%2Fmandates")]
    [InlineData("/units", "/sign-in?returnTo=%2Funits")]
    [InlineData("/unit", "/sign-in?returnTo=%2Funit")]
    [InlineData("/gates/north", "/sign-in?returnTo=%2Fgates%2Fnorth")]
    public async Task Nobody_without_a_session_sees_a_page(string path, string signIn)
    {
        await using var rig = await ConsoleRig.StartAsync();
        Assert.Equal(signIn, (await rig.GetAsync(path)).Headers.Location?.ToString());
        Assert.Equal(signIn, (await rig.GetAsync(path, "bawaba-session=invented")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_kindly()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        foreach (var path in new[] { "/nowhere", "/alerts/not-an-id", "/gates/NORTH", "/gates/elsewhere", "/units/nobody", "/units/NORTH" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await rig.GetAsync(path, cookie)).StatusCode));
    }

    [Fact]
    public async Task Every_answer_carries_the_policy_and_only_assets_may_be_kept()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var page = await rig.GetAsync("/sign-in");
        Assert.Contains("default-src 'none'", string.Join(' ', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl?.NoStore);
        var asset = await rig.GetAsync(Bawaba.Pages.Assets.AssetBook.Embedded.Url("css/base.css"));
        Assert.Equal("text/css", asset.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", asset.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rig.GetAsync("/assets/000000000000/css/base.css")).StatusCode);
    }
}
