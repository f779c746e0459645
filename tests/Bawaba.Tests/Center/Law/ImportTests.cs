using System.Globalization;
using System.Text;
using System.Text.Json;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;

namespace Bawaba.Tests.Center.Law;

public sealed class ImportTests
{
    private const string Head = "plate,category,legalBasis,instrumentNumber,issuedBy,issuedOn,purpose,permittedAction,expiresAt,sourceDocumentSha256";

    [Fact]
    public async Task Ten_thousand_rows_with_three_hundred_broken_ones_keep_nothing_and_name_every_fault_with_its_row()
    {
        await using var rig = await LawRig.StartAsync();
        var broken = Enumerable.Range(1, 10_000).Where(i => i % 33 == 0).Take(300).ToHashSet();
        var file = File(Enumerable.Range(1, 10_000).Select(i => broken.Contains(i) ? Row("?", expires: "soon") : Row($"5-{i}")));
        var told = new List<int>();
        var report = Report(await rig.Center.Get<ImportDesk>().ImportAsync(rig.Registrar, file, (read, _) => { told.Add(read); return Task.CompletedTask; }, rig.Cancellation));
        Assert.Equal((10_000, 0, 300, 600), (report.Rows, report.Kept, report.FaultyRows, report.Faults.Count));
        Assert.Equal(broken.Order(), report.Faults.Select(f => f.Row).Distinct());
        Assert.All(report.Faults, f => Assert.Contains($"{f.Field} {f.Word}", new[] { "plate unfit", "expiresAt unfit" }));
        Assert.Empty(rig.Center.Get<WatchlistBook>().All);
        Assert.Equal((0, 10_000), (told[0], told[^1]));
        Assert.Equal(nameof(AuditAct.EntriesImported), await rig.LastActAsync());
    }

    [Fact]
    public async Task A_good_file_waits_for_approval_whole_and_is_approved_with_one_signature()
    {
        await using var rig = await LawRig.StartAsync();
        await rig.ApprovedOrderAsync();
        var report = Report(await ImportAsync(rig, File(Enumerable.Range(1, 50).Select(i => Row($"5-{i}")))));
        Assert.Equal((50, 50, 0), (report.Rows, report.Kept, report.Faults.Count));
        var waiting = rig.Center.Get<WatchlistBook>().All;
        Assert.All(waiting, e => Assert.Equal((EntryState.Pending, "police"), (e.State, e.RequesterChain)));
        await rig.ApproveAsync(rig.Approver, [.. waiting.Select(e => e.Id)]);
        Assert.Equal(50, (await rig.OrdersOfAsync(A.North)).Entries.Count);
    }

    [Fact]
    public async Task A_row_whose_document_is_not_stored_is_named_by_its_own_row_also_behind_broken_ones()
    {
        await using var rig = await LawRig.StartAsync();
        var report = Report(await ImportAsync(rig, File([Row("?"), Row("5-1"), Row("5-2", document: new('b', 64))])));
        Assert.Equal(["1 plate unfit", "3 sourceDocumentSha256 not-stored"], report.Faults.Select(f => $"{f.Row} {f.Field} {f.Word}"));
        Assert.Equal(0, report.Kept);
    }

