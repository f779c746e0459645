// Debian's Chromium, driven through Playwright: one browser a test class (IClassFixture<Browser>), one fresh profile a
// page, so that two operators are two pages. Promises no request of the browser's own to any outside address.
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Running;

public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // Nothing but this machine has a name, so that its own services find nobody.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ];

    private readonly IReadOnlyList<string> _before = [];
    private readonly TempFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Browser()
    {
    }

    /// <summary>Started by another program with its words.</summary>
    internal Browser(IReadOnlyList<string> before) => _before = before;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // Launching makes a new user-data folder of its own and deletes it at the end.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Args = Arguments, Headless = true });
    }

    /// <summary>A page with its own cookies and storage. Closing its context closes it.</summary>
    /// <param name="address">Base of relative addresses: what <see cref="BawabaProcess.ReadyAsync"/> returned.</param>
    /// <param name="anyCertificate">For a server with an authority of its own: whether browsers believe it is tried elsewhere.</param>
    /// <param name="locale">The browser's language: <c>ar-LY</c> or <c>en-GB</c>.</param>
    public async Task<IPage> PageAsync(Uri? address = null, string locale = "ar-LY", bool anyCertificate = false)
    {
        var context = await (_browser ?? throw new InvalidOperationException("the browser is not started")).NewContextAsync(new()
        {
            BaseURL = address?.ToString(),
            Locale = locale,
            IgnoreHTTPSErrors = anyCertificate,
            TimezoneId = "Africa/Tripoli",
            ViewportSize = new() { Width = 1366, Height = 800 },
        });
        return await context.NewPageAsync();
    }

    // Playwright starts one file with words of its own.
    private string Executable()
    {
        if (_before.Count == 0)
            return Chromium;
        var script = _folder.File("chromium");
        File.WriteAllText(script, $"#!/bin/sh\nexec {string.Join(' ', _before.Select(word => $"'{word}'"))} {Chromium} \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }
}
