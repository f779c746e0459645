// From a one-time link to the room and out again, over HTTP as a browser does it.
using System.Net;
using Bawaba.Center.Operators;

namespace Bawaba.Tests.Console;

public sealed class SignInPageTests
{
    private const string Password = "a long enough sentence";

    [Fact]
    public async Task A_one_time_link_makes_the_administrator_who_then_signs_in_and_out()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var link = await LinkAsync(rig);
        Assert.Contains("data-testid=\"accept\"", await rig.PageAsync(link), StringComparison.Ordinal);
        var accepted = await AcceptAsync(rig, link, Password, Password);
        Assert.Equal("/sign-in?welcomed", accepted.Headers.Location?.ToString());

        var signedIn = await rig.PostAsync("/sign-in", null, ("user", "first.admin"), ("password", Password), ("return", "/gates/north"));
        Assert.Equal("/gates/north", signedIn.Headers.Location?.ToString());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await rig.GetAsync("/", cookie)).StatusCode);

        await rig.PostAsync("/sign-out", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await rig.GetAsync("/", cookie)).StatusCode);
    }

    [Theory]
    [InlineData("short", "short", "PasswordUnfit")]
    [InlineData(Password, "another long sentence", "PasswordsDiffer")]
    public async Task An_unfit_password_is_explained_and_the_link_still_works(string password, string again, string fault)
    {
        await using var rig = await ConsoleRig.StartAsync();
        var link = await LinkAsync(rig);
        var refused = await AcceptAsync(rig, link, password, again);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(ConsoleRig.Cancellation);
        Assert.Contains($"data-fault=\"{fault}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(rig, link, Password, Password)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_nobody_gave_out_is_dead()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var answer = await rig.GetAsync("/welcome/invented");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("data-fault=\"LinkInvalid\"", await answer.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_passwords_look_alike_until_the_page_says_how_long_to_wait()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var first = await WrongAsync(rig);
        Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        Assert.Contains("data-fault=\"Refused\"", await first.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
        HttpResponseMessage last;
        var tries = 1;
        do
        {
            last = await WrongAsync(rig);
        }
        while (last.StatusCode == HttpStatusCode.Unauthorized && ++tries < 30);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Matches("data-testid=\"retry-after\"", await last.Content.ReadAsStringAsync(ConsoleRig.Cancellation));
        Assert.NotNull(last.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_switch_in_the_header_turns_the_page_english_and_stays()
    {
        await using var rig = await ConsoleRig.StartAsync();
        Assert.Contains("dir=\"rtl\"", await rig.PageAsync("/sign-in"), StringComparison.Ordinal);
        var switched = await rig.PostAsync("/language", null, ("language", "en"), ("return", "//elsewhere"));
        Assert.Equal("/", switched.Headers.Location?.ToString());
        var cookie = switched.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Contains("<html lang=\"en-GB\" dir=\"ltr\">", await rig.PageAsync("/sign-in", cookie), StringComparison.Ordinal);
    }

    private static async Task<string> LinkAsync(ConsoleRig rig) =>
        $"/welcome/{await rig.Get<InvitationDesk>().InviteFirstAdministratorAsync(ConsoleRig.Cancellation)}";

    private static Task<HttpResponseMessage> AcceptAsync(ConsoleRig rig, string link, string password, string again) =>
        rig.PostAsync(link, null, ("user", "first.admin"), ("display", "سعاد"), ("password", password), ("again", again));

    private static Task<HttpResponseMessage> WrongAsync(ConsoleRig rig) =>
        rig.PostAsync("/sign-in", null, ("user", "nobody"), ("password", "not the password"));
}