    [Fact]
    public async Task Quoted_fields_other_separators_and_json_are_read_too()
    {
        await using var rig = await LawRig.StartAsync();
        var csv = "\uFEFF" + Head.Replace(',', ';') + "\r\n" + Row("5-1").Replace(",", ";", StringComparison.Ordinal).Replace("Find a vehicle", "\"Find; a \"\"white\"\" vehicle\"", StringComparison.Ordinal) + "\r\n";
        Assert.Equal(1, Report(await ImportAsync(rig, Encoding.UTF8.GetBytes(csv))).Kept);
        var row = rig.Draft("6-1") with { Gates = "north" };
        var json = JsonSerializer.SerializeToUtf8Bytes(new { entries = new[] { new { plate = row.Plate, category = row.Category, legalBasis = row.LegalBasis, instrumentNumber = row.InstrumentNumber, issuedBy = row.IssuedBy, issuedOn = row.IssuedOn, purpose = row.Purpose, permittedAction = row.PermittedAction, expiresAt = row.ExpiresAt, sourceDocumentSha256 = row.SourceDocumentSha256, gates = new[] { "north", "south" } } } });
        Assert.Equal(1, Report(await ImportAsync(rig, json)).Kept);
        var kept = rig.Center.Get<WatchlistBook>().All;
        Assert.Contains(kept, e => e.Purpose == "Find; a \"white\" vehicle");
        Assert.Contains(kept, e => e.Gates.Count == 2);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "unfit")]
    [InlineData("{\"entries\": 5}", "unfit")]
    [InlineData("[5]", "unfit")]
    [InlineData("plate,politics\n5-1,x\n", "columns-unknown")]
    [InlineData("category\nstolen-vehicle\n", "columns-unknown")]
    [InlineData("plate,category\n5-1\n", "unfit")]
    [InlineData("plate,plate\n5-1,5-2\n", "unfit")]
    public async Task What_is_no_such_file_is_said_in_a_word(string text, string word)
    {
        await using var rig = await LawRig.StartAsync();
        Assert.Equal(word, Assert.IsType<ImportResult.NoSuchFile>(await ImportAsync(rig, Encoding.UTF8.GetBytes(text))).Word);
    }

    [Fact]
    public async Task An_id_that_is_there_already_or_twice_and_an_urgent_entry_are_refused()
    {
        await using var rig = await LawRig.StartAsync();
        var head = "id," + Head + "\n";
        var file = head + string.Join('\n', "one," + Row("5-1"), "one," + Row("5-2"), "two," + Row("5-3").Replace("stolen-vehicle", "kidnapping-urgent", StringComparison.Ordinal));
        var report = Report(await ImportAsync(rig, Encoding.UTF8.GetBytes(file)));
        Assert.Contains(report.Faults, f => f is { Row: 2, Field: "id", Word: "used" });
        Assert.Contains(report.Faults, f => f is { Row: 3, Field: "category" });
        Assert.Equal(1, Report(await ImportAsync(rig, Encoding.UTF8.GetBytes(head + "one," + Row("5-1")))).Kept);
        Assert.Equal("used", Assert.Single(Report(await ImportAsync(rig, Encoding.UTF8.GetBytes(head + "one," + Row("5-9")))).Faults).Word);
    }

    [Fact]
    public async Task Only_a_registrar_imports()
    {
        await using var rig = await LawRig.StartAsync();
        foreach (var role in Enum.GetValues<Role>().Where(r => !RoleTable.Allows(r, Permission.DraftEntries)))
        {
            var actor = await rig.Center.SignedInAsync(role, "x");
            Assert.IsType<ImportResult.NotAllowed>(await rig.Center.Get<ImportDesk>().ImportAsync(actor, File([Row("5-1")]), (_, _) => Task.CompletedTask, rig.Cancellation));
        }
    }

    private static Task<ImportResult> ImportAsync(LawRig rig, byte[] file) =>
        rig.Center.Get<ImportDesk>().ImportAsync(rig.Registrar, file, (_, _) => Task.CompletedTask, rig.Cancellation);

    private static ImportReport Report(ImportResult result) => Assert.IsType<ImportResult.Read>(result).Report;

    private static byte[] File(IEnumerable<string> rows) => Encoding.UTF8.GetBytes(Head + "\n" + string.Join('\n', rows) + "\n");

    private static string Row(string plate, string expires = "2026-12-20T09:00:00Z", string? document = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plate},stolen-vehicle,Penal code 444,R-1,Northern prosecution,2026-11-20,Find a vehicle,stop-and-notify,{expires},{document ?? LawRig.Document}");
}
