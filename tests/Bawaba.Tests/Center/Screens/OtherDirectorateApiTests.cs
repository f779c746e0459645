// Every address of /api that names one thing, asked by somebody of one directorate for another's. A test holds that none is left out.
using System.Net;
using System.Net.Http.Json;
using Bawaba.Center.Approvals;
using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Screens;

public sealed class OtherDirectorateApiTests
{
    private static readonly DirectorateId Theirs = DirectorateId.Parse("security-south");
    private static readonly string Document = new('d', 64);

    // Address as it is mapped; method; whose; address as it is asked, {alert} being the alert's id; body.
    private static readonly (string Route, string Method, Role Role, string Address, object? Body)[] Asked =
    [
        ("/api/gates/{gate}", "GET", Role.Operator, "gates/north", null),
        ("/api/gates/{gate}/cameras/{camera}/picture", "GET", Role.Operator, "gates/north/cameras/north-in-1/picture", null),
        ("/api/gates/{gate}/cameras/{camera}/live", "GET", Role.Operator, "gates/north/cameras/north-in-1/live", null),
        ("/api/gates/{gate}/cut-off/seen", "POST", Role.Operator, "gates/north/cut-off/seen", null),
        ("/api/alerts/{id}", "GET", Role.Operator, "alerts/{alert}", null),
        ("/api/alerts/{id}/crop", "GET", Role.Operator, "alerts/{alert}/crop", null),
        ("/api/alerts/{id}/overview", "GET", Role.Operator, "alerts/{alert}/overview", null),
        ("/api/alerts/{id}/frames", "GET", Role.Operator, "alerts/{alert}/frames", null),
        ("/api/alerts/{id}/frames/crop/{number}", "GET", Role.Operator, "alerts/{alert}/frames/crop/0", null),
        ("/api/alerts/{id}/frames/clip/{number}", "GET", Role.Operator, "alerts/{alert}/frames/clip/0", null),
        ("/api/alerts/{id}/answer", "POST", Role.Operator, "alerts/{alert}/answer", null),
        ("/api/alerts/{id}/first-look", "POST", Role.Operator, "alerts/{alert}/first-look", new { verdict = "Same" }),
        ("/api/alerts/{id}/confirm", "POST", Role.Supervisor, "alerts/{alert}/confirm", null),
        ("/api/alerts/{id}/reject", "POST", Role.Operator, "alerts/{alert}/reject", new { reason = "Other" }),
        ("/api/alerts/{id}/close", "POST", Role.Operator, "alerts/{alert}/close", null),
        ("/api/mandates/{id}/{step}", "POST", Role.Commander, "mandates/order-1/submit?version=1", null),
        ("/api/mandates/{id}/{step}", "POST", Role.Approver, "mandates/order-1/return?version=1", null),
        ("/api/mandates/{id}/{step}", "POST", Role.Commander, "mandates/order-1/end?version=1", null),
        ("/api/mandates/{id}/{step}", "POST", Role.Approver, "mandates/order-1/ask", null),
        ("/api/watchlist/{id}/{step}", "POST", Role.Registrar, "watchlist/entry-1/submit?version=1", null),
        ("/api/watchlist/{id}/{step}", "POST", Role.Approver, "watchlist/entry-1/return?version=1", null),
        ("/api/watchlist/{id}/{step}", "POST", Role.Supervisor, "watchlist/entry-1/suspend?version=1", null),
        ("/api/watchlist/{id}/{step}", "POST", Role.Approver, "watchlist/entry-1/resume?version=1", null),
        ("/api/watchlist/{id}/{step}", "POST", Role.Registrar, "watchlist/entry-1/remove?version=1", null),
        ("/api/watchlist/documents/{hash}", "GET", Role.Registrar, $"watchlist/documents/{new string('d', 64)}", null),
        ("/api/units/{id}", "GET", Role.Operator, "units/patrol-1", null),
        ("/api/units/{id}/commands", "POST", Role.PatrolOfficer, "units/patrol-1/commands", new { commandId = Guid.CreateVersion7(), verb = "OnDuty", at = "2026-11-25T12:00:00Z" }),
        ("/api/units/{id}/position", "POST", Role.PatrolOfficer, "units/patrol-1/position", new { latitude = 27.0, longitude = 14.4, at = TimeProvider.System.GetUtcNow() }),
        // The thing is named in the question or in the body.
        ("", "GET", Role.MediaOfficer, "counts?gate=north&from=2026-11-25T00:00:00Z&until=2026-11-26T00:00:00Z", null),
        ("", "GET", Role.Operator, "alerts?gate=north", null),
        ("", "GET", Role.Operator, "alerts?id={alert}", null),
        ("", "POST", Role.Approver, "watchlist/ask", new[] { "entry-1" }),
    ];

