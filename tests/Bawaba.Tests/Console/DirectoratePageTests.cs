// Directorates on the screens: made and given by forms, shown with gates and people, and nothing of another's on any page.
using System.Net;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Console;

public sealed class DirectoratePageTests
{
    private static readonly DirectorateId North = DirectorateId.Parse("security-north");

    [Fact]
    public async Task An_administrator_makes_a_directorate_and_invites_into_it_by_forms()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Administrator);
        (string, string)[] form = [("id", North.Value), ("arabic", "أمن الشمال"), ("english", "North security")];
        Assert.Equal(HttpStatusCode.Redirect, (await rig.PostAsync("/directorates", cookie, form)).StatusCode);
        Assert.Contains("أمن الشمال", await rig.PageAsync("/directorates", cookie), StringComparison.Ordinal);
        var again = await rig.PostAsync("/directorates", cookie, form);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("data-fault=\"Taken\"", await again.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
        var invited = await rig.PostAsync("/accounts", cookie, ("user", "omar"), ("role", "Operator"), ("chain", ""), ("directorate", North.Value));
        Assert.Contains("invitation-link", await invited.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
        var unknown = await rig.PostAsync("/accounts", cookie, ("user", "amina"), ("role", "Operator"), ("chain", ""), ("directorate", "nobodys"));
        Assert.Contains("data-fault=\"DirectorateUnknown\"", await unknown.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.GetAsync("/directorates", await rig.CookieAsync(Role.Operator))).StatusCode);
    }

    [Fact]
    public async Task An_administrator_of_a_directorate_is_offered_its_own_alone_and_makes_none()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var joint = await rig.CookieAsync(Role.Administrator);
        foreach (var id in new[] { North.Value, "security-south" })
            await rig.PostAsync("/directorates", joint, ("id", id), ("arabic", "أمن"), ("english", id));
        var cookie = await rig.CookieAsync(Role.Administrator, North);
        var page = await rig.PageAsync("/accounts", cookie);
        Assert.Contains("<option value=\"security-north\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"security-south\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("make-directorate", await rig.PageAsync("/directorates", cookie), StringComparison.Ordinal);
        // A form that was made up by hand is refused by the desk.
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync("/accounts", cookie, ("user", "omar"), ("role", "Operator"), ("chain", ""), ("directorate", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync("/directorates", cookie, ("id", "x"), ("arabic", "أ"), ("english", "x"))).StatusCode);
    }

    [Fact]
    public async Task No_page_shows_or_offers_another_directorates_gate()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var alert = await rig.AlertAsync(await rig.CookieAsync(Role.Operator));
        await rig.Get<CenterStore>().WriteAsync(
            c =>
            {
                c.Run("UPDATE gate SET directorate = 'security-south' WHERE id = 'north'");
                rig.Get<GateRegistry>().Load(c);
            },
            ConsoleRig.Cancellation);
        var other = DirectorateId.Parse("security-north");
        var (person, commander) = (await rig.CookieAsync(Role.Operator, other), await rig.CookieAsync(Role.Commander, other));
        foreach (var path in new[] { "/gates/north", $"/alerts/{alert}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await rig.GetAsync(path, person)).StatusCode));
        foreach (var (path, cookie) in new[] { ("/", person), ("/wall", person), ("/urgent/new", person), ("/false-hits", person), ("/mandates/new", commander), ("/mandates", commander), ("/accounts", await rig.CookieAsync(Role.Administrator, other)), ("/directorates", await rig.CookieAsync(Role.Administrator, other)) })
        {
            var page = await rig.PageAsync(path, cookie);
            Assert.Contains("<main", page, StringComparison.Ordinal);
            Assert.All(new[] { "Gate north", "\"north\"", "gate-north", "gates/north" }, hidden => Assert.True(!page.Contains(hidden, StringComparison.Ordinal), $"{path}: {hidden}"));
        }
        Assert.Contains("security-south", await rig.PageAsync("/gates/north", await rig.CookieAsync(Role.Operator)), StringComparison.Ordinal);
    }
}
