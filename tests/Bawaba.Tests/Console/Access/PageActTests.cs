// Every address of the screens and of /api, asked over HTTP by every role: what it may not do is refused, for one's own and for another directorate's
// things, changes nothing in any table and is in the log; what it may do is done. Generated from PageActs, which must hold every address
// that is mapped.
using System.Net;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Console.Access;

public sealed class PageActTests
{
    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task A_role_does_through_the_pages_what_it_may_with_its_directorates_things_and_nothing_else(Role role)
    {
        await using var room = await PageRoom.StartAsync();
        var actor = await room.PersonAsync(role);
        var cookie = await room.CookieAsync(actor);
        var faults = new List<string>();
        foreach (var act in PageActs.All.Where(a => !a.Allows(role)))
            faults.AddRange((await RefusedAsync(room, act, room.Ours, actor, cookie, status => status is HttpStatusCode.Forbidden)).Select(f => $"{act}, not allowed: {f}"));
        if (!actor.Scope.IsWhole)
        {
            foreach (var act in PageActs.All.Where(a => a.Allows(role) && a.NamesOne))
                faults.AddRange((await RefusedAsync(room, act, room.Theirs, actor, cookie, status => IsMiss(act, status))).Select(f => $"{act}, theirs: {f}"));
        }
        foreach (var act in PageActs.All.Where(a => a.Allows(role)))
            faults.AddRange((await DoneAsync(room, act, cookie)).Select(f => $"{act}, ours: {f}"));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Nobody_without_a_session_that_stands_does_anything_through_a_page()
    {
        await using var room = await PageRoom.StartAsync();
        var actor = await room.PersonAsync(Role.Supervisor);
        var ended = await room.CookieAsync(actor);
        await room.Get<CenterStore>().WriteAsync(c => OperatorSql.EndSessionsOf(c, actor.Account, room.Room.Center.Now), room.Cancellation);
        foreach (var cookie in new[] { null, "bawaba-session=invented", ended })
        {
            var (before, length) = (await room.StateAsync(), await room.LogLengthAsync());
            foreach (var act in PageActs.All)
            {
                using var answer = await room.SendAsync(act, room.Ours, cookie);
                var expected = act.IsApi ? (act.ToString(), HttpStatusCode.Unauthorized, null) : (act.ToString(), HttpStatusCode.Redirect, "/sign-in");
                Assert.Equal(expected, (act.ToString(), answer.StatusCode, answer.Headers.Location?.ToString().Split('?')[0]));
            }
            Assert.Equal(before, await room.StateAsync());
            Assert.Equal(length, await room.LogLengthAsync());
        }
    }

    [Fact]
    public async Task Another_site_posts_nothing_in_anybodys_name()
    {
        await using var room = await PageRoom.StartAsync();
        foreach (var role in new[] { Role.Supervisor, Role.Commander, Role.Registrar, Role.Administrator })
        {
            var cookie = await room.CookieAsync(await room.PersonAsync(role));
            var (before, length) = (await room.StateAsync(), await room.LogLengthAsync());
            foreach (var act in PageActs.All.Where(a => a.Method == "POST"))
            {
                using var answer = await room.SendAsync(act, room.Ours, cookie, origin: "https://elsewhere.example");
                Assert.Equal((act.ToString(), HttpStatusCode.Forbidden), (act.ToString(), answer.StatusCode));
            }
            Assert.Equal(before, await room.StateAsync());
            Assert.Equal(length, await room.LogLengthAsync());
        }
    }

    [Fact]
    public async Task No_address_is_left_out()
    {
        await using var room = await PageRoom.StartAsync();
        var mapped = room.Mapped
            .SelectMany(e => (e.Metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [""]).Select(m => $"{m} {Trimmed(e.RoutePattern.RawText)}"));
        Assert.Equal(
            PageActs.All.Select(a => a.ToString()).Concat(PageActs.OfEverybody.Keys).Distinct().Order(StringComparer.Ordinal),
            mapped.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Trimmed(string? route) => route is { Length: > 1 } ? route.TrimEnd('/') : route ?? "";

    private static bool IsMiss(PageAct act, HttpStatusCode status) =>
        act.AnswersNothing ? status is HttpStatusCode.OK : (int)status is 400 or 403 or 404 or 409 or 422;

    private static async Task<List<string>> RefusedAsync(PageRoom room, PageAct act, Things about, Actor actor, string cookie, Func<HttpStatusCode, bool> isRefusal)
    {
        var (before, length) = (await room.StateAsync(), await room.LogLengthAsync());
        using var answer = await room.SendAsync(act, about, cookie);
        var faults = new List<string>();
        if (!isRefusal(answer.StatusCode))
            faults.Add($"answered {(int)answer.StatusCode} {answer.Headers.Location}");
        var logged = await room.LoggedAsync(length);
        if (!logged.Contains((actor.Account.ToString(), nameof(AuditAct.Refused))))
            faults.Add($"the log has no attempt, but {string.Join(' ', logged.Select(l => l.Act))}");
        if (before != await room.StateAsync())
            faults.Add("something changed");
        return faults;
    }

    private static async Task<List<string>> DoneAsync(PageRoom room, PageAct act, string cookie)
    {
        // One thing after another: of two positions of one instant the first stands.
        room.Room.Center.Time.Advance(TimeSpan.FromSeconds(1));
        var (before, length) = (await room.StateAsync(), await room.LogLengthAsync());
        using var answer = await room.SendAsync(act, room.Ours, cookie);
        var faults = new List<string>();
        var isDone = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) is false);
        if (act.Effect is PageEffect.Declines ? (int)answer.StatusCode is not (400 or 409 or 422) && !(act.IsApi && (int)answer.StatusCode is 404 or 426) : !isDone)
            faults.Add($"answered {(int)answer.StatusCode} {answer.Headers.Location}");
        if ((await room.LoggedAsync(length)).Exists(l => l.Act == nameof(AuditAct.Refused)))
            faults.Add("the log has a refusal");
        if ((before != await room.StateAsync()) != (act.Effect is PageEffect.Changes))
            faults.Add(act.Effect is PageEffect.Changes ? "nothing changed" : "something changed");
        return faults;
    }
}
