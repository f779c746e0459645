// A gate as its own process, and how people come to its own page.
using Bawaba.SystemTests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Apart;

internal static class ApartGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Enrols with a new code and starts; its page is on a port of its own.</summary>
    internal static async Task<BawabaProcess> StartAsync(ApartCenter center, string data, params IEnumerable<string> more)
    {
        var file = Path.Combine(Directory.CreateDirectory(data + "-code").FullName, "code.txt");
        await File.WriteAllTextAsync(file, await center.CodeAsync(), Cancel);
        var gate = BawabaProcess.Start(["gate", "--center", center.Door, "--data", data, "--code-file", file, "--urls", "https://127.0.0.1:0", .. more]);
        using var limit = new CancellationTokenSource(Patience);
        Assert.True(await gate.Output.LineStartingAsync("Ready: ", limit.Token) is not null, gate.Said());
        return gate;
    }

    internal static async Task<Uri> AddressAsync(BawabaProcess gate) => new((await gate.Output.LineStartingAsync("Page: ", Cancel))!["Page: ".Length..]);

    /// <summary>Signs in at the gate's page; it learns its people with its first orders.</summary>
    internal static Task SignInAsync(IPage page, string name, string password, string landsOn) => UntilAsync(async () =>
    {
        await page.GotoAsync("/sign-in");
        await page.GetByTestId("user").FillAsync(name);
        await page.GetByTestId("password").FillAsync(password);
        await page.GetByTestId("sign-in").ClickAsync();
        return await page.GetByTestId(landsOn).CountAsync() > 0;
    }, $"{name} is signed in at the gate");

    /// <summary>How many rows the center's log has of an act on a subject.</summary>
    internal static long Acts(ApartCenter center, string act, string subject)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(center.Data, "center", "center.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var count = store.CreateCommand();
        count.CommandText = "SELECT count(*) FROM audit_event WHERE act = @act AND subject = @subject";
        count.Parameters.AddWithValue("@act", act);
        count.Parameters.AddWithValue("@subject", subject);
        return (long)count.ExecuteScalar()!;
    }

    internal static Task UntilAsync(Func<bool> wished, string what) => UntilAsync(() => Task.FromResult(wished()), what);

    internal static async Task UntilAsync(Func<Task<bool>> wished, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await wished())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"not in {Patience.TotalSeconds:0} s: {what}");
            await Task.Delay(200, Cancel);
        }
    }
}
