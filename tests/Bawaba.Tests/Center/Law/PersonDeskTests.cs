using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

public sealed class PersonDeskTests
{
    private const string Name = "أحمد مصطفى الزروق";
    private const string Document = "119850012345";

    [Theory]
    [InlineData("119850012345")]
    [InlineData("١١٩٨٥-٠٠١٢٣٤٥")]
    [InlineData("1198 5001 2345")]
    [InlineData("احمد مصطفي الزروق")]
    [InlineData(" أَحْمَد  مصطفى الزّروق ")]
    [InlineData("أحمـد مصطفى الزروق")]
    public async Task A_document_is_found_by_its_number_or_its_whole_name_however_it_is_written(string typed)
    {
        await using var rig = await StartAsync();
        var officer = await rig.Center.SignedInAsync(Role.GateOfficer);
        var found = Assert.IsType<PersonResult.Found>(await AskAsync(rig, officer, typed));
        Assert.Equal("wanted-by-verdict", Assert.Single(found.Entries).Category);
        Assert.Equal(nameof(AuditAct.PersonLookedUp), await rig.LastActAsync());
    }

    [Theory]
    [InlineData("أحمد مصطفى")]
    [InlineData("أحمد الزروق")]
    [InlineData("أحمد مصطفى الزروق محمد")]
    [InlineData("احمد مصطفى الزرق")]
    [InlineData("11985001234")]
    [InlineData("119850012346")]
    public async Task A_part_of_a_name_a_similar_one_or_another_number_finds_nobody(string typed)
    {
        await using var rig = await StartAsync();
        Assert.IsType<PersonResult.NobodyFound>(await AskAsync(rig, await rig.Center.SignedInAsync(Role.GateOfficer), typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("أحمد")]
    [InlineData("1234")]
    [InlineData("% OR 1=1")]
    public async Task What_is_no_name_and_no_number_is_not_looked_up(string typed)
    {
        await using var rig = await StartAsync();
        Assert.IsType<PersonResult.Unfit>(await AskAsync(rig, await rig.Center.SignedInAsync(Role.GateOfficer), typed));
    }

    [Fact]
    public async Task What_was_typed_is_in_no_row_of_the_log_and_what_it_was_for_is()
    {
        await using var rig = await StartAsync();
        await AskAsync(rig, await rig.Center.SignedInAsync(Role.GateOfficer), "سالم علي حسن");
        var rows = await rig.Center.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT subject || ' ' || detail FROM audit_event", r => r.GetString(0)), rig.Cancellation);
        Assert.Equal("north reason=ConfirmedHit by=name found=0", rows[^1]);
        Assert.DoesNotContain(rows, r => r.Contains("سالم", StringComparison.Ordinal) || r.Contains(Document, StringComparison.Ordinal) || r.Contains("أحمد", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_about_everybody_is_stopped_and_an_entry_that_ended_names_nobody()
    {
        await using var rig = await StartAsync();
        var officer = await rig.Center.SignedInAsync(Role.GateOfficer);
        for (var i = 0; i < PersonDesk.MaxAsked; i++)
            Assert.IsType<PersonResult.NobodyFound>(await AskAsync(rig, officer, $"99985000{i:0000}"));
        Assert.IsType<PersonResult.TooMany>(await AskAsync(rig, officer, Document));
        rig.Center.Time.Advance(TimeSpan.FromDays(91));
        Assert.IsType<PersonResult.NobodyFound>(await AskAsync(rig, await rig.Center.SignedInAsync(Role.GateOfficer), Document));
    }

    [Fact]
    public async Task Without_the_log_nobody_is_looked_up_and_no_other_role_does_it()
    {
        await using var rig = await StartAsync();
        var officer = await rig.Center.SignedInAsync(Role.GateOfficer);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.GateOfficer or Role.Supervisor)))
            Assert.IsType<PersonResult.NotAllowed>(await AskAsync(rig, await rig.Center.SignedInAsync(role), Document));
        await rig.Center.BreakAuditAsync();
        Assert.IsType<PersonResult.AuditUnavailable>(await AskAsync(rig, officer, Document));
    }

    [Fact]
    public async Task A_name_goes_to_no_gate_and_is_gone_with_the_plate()
    {
        await using var rig = await StartAsync();
        await rig.ApprovedOrderAsync(rig.OrderDraft() with { Categories = "wanted-by-verdict" });
        var orders = await rig.OrdersOfAsync(A.North);
        Assert.Single(orders.Entries);
        var sent = System.Text.Json.JsonSerializer.Serialize(orders, ContractsJson.Default.GateOrders);
        Assert.DoesNotContain(Document, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u0623\\u062D\\u0645\\u062F", sent, StringComparison.OrdinalIgnoreCase);
        var entry = rig.Center.Get<WatchlistBook>().Find(orders.Entries[0].Id)!;
        Assert.IsType<EntryResult.Done>(await rig.Entries.RemoveAsync(rig.Registrar, entry.Id, entry.Version, rig.Cancellation));
        rig.Center.Time.Advance(TimeSpan.FromHours(25));
        await rig.Center.Get<EntryClock>().TickAsync(rig.Cancellation);
        var bodies = await rig.Center.Get<CenterStore>().ReadAsync(c => c.Rows("SELECT body FROM watch_entry", r => r.GetString(0)), rig.Cancellation);
        Assert.DoesNotContain(bodies, b => b.Contains(Document, StringComparison.Ordinal) || b.Contains("personName\":\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobodys_name_belongs_to_a_stolen_vehicle_and_what_was_signed_covers_the_name()
    {
        await using var rig = await StartAsync();
        var faulty = Assert.IsType<EntryResult.Faulty>(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft("6-1") with { PersonName = Name, PersonDocument = Document }, 0, rig.Cancellation));
        Assert.Equal(["personDocument not-for-category", "personName not-for-category"], faulty.Faults.Select(f => $"{f.Field} {f.Word}").Order(StringComparer.Ordinal));
        var entry = rig.Center.Get<WatchlistBook>().All.Single(e => e.PersonName == Name);
        Assert.NotEqual(EntryLeaf.Of(entry), EntryLeaf.Of(entry with { PersonDocument = "119850099999" }));
        Assert.NotEqual(EntryLeaf.Of(entry), EntryLeaf.Of(entry with { PersonName = "محمد سالم علي" }));
    }

    private static async Task<LawRig> StartAsync()
    {
        var rig = await LawRig.StartAsync();
        await rig.ActiveAsync(rig.Draft() with
        {
            Category = ListCategory.WantedByVerdict.Code,
            PermittedAction = PermittedAction.VerifyIdentity,
            PersonName = Name,
            PersonDocument = "119850-012345",
        });
        return rig;
    }

    private static Task<PersonResult> AskAsync(LawRig rig, Actor actor, string typed) =>
        rig.Center.Get<PersonDesk>().LookUpAsync(actor, A.North, LookUpReason.ConfirmedHit, typed, rig.Cancellation);
}