    public static TheoryData<int> AllAsked => [.. Enumerable.Range(0, Asked.Length)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllAsked))]
    public async Task An_address_of_another_directorates_thing_is_not_found_and_the_log_has_who_asked(int asked)
    {
        await using var rig = await ApiRig.StartAsync();
        var alert = await ArrangeAsync(rig);
        var (_, method, role, address, body) = Asked[asked];
        using var client = await rig.SignedInAsync(role);
        using var request = new HttpRequestMessage(new(method), "/api/" + address.Replace("{alert}", alert, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        if (address.EndsWith("/live", StringComparison.Ordinal))
        {
            foreach (var (name, value) in new[] { ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==") })
                request.Headers.TryAddWithoutValidation(name, value);
        }
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        var last = await rig.Services.GetRequiredService<CenterStore>().ReadAsync(
            c => c.First("SELECT act, detail FROM audit_event ORDER BY seq DESC LIMIT 1", r => (r.GetString(0), r.GetString(1))), Cancellation);
        // Where a camera shows nothing to anybody here, there is nothing to be refused.
        if (!address.Contains("/cameras/", StringComparison.Ordinal))
            Assert.Equal(("Refused", "another-directorates"), last);
    }

    [Fact]
    public async Task No_address_that_names_one_thing_is_left_out()
    {
        await using var rig = await ApiRig.StartAsync();
        var routes = rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Where(r => r.Contains('{', StringComparison.Ordinal));
        Assert.Equal(Asked.Select(a => a.Route).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal), routes.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_and_the_files_reports_hold_nothing_of_another_directorate()
    {
        await using var rig = await ApiRig.StartAsync();
        var alert = await ArrangeAsync(rig);
        using var operators = await rig.SignedInAsync(Role.Operator);
        using var registrars = await rig.SignedInAsync(Role.Registrar);
        foreach (var (role, address) in new[] { (Role.Operator, "gates"), (Role.Operator, "alerts"), (Role.Operator, "counts?from=2026-01-01T00:00:00Z&until=2026-12-31T00:00:00Z"), (Role.Registrar, "watchlist"), (Role.Operator, "mandates"), (Role.Operator, "sources"), (Role.Operator, "units") })
        {
            using var answer = await (role is Role.Operator ? operators : registrars).GetAsync($"/api/{address}", Cancellation);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.All(new[] { "\"north", "entry-1", "patrol-1", "order-1", alert, "5-123456", "reports\":[{" }, hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_register_is_read_and_added_to_by_an_administrator_of_the_joint_room()
    {
        await using var rig = await ApiRig.StartAsync();
        using var client = await rig.SignedInAsync(Role.Administrator);
        var made = new { id = "security-east", name = new { ar = "أمن الشرق", en = "East security" } };
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/directorates", made, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsJsonAsync("/api/directorates", made, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync("/api/directorates", new { id = "security-west" }, Cancellation)).StatusCode);
        Assert.Contains("East security", await client.GetStringAsync("/api/directorates", Cancellation), StringComparison.Ordinal);
        using var other = await rig.SignedInAsync(Role.Operator);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/api/directorates", Cancellation)).StatusCode);
    }

    /// <summary>The north gate with its alert, the entry and the order become one directorate's, everybody here another's.</summary>
    private static async Task<string> ArrangeAsync(ApiRig rig)
    {
        var (store, time) = (rig.Services.GetRequiredService<CenterStore>(), TimeProvider.System);
        var now = time.GetUtcNow();
        await rig.Services.GetRequiredService<ICenterLink>().DeliverAsync(
            new() { Gate = A.North, Records = [A.Record(1, now, hit: A.Hit(now), pictures: A.Pictures()), A.Record(2, now, A.Count(now))] }, Cancellation);
        await store.WriteAsync(
            c =>
            {
                EntrySql.Put(c, [EntrySql.Find(c, Scope.Joint, EntryId.Parse("entry-1"))! with { Directorate = Theirs }], now);
                OrderSql.Put(c, OrderSql.Find(c, Scope.Joint, MandateId.Parse("order-1"))! with { Directorate = Theirs }, now);
                DocumentSql.Keep(c, Scope.Of(Role.Registrar, Theirs), Document, "%PDF-"u8.ToArray(), "application/pdf", new(Guid.Empty), now);
                c.Run("UPDATE gate SET directorate = 'security-south' WHERE id = 'north'");
                c.Run("UPDATE account SET directorate = 'security-north'");
                UnitSql.Insert(c, new() { Id = UnitId.Parse("patrol-1"), Version = 1, Name = new() { Ar = "دورية", En = "Patrol" }, Kind = UnitKind.Patrol, Directorate = Theirs, Strength = 3, Status = UnitStatus.OffDuty, StatusAt = now }, new(Guid.Empty), now);
                rig.Services.GetRequiredService<GateRegistry>().Load(c);
            },
            Cancellation);
        await rig.Services.GetRequiredService<LawWatch>().LookAsync(Cancellation);
        return await store.ReadAsync(c => c.First("SELECT id FROM alert", r => r.GetString(0))!, Cancellation);
    }
}
