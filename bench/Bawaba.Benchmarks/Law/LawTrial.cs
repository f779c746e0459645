// How long the longest list takes: an import of ten thousand rows, the slice made, packed, unpacked and believed by a gate, and a
// change of one entry. In one process, on real stores, without a network: what a road adds is its own.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bawaba.Benchmarks.Cities;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Gate.Approvals;
using Bawaba.Gate.Matching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks.Law;

internal static class LawTrial
{
    internal const string Verb = "law";
    private const int Entries = 10_000;

    internal static async Task<int> RunAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var plates = Enumerable.Range(0, Entries).Select(i => (EntryId.Parse($"entry-{i}"), string.Create(CultureInfo.InvariantCulture, $"99-{1_000_000 + i}"))).ToArray();
        await using (var center = await BenchCenter.StartAsync(entries: plates))
        {
            var clock = TimeProvider.System;
            var link = center.Get<ICenterLink>();
            var watch = clock.GetTimestamp();
            var orders = await link.GetOrdersAsync(BenchCenter.Gate, CancellationToken.None);
            Say("slice made", clock, ref watch);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(orders, ContractsJson.Default.GateOrders);
            Say($"packed to {bytes.Length / 1024} KiB of JSON", clock, ref watch);
            var sent = JsonSerializer.Deserialize(bytes, ContractsJson.Default.GateOrders)!;
            Say("unpacked", clock, ref watch);
            var book = new ApproverBook(BenchCenter.Gate, Path.Combine(folder, "approvers.json"), clock, NullLogger.Instance);
            var believed = book.Believe(sent);
            Say($"{believed.Entries.Count} of {sent.Entries.Count} entries believed", clock, ref watch);
            var matcher = new GateMatcher(clock);
            matcher.Accept(believed);
            Say("compared with", clock, ref watch);
            File.WriteAllText(Path.Combine(center.Folder, "watchlist.json"), File.ReadAllText(Path.Combine(center.Folder, "watchlist.json")).Replace("99-1000000\"", "99-2000000\"", StringComparison.Ordinal));
            watch = clock.GetTimestamp();
            await center.Get<Bawaba.Center.Filed.FiledLaw>().TakeEntriesAsync(CancellationToken.None);
            Say("one entry changed in a file of all, read and signed", clock, ref watch);
            sent = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(await link.GetOrdersAsync(BenchCenter.Gate, CancellationToken.None), ContractsJson.Default.GateOrders), ContractsJson.Default.GateOrders)!;
            matcher.Accept(book.Believe(sent));
            Say("and in force at the gate", clock, ref watch);
        }
        await ImportAsync();
        return 0;
    }

    private static async Task ImportAsync()
    {
        await using var center = await BenchCenter.StartAsync(entries: []);
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow();
        var account = new Account { Id = AccountId.Mint(clock), UserName = "registrar", DisplayName = "Registrar", Role = Role.Registrar, Chain = "police", CreatedAt = now };
        var session = new Session { Id = SessionId.Mint(clock), Account = account.Id, StartedAt = now, ExpiresAt = now.AddHours(1), Address = "" };
        await center.Get<CenterStore>().WriteAsync(
            c =>
            {
                OperatorSql.InsertAccount(c, account, "none");
                OperatorSql.InsertSession(c, session, "none");
            },
            CancellationToken.None);
        var actor = new Actor { Account = account.Id, UserName = account.UserName, DisplayName = account.DisplayName, Role = account.Role, Scope = account.Scope, Session = session.Id, Address = "" };
        await center.Get<DocumentDesk>().StoreAsync(actor, Paper, CancellationToken.None);
        foreach (var broken in new[] { 300, 0 })
        {
            var watch = clock.GetTimestamp();
            var result = await center.Get<ImportDesk>().ImportAsync(actor, FileOf(broken, now), (_, _) => Task.CompletedTask, CancellationToken.None);
            var report = ((ImportResult.Read)result).Report;
            Say($"import of {report.Rows} rows: {report.FaultyRows} faulty, {report.Kept} kept", clock, ref watch);
        }
    }

    private static readonly byte[] Paper = "%PDF-1.7\n"u8.ToArray();

    private static readonly string Document = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Paper));

    private static byte[] FileOf(int broken, DateTimeOffset now)
    {
        var text = new StringBuilder("plate,category,legalBasis,instrumentNumber,issuedBy,issuedOn,purpose,permittedAction,expiresAt,sourceDocumentSha256\n");
        var (issued, expires) = (now.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.AddDays(20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        for (var i = 0; i < Entries; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i < broken ? "?" : $"5-{1_000_000 + i}")},stolen-vehicle,Penal code 444,R-{i},Northern prosecution,{issued},Find a vehicle,stop-and-notify,{expires},{Document}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Say(string what, TimeProvider clock, ref long since)
    {
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(since).TotalMilliseconds,8:0} ms  {what}"));
        since = clock.GetTimestamp();
    }
}
