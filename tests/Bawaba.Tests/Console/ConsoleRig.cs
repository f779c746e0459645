// A real center and the screens over it, served on a free loopback port in this process. Promises no cookie jar: each
// request says itself whose session it carries.
using System.Net;
using Bawaba.Center;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Console;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.SignIn;
using Bawaba.Tests.Center;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Console;

internal sealed class ConsoleRig : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private int _people;

    private ConsoleRig(string folder, FakeTimeProvider time, WebApplication app)
    {
        _folder = folder;
        _app = app;
        Time = time;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = new(address) };
    }

    internal FakeTimeProvider Time { get; }

    internal string Origin => _client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<ConsoleRig> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bawaba-console-").FullName;
        string At(string name) => Path.Combine(folder, name);
        CityFile.Write(At("city.json"), A.City());
        await File.WriteAllTextAsync(At("mandates.json"), A.Mandates(A.Order()), Cancellation);
        await File.WriteAllTextAsync(At("watchlist.json"), A.Watchlist(A.Entry()), Cancellation);
        var time = new FakeTimeProvider(CenterRig.Start);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddCenter(new()
        {
            DataFolder = At("center"),
            CityPath = At("city.json"),
            MandatesPath = At("mandates.json"),
            WatchlistPath = At("watchlist.json"),
            FilesAreLaw = true,
        });
        builder.Services.AddConsole(console => console.Demo = true);
        var app = builder.Build();
        app.UseRouting();
        app.UseConsole();
        app.UseCenter();
        app.MapCenter();
        app.MapConsole();
        await app.Services.PrepareCenterAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return new(folder, time, app);
    }

    internal T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Somebody signed in with a role: the value of the Cookie header. Each call is another account.</summary>
    internal async Task<string> CookieAsync(Role role, DirectorateId? directorate = null)
    {
        var token = SecretToken.Mint();
        var account = new Account
        {
            Id = AccountId.Mint(Time),
            UserName = $"person-{++_people}",
            DisplayName = $"Person {_people}",
            Role = role,
            Directorate = directorate,
            CreatedAt = Time.GetUtcNow(),
        };
        var session = new Session
        {
            Id = SessionId.Mint(Time),
            Account = account.Id,
            StartedAt = Time.GetUtcNow(),
            ExpiresAt = Time.GetUtcNow() + TimeSpan.FromHours(8),
            Address = "127.0.0.1",
        };
        await Get<CenterStore>().WriteAsync(
            c =>
            {
                OperatorSql.InsertAccount(c, account, "none");
                OperatorSql.InsertSession(c, session, SecretToken.Hash(token));
            },
            Cancellation);
        return $"{SessionCookie.Name}={token}";
    }

    /// <summary>A hit of entry-1 at the north gate arrives and becomes an alert; its id.</summary>
    internal async Task<string> AlertAsync(string cookie)
    {
        var now = Time.GetUtcNow();
        var hit = new Hit
        {
            Passage = PassageId.Mint(Time),
            Entry = EntryId.Parse("entry-1"),
            Mandate = MandateId.Parse("order-1"),
            Camera = A.Camera,
            Lane = A.Lane,
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Plate = new("5-123456"),
            Confidence = 0.9f,
            PassedAt = now,
            CapturedAt = now,
            MatchedAt = now,
        };
        var record = new GateRecord
        {
            Key = new(A.North, 1, 1),
            RecordedAt = now,
            Hit = hit,
            Pictures = new() { CropJpeg = [0xFF, 0xD8, 0xFF, 0xD9], OverviewJpeg = [0xFF, 0xD8, 0xFF, 0xD9] },
        };
        await Get<ICenterLink>().DeliverAsync(new() { Gate = A.North, Records = [record] }, Cancellation);
        var list = await (await GetAsync("/api/alerts", cookie)).Content.ReadAsStringAsync(Cancellation);
        return System.Text.Json.JsonDocument.Parse(list).RootElement.GetProperty("alerts")[0].GetProperty("id").GetString()!;
    }

    internal Task<HttpResponseMessage> GetAsync(string path, string? cookie = null) =>
        SendAsync(new(HttpMethod.Get, path), cookie);

    internal async Task<string> PageAsync(string path, string? cookie = null) =>
        WebUtility.HtmlDecode(await (await GetAsync(path, cookie)).Content.ReadAsStringAsync(Cancellation));

    internal Task<HttpResponseMessage> PostAsync(string path, string? cookie, params (string Name, string Value)[] fields) =>
        SendAsync(
            new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) },
            cookie);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? cookie)
    {
        request.Headers.Accept.ParseAdd("text/html, application/json");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return _client.SendAsync(request, Cancellation);
    }
}
