// A gate that starts without its center: what lies on its disk is sealed, a supervisor opens it, two officers say that the clock
// is right, and it compares again; then a list that was carried there by hand. Center and gate as processes, people in Chromium.
using Bawaba.SystemTests.Running;
using Bawaba.SystemTests.Up;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Waits)]
public sealed class SealedListTests(Browser browser) : IClassFixture<Browser>
{
    private const string Gate = "north";
    private const string Password = "a password for this gate";
    private const string Wanted = "91-20417";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_gate_that_starts_cut_off_compares_again_when_a_supervisor_opened_its_list_and_two_officers_attested_the_time()
    {
        await using var center = await ApartCenter.StartAsync(arrange: c => WriteFiles(c.Data));
        await center.OfficerAsync("salem", Gate, Password);
        await center.InviteAsync("huda", "Supervisor");
        await center.PostAsync("huda", Gate, Password);
        var data = center.GateData("gate");
        string passphrase;
        await using (var gate = await ApartGate.StartAsync(center, data))
        {
            await center.StepAsync("commander", Gate, "release");
            await center.UntilAsync(s => s.GetProperty("comparing").GetBoolean(), "the gate compares");
            var page = await OpenAsync(gate, "huda");
            await ApartGate.UntilAsync(async () =>
            {
                await page.GotoAsync("/list");
                return await page.Locator("[data-testid=list-page][data-state=Open][data-trusted=yes]").CountAsync() > 0;
            }, "the list is kept");
            await page.GetByTestId("passphrase-sure").CheckAsync();
            await page.GetByTestId("make-passphrase").ClickAsync();
            await ShotsAsync(page, "passphrase");
            passphrase = (await page.GetByTestId("passphrase").TextContentAsync())!;
            await gate.StopAsync(TimeSpan.FromSeconds(20), "TERM");
            Assert.DoesNotContain(passphrase, gate.Said(), StringComparison.Ordinal);
        }
        var carried = await HandedOutAsync(center);
        // As a copied disk: no plate of the list, no passphrase, in any writing.
        Assert.Empty(PlateSearch.Find(data, [Wanted, passphrase, passphrase.Replace(" ", "", StringComparison.Ordinal)]));

        // Its road ends nowhere.
        await using var again = BawabaProcess.Start("gate", "--center", "https://localhost:1", "--data", data, "--urls", "https://127.0.0.1:0");
        var (huda, salem) = (await OpenAsync(again, "huda"), await OpenAsync(again, "salem"));
        await TypeAsync(salem, "NotComparing");
        await huda.GotoAsync("/list");
        await huda.Locator("[data-testid=list-page][data-state=Locked][data-trusted=no]").WaitForAsync();
        await ShotsAsync(huda, "locked");
        await OpenListAsync(huda, "0000 0000 0000 0000 0000 0000", "Wrong");
        await OpenListAsync(huda, passphrase, "Opened");
        await TypeAsync(salem, "NotComparing");
        await AttestAsync(huda, "First");
        await AttestAsync(huda, "SamePerson");
        await AttestAsync(salem, "Trusted");
        await salem.GotoAsync("/");
        await TypeAsync(salem, "Hit");
        await RecheckAsync(center, salem);

        await CarryAsync(huda, "not a list"u8.ToArray(), "NotReadable");
        await CarryAsync(huda, carried, "Taken");
        await CarryAsync(huda, carried, "Older");
        await ShotsAsync(huda, "open");
        await salem.GotoAsync("/list");
        Assert.Equal(0, await salem.GetByTestId("list-file").CountAsync());
        await ShotsAsync(salem, "officer");

        await InEnglishAsync(huda, "/list");

        // The room hears of all of it when the road is back, and its word of then is the second look.
        await again.StopAsync(TimeSpan.FromSeconds(20), "TERM");
        await using var back = BawabaProcess.Start("gate", "--center", center.Door, "--data", data, "--urls", "https://127.0.0.1:0");
        await ApartGate.UntilAsync(() => ApartGate.Acts(center, "GateTimeAttested", Gate) == 2 && ApartGate.Acts(center, "GateListCarried", Gate) == 6, "what was done is in the log");
        Assert.Equal((1, 1, 3), (ApartGate.Acts(center, "GatePassphraseMade", Gate), ApartGate.Acts(center, "GateListOpenRefused", Gate), ApartGate.Acts(center, "GateListOpened", Gate)));
        Assert.Equal(1, ApartGate.Acts(center, "ListHandedOut", Gate));
        Assert.Equal(1, ApartGate.Acts(center, "VoiceRecheckGiven", Gate));
        await ApartGate.UntilAsync(async () =>
            (await center.Person("operator").GetStringAsync($"/api/alerts?gate={Gate}", Cancel)).Contains("\"state\":\"Confirmed\"", StringComparison.Ordinal), "the alert is confirmed by voice");
    }

