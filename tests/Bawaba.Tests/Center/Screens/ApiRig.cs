// The center behind a real HTTP server on a free port of this machine, for what only HTTP can show.
using System.Net;
using System.Net.Http.Json;
using Bawaba.Center;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.City;
using Bawaba.Contracts.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Tests.Center.Screens;

internal sealed class ApiRig : IAsyncDisposable
{
    private const string Password = "correct horse battery";
    private static readonly Lazy<Task<string>> Hash = new(HashAsync);
    private readonly string _folder;
    private readonly WebApplication _app;

    private ApiRig(string folder, WebApplication app, Uri address, IReadOnlyList<DemoAccount> accounts)
    {
        _folder = folder;
        _app = app;
        Address = address;
        Accounts = accounts;
    }

    internal Uri Address { get; }

    internal IReadOnlyList<DemoAccount> Accounts { get; }

    internal IServiceProvider Services => _app.Services;

    internal static async Task<ApiRig> StartAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("bawaba-api-").FullName;
        CityFile.Write(Path.Combine(folder, "city.json"), A.City());
        await File.WriteAllTextAsync(Path.Combine(folder, "mandates.json"), A.Mandates(A.CurrentOrder()), cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "watchlist.json"), A.Watchlist(A.CurrentEntry()), cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddCenter(new()
        {
            DataFolder = Path.Combine(folder, "center"),
            CityPath = Path.Combine(folder, "city.json"),
            MandatesPath = Path.Combine(folder, "mandates.json"),
            WatchlistPath = Path.Combine(folder, "watchlist.json"),
            FilesAreLaw = true,
            MaxLiveConnectionsPerAccount = 1,
        });
        var app = builder.Build();
        await app.Services.PrepareCenterAsync(cancellation);
        app.UseRouting();
        app.UseCenter();
        app.MapCenter();
        await app.StartAsync(cancellation);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(folder, app, new(address), await AccountsAsync(app.Services, cancellation));
    }

    private static async Task<string> HashAsync()
    {
        using var passwords = new PasswordHash();
        return await passwords.CreateAsync(Password, CancellationToken.None);
    }

    internal HttpClient Client() => new(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = Address };

    internal async Task<HttpClient> SignedInAsync(Role role, int number = 0)
    {
        var client = Client();
        var account = Accounts.Where(a => a.Role == role).ElementAt(number);
        var code = account.SecondFactor is { } secret ? await Codes.NextAsync(secret) : null;
        var answer = await client.PostAsJsonAsync("/api/session", new { account.UserName, account.Password, code }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    // Two people a role under one password, hashed once for all tests: a hash costs as much as it is meant to.
    private static async Task<IReadOnlyList<DemoAccount>> AccountsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var hash = await Hash.Value;
        var time = services.GetRequiredService<TimeProvider>();
        var accounts = new List<DemoAccount>();
        foreach (var role in Enum.GetValues<Role>().SelectMany(r => new[] { r, r }))
        {
            var account = new Account
            {
                Id = AccountId.Mint(time),
                UserName = $"person-{accounts.Count}",
                DisplayName = role.ToString(),
                Role = role,
                CreatedAt = time.GetUtcNow(),
            };
            var secret = SecondFactor.IsNeededBy(role) ? SecondFactor.NewSecret() : null;
            await services.GetRequiredService<CenterStore>().WriteAsync(
                c =>
                {
                    OperatorSql.InsertAccount(c, account, hash);
                    if (secret is not null)
                        OperatorSql.SetCodeSecret(c, account.Id, services.GetRequiredService<SecretSeal>().Seal(account.Id, secret), step: 1);
                },
                cancellation);
            accounts.Add(new() { UserName = account.UserName, Password = Password, Role = role, SecondFactor = secret });
        }
        return accounts;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
