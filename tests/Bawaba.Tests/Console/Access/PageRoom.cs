// The screens of a room of two directorates, over real HTTP on a free loopback port, with one of each thing on either side. ScopeRig has the
// room; here is the server before it, and what each page's form needs to find.
using System.Net.Http.Json;
using Bawaba.Center;
using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Incidents;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Console;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;
using Bawaba.Tests.Center.Incidents;
using Bawaba.Tests.Center.Law;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Tests.Console.Access;

internal sealed class PageRoom : IAsyncDisposable
{
    internal static readonly DirectorateId Third = DirectorateId.Parse("security-third");
    private readonly Dictionary<Things, Beside> _beside = [];
    private WebApplication? _server;
    private HttpClient? _client;

    private PageRoom(ScopeRig room) => Room = room;

    internal ScopeRig Room { get; }

    internal Things Ours { get; private set; } = null!;

    internal Things Theirs { get; private set; } = null!;

    /// <summary>Everything that is mapped, of the screens and of /api.</summary>
    internal IReadOnlyList<RouteEndpoint> Mapped { get; private set; } = [];

    internal AssignmentId Assignment { get; private set; }

    /// <summary>An account of the same directorate as the actor, other than theirs.</summary>
    internal Actor Other { get; private set; } = null!;

    internal string Notice { get; private set; } = "";

    internal string Origin => _client!.BaseAddress!.GetLeftPart(UriPartial.Authority);

    internal CancellationToken Cancellation => Room.Cancellation;

    internal static async Task<PageRoom> StartAsync()
    {
        var room = new PageRoom(await ScopeRig.StartAsync(services =>
        {
            services.AddLogging();
            services.AddRouting();
            services.AddSingleton(new System.Diagnostics.DiagnosticListener("Bawaba.Tests"));
            services.AddConsole(console => console.Demo = true);
        }));
        await room.ServeAsync();
        room.Ours = await room.Room.ThingsOfAsync(ScopeRig.Ours, Tests.Center.A.North);
        room.Theirs = await room.Room.ThingsOfAsync(ScopeRig.Theirs, ScopeRig.South);
        foreach (var (things, directorate) in new[] { (room.Ours, ScopeRig.Ours), (room.Theirs, ScopeRig.Theirs) })
            await room.ArrangeAsync(things, directorate);
        room.Assignment = AssignmentId.Mint(room.Room.Center.Time);
        room.Notice = await room.NoticedAsync();
        await room.Room.CutOffAsync();
        return room;
    }

    internal T Get<T>()
        where T : notnull => Room.Center.Get<T>();

    /// <summary>What is beside these things.</summary>
    internal Beside Beside(Things things) => _beside[things];

    /// <summary>A person of ours, who is offered the lead, posted at the gate, and finds the gate's computer as they need it.</summary>
    internal async Task<Actor> PersonAsync(Role role)
    {
        var actor = await Room.PersonAsync(role, ScopeRig.Ours);
        Other = await Room.PersonAsync(Role.Supervisor, ScopeRig.Ours);
        if (actor.Can(Permission.WorkIncidents))
            IncidentRig.Done(await Get<CommandDesk>().OfferAsync(Other, Ours.Incident, actor.Account, Cancellation));
        if (role is Role.GateOfficer or Role.Technician or Role.Supervisor)
            Assert.IsType<Reading<Account>.Granted>(await Get<OfficerDesk>().PostAsync(Room.Law.Administrator, actor.Account, Ours.Gate, Cancellation));
        if (role is Role.PatrolOfficer)
            Assert.IsType<UnitResult.Done>(await Get<UnitRegister>().SetCrewAsync(
                Other, Ours.Unit, long.Parse(VersionOf("unit", Ours.Unit.Value), System.Globalization.CultureInfo.InvariantCulture), [actor.Account], Cancellation));
        if (!actor.Can(Permission.ReleaseGates))
            await Get<CenterStore>().WriteAsync(c => EnrolmentSql.Release(c, Ours.Gate, "another", Room.Center.Now), Cancellation);
        return actor;
    }

    /// <summary>A session of the actor's account: the Cookie header.</summary>
    internal async Task<string> CookieAsync(Actor actor, TimeSpan? lasts = null)
    {
        var (token, now) = (SecretToken.Mint(), Room.Center.Now);
        var session = new Session { Id = SessionId.Mint(Room.Center.Time), Account = actor.Account, StartedAt = now, ExpiresAt = now + (lasts ?? TimeSpan.FromHours(8)), Address = "127.0.0.1" };
        await Get<CenterStore>().WriteAsync(c => OperatorSql.InsertSession(c, session, SecretToken.Hash(token)), Cancellation);
        return $"{SessionCookie.Name}={token}";
    }

    /// <summary>Asks as a browser on this page would, unless another origin is said.</summary>
    internal async Task<HttpResponseMessage> SendAsync(PageAct act, Things about, string? cookie, string? origin = null)
    {
        using var request = new HttpRequestMessage(new(act.Method), act.Address(this, about));
        request.Headers.Accept.ParseAdd("text/html");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (act.Version is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version(this, about)}\"");
        if (act.Method == "POST")
        {
            request.Headers.Add("Origin", origin ?? Origin);
            request.Headers.Add("Sec-Fetch-Site", origin is null ? "same-origin" : "cross-site");
            request.Content = act.IsApi
                ? JsonContent.Create(act.Json?.Invoke(this, about))
                : act.Route.EndsWith("/file", StringComparison.Ordinal)
                ? new MultipartFormDataContent { { new ByteArrayContent([0xFF, 0xD8, 0xFF, 2]), "file", "scene.jpg" } }
                : new FormUrlEncodedContent(act.Form(this, about).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        }
        return await _client!.SendAsync(request, Cancellation);
    }