    [Fact]
    public async Task A_key_that_a_machines_TPM_gives_opens_its_list_at_the_start_and_another_TPM_does_not_give_it()
    {
        await using var center = await ApartCenter.StartAsync(arrange: c => WriteFiles(c.Data));
        await center.OfficerAsync("salem", Gate, Password);
        var data = center.GateData("gate");
        using var folder = new TempFolder();
        var (key, credential) = (folder.File("key"), folder.File("bawaba-list-key.cred"));
        await File.WriteAllBytesAsync(folder.File("secret"), System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), Cancel);
        await using (var tpm = await SoftwareTpm.StartAsync(folder.File("tpm")))
        {
            await tpm.EncryptAsync(folder.File("secret"), credential);
            await tpm.DecryptAsync(credential, key);
        }
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var gate = await ApartGate.StartAsync(center, data, "--list-key-file", key))
        {
            await center.StepAsync("commander", Gate, "release");
            await center.UntilAsync(s => s.GetProperty("comparing").GetBoolean(), "the gate compares");
            await ApartGate.UntilAsync(() => Directory.GetFiles(data, "list-time.sealed", SearchOption.AllDirectories).Length > 0, "the list is kept");
            await gate.StopAsync(TimeSpan.FromSeconds(20), "TERM");
        }
        await center.Process.KillAsync();
        File.Delete(key);
        // The disk in another machine: what is sealed for the TPM stays shut, and so does the list.
        await using (var thief = await SoftwareTpm.StartAsync(folder.File("another")))
            await Assert.ThrowsAsync<InvalidOperationException>(() => thief.DecryptAsync(credential, key));
        Assert.False(File.Exists(key) && new FileInfo(key).Length > 0);
        await using (var shut = BawabaProcess.Start("gate", "--center", center.Door, "--data", data, "--urls", "https://127.0.0.1:0"))
            Assert.Equal("Locked", await StateAsync(shut));
        await using (var tpm = await SoftwareTpm.StartAsync(folder.File("tpm")))
            await tpm.DecryptAsync(credential, key);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var again = BawabaProcess.Start("gate", "--center", center.Door, "--data", data, "--urls", "https://127.0.0.1:0", "--list-key-file", key);
        Assert.Equal("Open", await StateAsync(again));
    }

    private async Task<string?> StateAsync(BawabaProcess gate)
    {
        var page = await OpenAsync(gate, "salem");
        await page.GotoAsync("/list");
        return await page.GetByTestId("list-page").GetAttributeAsync("data-state");
    }

    private static void WriteFiles(string data)
    {
        File.Delete(Path.Combine(data, "city.json"));
        global::Bawaba.Simulator.City.DemoCity.WriteFiles(data, TimeProvider.System, 1);
    }

    private async Task<IPage> OpenAsync(BawabaProcess gate, string name)
    {
        var page = await browser.PageAsync(await ApartGate.AddressAsync(gate), anyCertificate: true);
        await ApartGate.SignInAsync(page, name, Password, "officer");
        return page;
    }

    // Who sees the list and looks after gates may take it there; nobody else.
    private static async Task<byte[]> HandedOutAsync(ApartCenter center)
    {
        foreach (var person in (string[])["technician", "operator", "administrator"])
        {
            using var refused = await center.Person(person).PostAsync($"/gates/{Gate}/computer/list", new FormUrlEncodedContent([]), Cancel);
            Assert.NotEqual("application/octet-stream", refused.Content.Headers.ContentType?.MediaType);
        }
        using var given = await center.Person("commander").PostAsync($"/gates/{Gate}/computer/list", new FormUrlEncodedContent([]), Cancel);
        Assert.Equal("application/octet-stream", given.Content.Headers.ContentType?.MediaType);
        return await given.Content.ReadAsByteArrayAsync(Cancel);
    }

    // The officer compares, calls the room, reads out, types what is answered.
    private static async Task RecheckAsync(ApartCenter center, IPage page)
    {
        await page.GetByTestId("look-Same").ClickAsync();
        await page.GetByTestId("recheck-link").ClickAsync();
        await ShotsAsync(page, "recheck");
        var number = await page.GetByTestId("recheck-number").TextContentAsync();
        await page.GetByTestId("recheck-code").FillAsync("00000000");
        await page.GetByTestId("recheck-do").ClickAsync();
        await page.Locator("[data-testid=recheck-answer][data-answer=Wrong]").WaitForAsync();
        using var form = new FormUrlEncodedContent([new("gate", Gate), new("officer", "salem"), new("number", number!)]);
        using var answered = await center.Person("operator").PostAsync("/recheck", form, Cancel);
        var html = await answered.Content.ReadAsStringAsync(Cancel);
        var code = System.Text.RegularExpressions.Regex.Match(html, "voice-code\">(?<code>[0-9]{4} [0-9]{4})<", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(code.Success, html);
        await page.GetByTestId("recheck-code").FillAsync(code.Groups["code"].Value);
        await page.GetByTestId("recheck-do").ClickAsync();
        await page.Locator("[data-testid=action][data-allowed=capped]").WaitForAsync();
        await ShotsAsync(page, "rechecked");
    }

    private static async Task InEnglishAsync(IPage page, string path)
    {
        await page.GetByTestId("language").ClickAsync();
        await page.GotoAsync(path);
        Assert.Equal("ltr", await page.Locator("html").GetAttributeAsync("dir"));
        await ShotsAsync(page, "english");
    }

    private static async Task OpenListAsync(IPage page, string passphrase, string answer)
    {
        await page.GetByTestId("type-passphrase").FillAsync(passphrase);
        await page.GetByTestId("open-list").ClickAsync();
        await AnswerAsync(page, answer);
    }

    private static async Task AttestAsync(IPage page, string answer)
    {
        await page.GotoAsync("/list");
        await page.GetByTestId("attest-sure").CheckAsync();
        await page.GetByTestId("attest").ClickAsync();
        await AnswerAsync(page, answer);
        await ShotsAsync(page, $"attest-{answer.ToLowerInvariant()}");
    }

    private static async Task CarryAsync(IPage page, byte[] file, string answer)
    {
        await page.GotoAsync("/list");
        await page.GetByTestId("list-file").SetInputFilesAsync(new FilePayload { Name = "north.bawaba-list", MimeType = "application/octet-stream", Buffer = file });
        await page.GetByTestId("carry-list").ClickAsync();
        await AnswerAsync(page, answer);
    }

    private static Task AnswerAsync(IPage page, string answer) => page.Locator($"[data-testid=list-answer][data-answer={answer}]").WaitForAsync(new() { Timeout = 20_000 });

    private static async Task TypeAsync(IPage page, string answer)
    {
        await page.GetByTestId("type-plate").FillAsync(Wanted);
        await page.GetByTestId("type-do").ClickAsync();
        await page.Locator($"[data-testid=type-answer][data-answer={answer}]").WaitForAsync(new() { Timeout = 10_000 });
    }

    // No fault that axe finds, and pictures for people, where a folder for them is named.
    private static async Task ShotsAsync(IPage page, string name)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{name}: {string.Join(", ", found.Violations.Select(v => $"{v.Id} at {v.Nodes[0].Html}"))}");
        if (Environment.GetEnvironmentVariable("BAWABA_SHOTS") is not { Length: > 0 } folder)
            return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"list-{name}.png"), FullPage = true });
        await page.SetViewportSizeAsync(390, 844);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"list-{name}-phone.png"), FullPage = true });
        await page.SetViewportSizeAsync(1366, 800);
    }
}
