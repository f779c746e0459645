using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Screens;

public sealed class ApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_session_every_address_but_signing_in_is_refused()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = rig.Client();
        foreach (var path in new[] { "session", "gates", "gates/north", "sources", "alerts", "counts", "mandates", "watchlist", "live" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/api/{path}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script_and_dies_with_the_session()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = rig.Client();
        var account = rig.Accounts.First(a => a.Role == Role.Operator);
        var answer = await client.PostAsJsonAsync("/api/session", new { account.UserName, account.Password, code = account.SecondFactor is { } secret ? await Codes.NextAsync(secret) : null }, Cancellation);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/session", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/session", Cancellation)).StatusCode);
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/session", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_another_site_made_a_browser_send_is_refused()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = await rig.SignedInAsync(Role.Operator);
        foreach (var (header, value) in new[] { ("Origin", "https://elsewhere.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
            request.Headers.Add(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancellation)).StatusCode);
        }
        using var ours = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        ours.Headers.Add("Origin", rig.Address.GetLeftPart(UriPartial.Authority));
        ours.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(ours, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Two_people_confirm_over_http_and_a_stale_version_is_a_conflict()
    {
        await using var rig = await ApiRig.StartAsync();
        await RaiseAsync(rig);
        using var first = await rig.SignedInAsync(Role.Operator);
        using var second = await rig.SignedInAsync(Role.Operator, 1);
        var list = await first.GetFromJsonAsync<JsonElement>("/api/alerts?undecided=true", Cancellation);
        var id = Assert.Single(list.GetProperty("alerts").EnumerateArray()).GetProperty("id").GetString();
        var together = await first.GetFromJsonAsync<JsonElement>($"/api/alerts?id={id}&id={new string('0', 32)}", Cancellation);
        Assert.Equal(id, Assert.Single(together.GetProperty("alerts").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await first.GetAsync("/api/alerts?id=x", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await first.GetAsync($"/api/alerts?{string.Join('&', Enumerable.Repeat($"id={id}", 101))}", Cancellation)).StatusCode);
        var crop = await first.GetAsync($"/api/alerts/{id}/crop", Cancellation);
        Assert.Equal(("image/jpeg", true), (crop.Content.Headers.ContentType!.MediaType, crop.Headers.CacheControl!.NoStore));
        Assert.Equal(HttpStatusCode.PreconditionRequired, await PostAsync(first, id, "answer", null));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(first, id, "first-look", 1, new { verdict = "Same" }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(second, id, "confirm", 1));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(first, id, "confirm", 2));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(second, id, "confirm", 2));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(first, id, "reject", 3, new { reason = "Misread" }));
        using var auditor = await rig.SignedInAsync(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(auditor, id, "close", 3));
    }

    [Fact]
    public async Task Each_role_reaches_what_its_permissions_name_and_nothing_else()
    {
        await using var rig = await ApiRig.StartAsync();
        (string Path, Permission Needed)[] paths =
        [
            ("gates", Permission.SeeGates), ("sources", Permission.SeeGates), ("alerts", Permission.SeeAlerts),
            ("mandates", Permission.SeeMandates), ("watchlist", Permission.SeeWatchlist),
            ("counts?from=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z", Permission.SeeCounts),
        ];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await rig.SignedInAsync(role);
            foreach (var (path, needed) in paths)
            {
                var expected = RoleTable.Allows(role, needed) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                Assert.Equal((role, path, expected), (role, path, (await client.GetAsync($"/api/{path}", Cancellation)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task The_live_stream_begins_with_reload_beats_and_tells_of_a_raised_alert_without_its_plate()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = await rig.SignedInAsync(Role.Operator);
        using var answer = await client.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead, Cancellation)).StatusCode);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal("event: reload", await reader.ReadLineAsync(Cancellation));
        await RaiseAsync(rig);
        var text = "";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!(text.Contains("event: beat", StringComparison.Ordinal) && text.Contains("\"kind\":\"Alert\"", StringComparison.Ordinal)))
            text += await reader.ReadLineAsync(limit.Token) + "\n";
        // With its dash: the stream's own numbers hold any six digits now and then.
        Assert.DoesNotContain("5-123456", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_malformed_is_refused()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = rig.Client();
        var large = await client.PostAsJsonAsync("/api/session", new { userName = "a", password = new string('x', 20_000) }, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var broken = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/api/session", broken, Cancellation)).StatusCode);
    }

    private static Task RaiseAsync(ApiRig rig)
    {
        var now = rig.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return rig.Services.GetRequiredService<ICenterLink>().DeliverAsync(
            new() { Gate = A.North, Records = [A.Record(1, now, hit: A.Hit(now), pictures: A.Pictures())] }, Cancellation);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string? id, string verb, long? version, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/alerts/{id}/{verb}");
        if (version is { } known)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{known}\"");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return (await client.SendAsync(request, Cancellation)).StatusCode;
    }
}