    /// <summary>Every row of every table but the log's, and but who is signed in.</summary>
    internal Task<string> StateAsync() => Get<CenterStore>().ReadAsync(
        c => string.Join('\n', c.Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", r => r.GetString(0))
            .Where(t => !t.StartsWith("audit", StringComparison.Ordinal) && !t.StartsWith("sqlite", StringComparison.Ordinal) && t is not "session")
            .SelectMany(table => c.Rows($"SELECT * FROM \"{table}\"", r => table + string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => Word(r.GetValue(i))))).Order(StringComparer.Ordinal))),
        Cancellation);

    /// <summary>The log from here on: who, what.</summary>
    internal Task<List<(string Account, string Act)>> LoggedAsync(int after) => Get<CenterStore>().ReadAsync(
        c => c.Rows("SELECT account, act FROM audit_event ORDER BY seq LIMIT -1 OFFSET @after", r => (r.GetString(0), r.GetString(1)), ("@after", (long)after)), Cancellation);

    internal async Task<int> LogLengthAsync() => (await LoggedAsync(0)).Count;

    /// <summary>What a page would put into a form so that it counts once.</summary>
    internal string New() => Guid.CreateVersion7(Room.Center.Now).ToString("N");

    /// <summary>The version that stands now; 1 of what is not there.</summary>
    internal string VersionOf(string table, string id) => Get<CenterStore>().ReadAsync(
        c => c.First($"SELECT CAST(version AS TEXT) FROM {table} WHERE id = @id", r => r.GetString(0), ("@id", id)) ?? "1", Cancellation).GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        await Room.DisposeAsync();
    }

    private static string Word(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString() ?? "";

    // The center's own services answer; the server before them has none of its own.
    private async Task ServeAsync()
    {
        var center = Get<IServiceProvider>();
        var pipeline = new ApplicationBuilder(center);
        pipeline.UseRouting();
        pipeline.UseConsole();
        pipeline.UseCenter();
        pipeline.UseEndpoints(endpoints =>
        {
            endpoints.MapCenter();
            endpoints.MapConsole();
            Mapped = [.. endpoints.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
        });
        var answer = pipeline.Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            await using var scope = center.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            await answer(context);
        });
        await _server.StartAsync(Cancellation);
        var address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = new(address) };
    }

    // The alert is confirmed, the incident can be closed, the unit is on duty and its word missing, and there is a call and an agreement that waits.
    private async Task ArrangeAsync(Things things, DirectorateId directorate)
    {
        var (first, supervisor) = (await Room.PersonAsync(Role.Operator, directorate), await Room.PersonAsync(Role.Supervisor, directorate));
        var version = (await Room.Center.AlertsAsync()).Single(a => a.Id == things.Alert).Version;
        Assert.IsType<AlertResult.Done>(await Get<AlertDesk>().FirstLookAsync(first, things.Alert, version, LookVerdict.Same, Cancellation));
        Assert.IsType<AlertResult.Done>(await Get<AlertDesk>().ConfirmAsync(supervisor, things.Alert, version + 1, Cancellation));
        var file = Assert.IsType<Reading<IncidentFile>.Granted>(await Get<IncidentDesk>().FindAsync(supervisor, things.Incident, Cancellation)).Value;
        foreach (var step in file.Type.Steps)
            IncidentRig.Done(await Get<IncidentDesk>().MarkStepAsync(supervisor, things.Incident, step.Id, "not needed", Cancellation));
        Assert.IsType<UnitResult.Done>(await Get<UnitDesk>().StepAsync(supervisor, things.Unit, 2, UnitVerb.OnDuty, Cancellation));
        await Get<CenterStore>().WriteAsync(c => c.Run("UPDATE unit SET overdue_at = @at WHERE id = @id", ("@at", Room.Center.Now), ("@id", things.Unit.Value)), Cancellation);
        var call = Assert.IsType<CallResult.Done>(await Get<CallDesk>().RecordAsync(
            first, new() { Request = Guid.CreateVersion7(Room.Center.Now).ToString("N"), Channel = nameof(CallChannel.Phone), Place = "Kilometre 12", What = "A lorry" }, Cancellation)).Call;
        var offer = Assert.IsType<AgreementResult.Done>(await Get<AgreementDesk>().OfferAsync(
            await Room.PersonAsync(Role.Commander, Third), new() { Taker = directorate.Value, Mode = nameof(ShareMode.View), Purpose = "x", Days = 1 }, Cancellation)).Agreement;
        var (raised, looked) = (await RaiseAsync(things), await RaiseAsync(things));
        Assert.IsType<AlertResult.Done>(await Get<AlertDesk>().FirstLookAsync(first, looked, 1, LookVerdict.Same, Cancellation));
        _beside[things] = new() { Call = call.Number, Offer = offer.Id.ToString(), Raised = raised.ToString(), Looked = looked.ToString() };
    }

    private Task<AlertId> RaiseAsync(Things things) => Room.RaiseAsync(things.Gate, things.EntryActive.Id, things.OrderApproved.Id);

    // A renewal, of which the auditor has a notice.
    private async Task<string> NoticedAsync()
    {
        await Room.Law.ApprovedOrderAsync(Room.Law.OrderDraft() with { Renews = Ours.OrderApproved.Id.Value, Results = "none", Gates = Ours.Gate.Value }, await Room.PersonAsync(Role.Commander, ScopeRig.Ours));
        return await Get<CenterStore>().ReadAsync(c => c.First("SELECT id FROM law_notice WHERE seen_at IS NULL", r => r.GetString(0))!, Cancellation);
    }
}
