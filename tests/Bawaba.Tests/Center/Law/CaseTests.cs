using Bawaba.Center.Cases;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;

namespace Bawaba.Tests.Center.Law;

public sealed class CaseTests
{
    [Fact]
    public async Task Numbers_run_through_a_year_and_begin_anew_with_the_next()
    {
        await using var rig = await LawRig.StartAsync();
        Assert.Equal(["2026-000001", "2026-000002"], [(await OpenAsync(rig)).Number, (await OpenAsync(rig)).Number]);
        rig.Center.Time.SetUtcNow(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("2027-000001", (await OpenAsync(rig, await rig.Center.SignedInAsync(Role.Investigator))).Number);
    }

    [Fact]
    public async Task An_entry_names_an_open_case_or_none()
    {
        await using var rig = await LawRig.StartAsync();
        var open = await OpenAsync(rig);
        var entry = LawRig.Done(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft() with { CaseNumber = open.Number }, 0, rig.Cancellation));
        var found = await rig.Center.Get<CenterStore>().ReadAsync(c => CaseSql.Find(c, Scope.Joint, open.Number), rig.Cancellation);
        Assert.Equal($"entry/{entry.Id}", Assert.Single(found!.Links));
        Assert.IsType<CaseResult.Done>(await rig.Center.Get<CaseDesk>().CloseAsync(rig.Registrar, open.Number, rig.Cancellation));
        Assert.IsType<CaseResult.NotFound>(await rig.Center.Get<CaseDesk>().CloseAsync(rig.Registrar, open.Number, rig.Cancellation));
        foreach (var number in new[] { open.Number, "2026-999999" })
        {
            var faulty = Assert.IsType<EntryResult.Faulty>(await rig.Entries.DraftAsync(rig.Registrar, rig.Draft() with { CaseNumber = number }, 0, rig.Cancellation));
            Assert.Equal(("caseNumber", "unknown"), (faulty.Faults[0].Field, faulty.Faults[0].Word));
        }
    }

    [Fact]
    public async Task Who_may_not_open_cases_opens_none_and_a_long_outside_number_is_refused()
    {
        await using var rig = await LawRig.StartAsync();
        var desk = rig.Center.Get<CaseDesk>();
        Assert.IsType<CaseResult.NotAllowed>(await desk.OpenAsync(rig.Approver, CaseKind.Other, null, rig.Cancellation));
        Assert.IsType<Reading<IReadOnlyList<CaseFile>>.NotAllowed>(await desk.ListAsync(rig.Administrator, rig.Cancellation));
        Assert.IsType<CaseResult.Unfit>(await desk.OpenAsync(rig.Registrar, CaseKind.Other, new string('x', 61), rig.Cancellation));
    }

    private static async Task<CaseFile> OpenAsync(LawRig rig, Actor? by = null) =>
        Assert.IsType<CaseResult.Done>(await rig.Center.Get<CaseDesk>().OpenAsync(by ?? rig.Registrar, CaseKind.StolenVehicle, "118/2026", rig.Cancellation)).Case;
}
