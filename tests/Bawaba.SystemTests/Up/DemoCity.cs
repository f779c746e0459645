// The whole system with the demo city, started once for a class of tests as a person would: `up --data DIR`.
// Gives signed-in pages; promises that the program and its children are gone afterwards.
using System.Diagnostics;
using System.Text.Json;
using Bawaba.SystemTests.Running;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed class DemoCity : IAsyncLifetime
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private readonly TempFolder _folder = new();
    private BawabaProcess? _up;

    internal BawabaProcess Up => _up ?? throw new InvalidOperationException("not started");

    /// <summary>What the program is asked for beside the folder and the address.</summary>
    internal IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Puts files where the program will look for them, before it is started.</summary>
    internal Action<string>? Prepare { get; init; }

    /// <summary>What the program is started by: a tracer with its words; by nothing where empty.</summary>
    internal IReadOnlyList<string> Before { get; init; } = [];

    internal Browser Browser { get; init; } = new();

    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    internal string Data => _folder.File("data");

    internal TimeSpan TimeToReady { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Browser.InitializeAsync();
        if (Prepare is not null)
        {
            Directory.CreateDirectory(Data);
            Prepare(Data);
        }
        var started = Stopwatch.GetTimestamp();
        _up = BawabaProcess.StartUnder(Before, ["up", "--data", Data, "--urls", "http://127.0.0.1:0", .. More]);
        Address = await _up.ReadyAsync(StartPatience);
        TimeToReady = Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Name and password of the nth account of a role, from the first-run file.</summary>
    internal (string Name, string Password) Account(string role, int nth = 0)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "first-run.json")));
        var account = file.RootElement.GetProperty("accounts").EnumerateArray()
            .Where(a => string.Equals(a.GetProperty("role").GetString(), role, StringComparison.OrdinalIgnoreCase)).ElementAt(nth);
        return (account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
    }

    /// <summary>The second factor of the nth account of a role; null where it needs none.</summary>
    internal string? Secret(string role, int nth = 0)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "first-run.json")));
        var account = file.RootElement.GetProperty("accounts").EnumerateArray()
            .Where(a => string.Equals(a.GetProperty("role").GetString(), role, StringComparison.OrdinalIgnoreCase)).ElementAt(nth);
        return account.TryGetProperty("secondFactor", out var secret) ? secret.GetString() : null;
    }

    /// <summary>A page of its own browser profile, signed in and in the room; over another road where one is given.</summary>
    internal async Task<IPage> SignedInAsync(string role, int nth = 0, string language = "ar", Uri? road = null)
    {
        var (name, password) = Account(role, nth);
        var page = await Browser.PageAsync(road ?? Address, language == "ar" ? "ar-LY" : "en-GB");
        await page.GotoAsync("/");
        if (await page.Locator("html").GetAttributeAsync("lang") is { } shown && !shown.StartsWith(language, StringComparison.Ordinal))
            await page.GetByTestId("language").ClickAsync();
        await SignInPage.FillAsync(page, name, password, Secret(role, nth));
        await page.GetByTestId("person").WaitForAsync();
        return page;
    }

    /// <summary>A page of its own browser profile, of nobody yet.</summary>
    internal Task<IPage> PageAsync(string language = "ar") => Browser.PageAsync(Address, language == "ar" ? "ar-LY" : "en-GB");

    public async ValueTask DisposeAsync()
    {
        if (_up is not null)
            await _up.DisposeAsync();
        await Browser.DisposeAsync();
        _folder.Dispose();
    }
}
