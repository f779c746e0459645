// The whole system as a city of one's own would run it: `up --no-demo` as a child process, the first administrator made
// through the one-time link, an operator invited, and a real browser in front of it. Called by the trials.
// Promises that everything it started ends with it.
using System.Diagnostics;
using Microsoft.Playwright;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class TrialRoom : IAsyncDisposable
{
    private const string Password = "a long password of a trial";

    internal static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // By name; a trial has one room at a time.
    private static readonly Dictionary<string, string> Secrets = new(StringComparer.Ordinal);

    private readonly Process _up;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TrialRoom(Process up, Uri address, IPlaywright playwright, IBrowser browser)
    {
        (_up, Address, _playwright, _browser) = (up, address, playwright, browser);
    }

    internal Uri Address { get; }

    internal int ProcessId => _up.Id;

    /// <summary>Starts on a folder whose files are written; returns when the operator can sign in.</summary>
    internal static async Task<TrialRoom> StartAsync(string folder)
    {
        var app = AppPath();
        var up = Process.Start(new ProcessStartInfo("dotnet", [app, "up", "--no-demo", "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var (link, address) = await ReadyAsync(up);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = BrowserArguments });
        var room = new TrialRoom(up, address, playwright, browser);
        var page = await room.PageAsync("en-GB");
        await AcceptAsync(page, link, "admin", "Trial administrator");
        await SignInAsync(page, "admin");
        await page.GotoAsync("/accounts");
        await page.GetByTestId("user").FillAsync("operator");
        await page.GetByTestId("invite-role").SelectOptionAsync("Operator");
        await page.GetByTestId("invite").ClickAsync();
        var invitation = await page.GetByTestId("invitation-link").InnerTextAsync();
        await page.GetByTestId("sign-out").ClickAsync();
        await AcceptAsync(page, invitation, null, "Trial operator");
        await page.Context.CloseAsync();
        return room;
    }

    /// <summary>The room on an operator's screen.</summary>
    internal async Task<IPage> OperatorAsync(string locale)
    {
        var page = await PageAsync(locale);
        await page.GotoAsync("/sign-in");
        if (await page.Locator("html").GetAttributeAsync("lang") is { } shown && !locale.StartsWith(shown[..2], StringComparison.Ordinal))
            await page.GetByTestId("language").ClickAsync();
        await SignInAsync(page, "operator");
        await page.GetByTestId("alert-list").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        if (!_up.HasExited)
        {
            using var stop = Process.Start("kill", ["-INT", _up.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            await _up.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (!_up.HasExited)
            _up.Kill(entireProcessTree: true);
        _up.Dispose();
    }

    // The program as it is built for itself: the copy beside the benchmarks runs on their versions of libraries.
    internal static string AppPath()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bawaba.slnx")))
                return Path.Combine(folder.FullName, "src", "Bawaba", "bin", configuration, "net10.0", "bawaba-app.dll");
        }
        throw new InvalidOperationException($"no Bawaba.slnx above {AppContext.BaseDirectory}");
    }

    private static async Task<(string Link, Uri Address)> ReadyAsync(Process up)
    {
        var link = "";
        while (await up.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http", StringComparison.Ordinal) is >= 0 and var at && line.Contains("/welcome/", StringComparison.Ordinal))
                link = line[at..].Trim();
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
                return (link, new(line["Ready: ".Length..]));
        }
        throw new InvalidOperationException("the system ended before it was ready");
    }

    private async Task<IPage> PageAsync(string locale)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = locale,
            TimezoneId = "Africa/Tripoli",
            ViewportSize = new() { Width = 1366, Height = 800 },
        });
        return await context.NewPageAsync();
    }

    private static async Task AcceptAsync(IPage page, string link, string? name, string display)
    {
        await page.GotoAsync(link);
        if (name is not null)
            await page.GetByTestId("user").FillAsync(name);
        await page.GetByTestId("display").FillAsync(display);
        await page.GetByTestId("password").FillAsync(Password);
        await page.GetByTestId("again").FillAsync(Password);
        await page.GetByTestId("accept").ClickAsync();
        await page.GetByTestId("sign-in").WaitForAsync();
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByTestId("user").FillAsync(name);
        await page.GetByTestId("password").FillAsync(Password);
        var secret = Secrets.GetValueOrDefault(name);
        if (secret is not null)
            await page.GetByTestId("code").FillAsync(SignInCode.Of(secret)!);
        await page.GetByTestId("sign-in").ClickAsync();
        await page.Locator("[data-testid=person], [data-testid=secret]").First.WaitForAsync();
        if (secret is not null || await page.GetByTestId("secret").CountAsync() == 0)
            return;
        Secrets[name] = await page.GetByTestId("secret").InnerTextAsync();
        await SignInAsync(page, name);
    }
}
