// Positions that trackers' servers bring: what is taken, what is not, and that nobody learns from it which units there are.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;
using Bawaba.Tests.Center.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Screens;

public sealed class UnitFeedApiTests
{
    private static readonly DirectorateId Ours = DirectorateId.Parse("security-north");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_position_of_a_unit_on_duty_is_taken_and_of_every_other_nothing_tells_that_it_is_there()
    {
        await using var rig = await ApiRig.StartAsync();
        var token = await ArrangeAsync(rig);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in new[] { "ours", "ours-at-rest", "theirs", "nobody" })
        {
            using var answer = await SendAsync(rig, token, $"[{Position(unit)}]");
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        }
        Assert.Equal("OK {\"received\":1,\"unfit\":0}", Assert.Single(answers));
        Assert.Equal(["ours"], await PositionsAsync(rig));
        var log = await rig.Services.GetRequiredService<CenterStore>().ReadAsync(
            c => c.Rows("SELECT act, subject, detail FROM audit_event WHERE act LIKE 'UnitFeed%'", r => $"{r.GetString(0)} {r.GetString(1)}"), Cancellation);
        Assert.Equal(["UnitFeedRefused unit/theirs"], log);
    }

    [Fact]
    public async Task Without_a_token_that_counts_nothing_is_read()
    {
        await using var rig = await ApiRig.StartAsync();
        var token = await ArrangeAsync(rig);
        foreach (var bad in new[] { null, "", "x", new string('x', 5000), token + "x" })
        {
            using var answer = await SendAsync(rig, bad, $"[{Position("ours")}]");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        await rig.Services.GetRequiredService<CenterStore>().WriteAsync(c => c.Run("UPDATE unit_feed SET revoked_at = 1"), Cancellation);
        using (var revoked = await SendAsync(rig, token, $"[{Position("ours")}]"))
            Assert.Equal(HttpStatusCode.Unauthorized, revoked.StatusCode);
        using var asked = await rig.Client().PostAsync($"/api/unit-positions?token={token}", new StringContent("[]", Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Empty(await PositionsAsync(rig));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[", HttpStatusCode.BadRequest)]
    [InlineData("[{\"unit\":7}]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.OK)]
    [InlineData("[null]", HttpStatusCode.OK)]
    public async Task A_body_that_is_no_list_of_positions_is_refused(string body, HttpStatusCode expected)
    {
        await using var rig = await ApiRig.StartAsync();
        using var answer = await SendAsync(rig, await ArrangeAsync(rig), body);
        Assert.Equal((body, expected), (body, answer.StatusCode));
        Assert.Empty(await PositionsAsync(rig));
    }

    [Fact]
    public async Task Places_and_times_that_cannot_be_are_counted_and_not_taken()
    {
        await using var rig = await ApiRig.StartAsync();
        var token = await ArrangeAsync(rig);
        var now = TimeProvider.System.GetUtcNow();
        string[] bad =
        [
            Position("ours", latitude: "91"), Position("ours", latitude: "-90.1"), Position("ours", longitude: "181"), Position("OURS"), Position(""),
            Position("ours", at: now.AddMinutes(-11)), Position("ours", at: now.AddMinutes(2)), "{\"unit\":\"ours\",\"latitude\":27,\"longitude\":14}",
        ];
        using var answer = await SendAsync(rig, token, $"[{string.Join(',', bad)}]");
        Assert.Equal($"{{\"received\":{bad.Length},\"unfit\":{bad.Length}}}", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(await PositionsAsync(rig));
    }

    [Fact]
    public async Task More_than_five_hundred_at_once_are_too_many_and_so_is_a_body_too_long()
    {
        await using var rig = await ApiRig.StartAsync();
        var token = await ArrangeAsync(rig);
        using (var many = await SendAsync(rig, token, $"[{string.Join(',', Enumerable.Repeat("{}", 501))}]"))
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.StatusCode);
        using (var most = await SendAsync(rig, token, $"[{string.Join(',', Enumerable.Repeat(Position("ours"), 500))}]"))
            Assert.Equal(HttpStatusCode.OK, most.StatusCode);
        using var longBody = await SendAsync(rig, token, "[" + new string(' ', 70_000) + "]");
        Assert.Contains(longBody.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_token_is_kept_as_a_hash_alone_and_is_in_no_log()
    {
        await using var rig = await UnitRig.StartAsync();
        var made = Assert.IsType<FeedResult.Made>(await rig.Center.Get<FeedDesk>().MakeAsync(rig.Supervisor, "trackers", rig.Cancellation));
        Assert.False(await rig.Center.HoldsAsync(made.Token));
        Assert.IsType<FeedResult.Revoked>(await rig.Center.Get<FeedDesk>().RevokeAsync(rig.Supervisor, made.Feed.Id, rig.Cancellation));
        Assert.IsType<FeedResult.NotFound>(await rig.Center.Get<FeedDesk>().RevokeAsync(rig.Supervisor, made.Feed.Id, rig.Cancellation));
        Assert.IsType<FeedResult.Unfit>(await rig.Center.Get<FeedDesk>().MakeAsync(rig.Supervisor, " ", rig.Cancellation));
    }

    private static string Position(string unit, string latitude = "27.03", string longitude = "14.42", DateTimeOffset? at = null) =>
        $"{{\"unit\":\"{unit}\",\"latitude\":{latitude},\"longitude\":{longitude},\"at\":\"{at ?? TimeProvider.System.GetUtcNow():O}\"}}";

    private static async Task<HttpResponseMessage> SendAsync(ApiRig rig, string? token, string body)
    {
        using var client = rig.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/unit-positions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, Cancellation);
    }

    private static Task<List<string>> PositionsAsync(ApiRig rig) => rig.Services.GetRequiredService<CenterStore>().ReadAsync(
        c => c.Rows("SELECT unit FROM unit_position ORDER BY unit", r => r.GetString(0)), Cancellation);

    /// <summary>A unit of ours on duty and one at rest, one of theirs on duty; a token for ours.</summary>
    private static async Task<string> ArrangeAsync(ApiRig rig)
    {
        var token = SecretToken.Mint();
        var now = TimeProvider.System.GetUtcNow();
        await rig.Services.GetRequiredService<CenterStore>().WriteAsync(
            c =>
            {
                foreach (var (id, directorate, status) in new[] { ("ours", Ours, UnitStatus.Available), ("ours-at-rest", Ours, UnitStatus.OffDuty), ("theirs", DirectorateId.Parse("security-south"), UnitStatus.Available) })
                {
                    UnitSql.Insert(
                        c,
                        new() { Id = UnitId.Parse(id), Version = 1, Name = new() { Ar = "دورية", En = "Patrol" }, Kind = UnitKind.Patrol, Directorate = directorate, Strength = 2, Status = status, StatusAt = now },
                        new(Guid.Empty),
                        now);
                }
                FeedSql.Insert(c, new() { Id = new(Guid.CreateVersion7(now)), Label = "trackers", Directorate = Ours, MadeAt = now }, SecretToken.Hash(token), new(Guid.Empty));
            },
            Cancellation);
        return token;
    }
}
