// People's own law from its first passkey to a gate that compares: center and gate as processes of their own, four people in a
// real browser, each with the authenticator the browser keeps for its tests.
using System.Net.Http.Json;
using System.Text.Json;
using Bawaba.SystemTests.Running;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Alone)]
public sealed class LawTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_approved_with_passkeys_a_gate_compares_with_it_and_stops_within_ten_seconds_of_its_removal()
    {
        await using var center = await ApartCenter.StartAsync();
        foreach (var (name, role, chain) in ((string, string, string)[])
            [("registrar", "Registrar", "البحث الجنائي"), ("approver", "Approver", "النيابة العامة"), ("approver-2", "Approver", "المحكمة"), ("auditor", "Auditor", "الرقابة")])
        {
            await center.InviteAsync(name, role, chain);
        }
        await using var gate = await ApartGate.StartAsync(center, center.GateData("gate"));
        await center.StepAsync("commander", "north", "release");

        // Passkeys, and the ring they make.
        var approver = await PersonAsync(center, "approver");
        foreach (var page in new[] { approver, await PersonAsync(center, "approver-2"), await PersonAsync(center, "auditor") })
        {
            await page.GotoAsync("/approvers");
            await page.GetByTestId("passkey-add").ClickAsync();
            await page.GetByTestId("passkey").WaitForAsync();
        }
        using (var founded = await center.Person("administrator").PostAsync("/approvers/found", new FormUrlEncodedContent([]), Cancel))
            founded.EnsureSuccessStatusCode();

        // A registrar writes an entry, the commander an order; the approver's passkey signs both.
        var registrar = await PersonAsync(center, "registrar");
        await WriteEntryAsync(registrar);
        var order = await DraftOrderAsync(center);
        await approver.GotoAsync("/inbox");
        await ShotAsync(approver, "inbox");
        await approver.GetByTestId("document").WaitForAsync();
        await approver.Locator("input[name=entry]").CheckAsync();
        await approver.GetByTestId("approve-entries").ClickAsync();
        await Assertions.Expect(approver.Locator("input[name=entry]")).ToHaveCountAsync(0);
        await approver.GetByTestId($"approve-{order}").ClickAsync();
        await Assertions.Expect(approver.GetByTestId($"approve-{order}")).ToHaveCountAsync(0);

        // The gate believes it, and says so.
        await center.UntilAsync(s => s.GetProperty("comparing").GetBoolean(), "the gate compares");
        Assert.Empty((await center.StateAsync()).GetProperty("ordersRefused").EnumerateArray());

        // Taken off: the gate has heard of it within ten seconds.
        await registrar.GotoAsync("/watchlist");
        await ShotAsync(registrar, "watchlist");
        var began = TimeProvider.System.GetTimestamp();
        await registrar.Locator("[data-testid^=remove-]").ClickAsync();
        var known = Directory.GetFiles(center.GateData("gate"), "approvers.json", SearchOption.AllDirectories).Single();
        await ApartGate.UntilAsync(() => File.ReadAllText(known).Contains("\"entry\":\"e-", StringComparison.Ordinal), "the gate remembers the removal");
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Removal);
        await approver.GotoAsync("/approvers");
        await ShotAsync(approver, "approvers");
    }

    private static async Task WriteEntryAsync(IPage page)
    {
        await page.GotoAsync("/watchlist/new");
        await page.GetByTestId("plate").FillAsync("5-12345");
        await page.GetByTestId("permittedAction").SelectOptionAsync("stop-and-notify");
        await page.GetByTestId("legalBasis").FillAsync("المادة 444 من قانون العقوبات");
        await page.GetByTestId("instrumentNumber").FillAsync("118/2026");
        await page.GetByTestId("issuedBy").FillAsync("نيابة الشمال");
        await page.GetByTestId("issuedOn").FillAsync(Day(-1));
        await page.GetByTestId("purpose").FillAsync("مركبة مُبلّغ عن سرقتها");
        // A day that is past is said, and what was typed stays.
        await page.GetByTestId("expiresAt").FillAsync(Day(-2) + "T12:00");
        await page.GetByTestId("document-file").SetInputFilesAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        await Assertions.Expect(page.GetByTestId("sourceDocumentSha256")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.GetByTestId("save-draft").ClickAsync();
        await page.Locator("[data-field=expiresAt][data-word=past]").WaitForAsync();
        await ShotAsync(page, "entry-form");
        Assert.Equal("5-12345", await page.GetByTestId("plate").InputValueAsync());
        await page.GetByTestId("expiresAt").FillAsync(Day(20) + "T12:00");
        await page.GetByTestId("save-draft").ClickAsync();
        await page.Locator("[data-testid^=submit-]").ClickAsync();
        await page.Locator("[data-state=Pending]").WaitForAsync();
    }

    private static async Task<string> DraftOrderAsync(ApartCenter center)
    {
        using var drafted = await center.Person("commander").PostAsJsonAsync(
            "/api/mandates",
            new
            {
                purpose = "Stolen vehicles",
                instrumentNumber = "O-1",
                issuer = "Public prosecutor",
                issuedOn = Day(-1),
                gates = "north",
                categories = "stolen-vehicle",
                fromAt = Day(-1) + "T00:00:00Z",
                untilAt = Day(20) + "T00:00:00Z",
            },
            Cancel);
        Assert.True(drafted.IsSuccessStatusCode, await drafted.Content.ReadAsStringAsync(Cancel));
        using var body = JsonDocument.Parse(await drafted.Content.ReadAsStringAsync(Cancel));
        var id = body.RootElement.GetProperty("id").GetString()!;
        using var submitted = await center.Person("commander").PostAsync($"/api/mandates/{id}/submit?version={body.RootElement.GetProperty("version").GetInt64()}", null, Cancel);
        submitted.EnsureSuccessStatusCode();
        return id;
    }

    // Passkeys are made for a host name: the pages are opened under this machine's.
    private async Task<IPage> PersonAsync(ApartCenter center, string name)
    {
        var page = await browser.PageAsync(new(center.Screens.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync("/sign-in");
        await SignInPage.FillAsync(page, name, ApartCenter.Password, center.Secrets.GetValueOrDefault(name));
        return page;
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"law-{name}-ar.png"), FullPage = true });
        await page.SetViewportSizeAsync(400, 800);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"law-{name}-phone.png"), FullPage = true });
        await page.SetViewportSizeAsync(1366, 800);
    }

    private static string Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
