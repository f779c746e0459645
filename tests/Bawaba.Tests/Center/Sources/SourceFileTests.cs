using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Center.Sources;

public sealed class SourceFileTests
{
    [Fact]
    public async Task A_broken_file_keeps_the_last_good_content_and_says_so()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await File.WriteAllTextAsync(rig.WatchlistPath, "{ \"entries\": [ { \"plate\": \"9-999999\"", rig.Cancellation);
        await rig.PollSourcesAsync();
        var report = rig.Get<SourceBoard>().Reports.Single(r => r.Source == LoadReport.Watchlist);
        Assert.Equal((false, 1, CenterRig.Start), (report.IsGood, report.RowsInForce, report.InForceSinceAt!.Value));
        Assert.Single(rig.Get<WatchlistBook>().All);
        Assert.Contains("SourceRefused", await rig.ActsAsync());
    }

    [Fact]
    public async Task The_last_good_content_stays_over_a_restart_beside_a_broken_file()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await File.WriteAllTextAsync(rig.WatchlistPath, "broken", rig.Cancellation);
        await File.WriteAllTextAsync(rig.MandatesPath, "broken", rig.Cancellation);
        await rig.RestartAsync();
        Assert.Single(rig.Get<WatchlistBook>().All);
        Assert.Single(rig.Get<MandateBook>().All);
        Assert.All(rig.Get<SourceBoard>().Reports.Where(r => r.Source != LoadReport.City), r => Assert.False(r.IsGood));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_is_an_empty_book_and_stays_one_over_a_restart()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        File.Delete(rig.WatchlistPath);
        await rig.PollSourcesAsync();
        Assert.DoesNotContain(rig.Get<WatchlistBook>().All, e => e.IsActiveAt(rig.Now));
        await rig.RestartAsync();
        Assert.DoesNotContain(rig.Get<WatchlistBook>().All, e => e.IsActiveAt(rig.Now));
    }

    [Fact]
    public async Task A_list_that_cannot_be_written_into_the_audit_log_is_not_taken()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.BreakAuditAsync();
        await File.WriteAllTextAsync(rig.WatchlistPath, A.Watchlist(A.Entry(), A.Entry("entry-2", "6-654321")), rig.Cancellation);
        await rig.PollSourcesAsync();
        Assert.Single(rig.Get<WatchlistBook>().All);
        Assert.False(rig.Get<WatchlistFile>().Report.IsGood);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_read_again()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var loads = (await rig.ActsAsync()).Count;
        await rig.PollSourcesAsync();
        Assert.Equal(loads, (await rig.ActsAsync()).Count);
    }

    [Theory]
    [InlineData("gates", "[\"nowhere\"]", "not registered")]
    [InlineData("gates", "[]", "a list of 1 to")]
    [InlineData("categories", "[\"politics\"]", "does not exist")]
    [InlineData("untilAt", "\"2026-12-21T00:00:01Z\"", "more than 30 days")]
    [InlineData("untilAt", "\"2026-11-21T00:00:00Z\"", "not after fromAt")]
    [InlineData("approver", "\"head of traffic\"", "approver is the requester")]
    [InlineData("issuedOn", "\"2026-11-25\"", "issuedOn is after")]
    public async Task An_order_that_breaks_a_rule_is_refused_with_its_place(string property, string json, string expected)
    {
        var order = A.Order();
        order[property] = System.Text.Json.Nodes.JsonNode.Parse(json);
        await using var rig = await CenterRig.StartAsync(r => File.WriteAllText(r.MandatesPath, A.Mandates(order)));
        var fault = Assert.Single(rig.Get<MandateFile>().Report.Faults);
        Assert.Equal("order 1 (order-1)", fault.Place);
        Assert.Contains(expected, fault.Text, StringComparison.Ordinal);
        Assert.Empty(rig.Get<MandateBook>().All);
    }

    [Fact]
    public async Task An_order_is_never_lengthened_and_its_instrument_never_used_again_but_it_may_be_shortened()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var longer = A.Order();
        longer["untilAt"] = "2026-12-20T12:00:00Z";
        Assert.Contains("longer", await FaultAsync(longer), StringComparison.Ordinal);
        Assert.Contains("renewal", await FaultAsync(A.Order("order-2")), StringComparison.Ordinal);
        Assert.Contains("differs", await FaultAsync(A.Order(instrument: "119/2026")), StringComparison.Ordinal);
        var shorter = A.Order();
        shorter["untilAt"] = "2026-12-01T00:00:00Z";
        Assert.Equal("", await FaultAsync(shorter));
        // Shortened once, the old end is a lengthening.
        Assert.Contains("longer", await FaultAsync(A.Order()), StringComparison.Ordinal);

        async Task<string> FaultAsync(System.Text.Json.Nodes.JsonObject order)
        {
            await File.WriteAllTextAsync(rig.MandatesPath, A.Mandates(order) + new string(' ', Random.Shared.Next(1, 5_000)), rig.Cancellation);
            await rig.PollSourcesAsync();
            return string.Join("; ", rig.Get<MandateFile>().Report.Faults.Select(f => f.Text));
        }
    }

    [Fact]
    public async Task A_gate_that_vanishes_from_the_city_file_is_retired_and_gets_no_entries()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        CityFile.Write(rig.CityPath, A.City() with { Gates = [A.Gate("south")] });
        await rig.PollSourcesAsync();
        Assert.Equal(["south"], rig.Get<GateRegistry>().All.Select(g => g.Id.Value));
        Assert.NotNull(rig.Get<GateRegistry>().Registered(A.North)!.RetiredAt);
        Assert.Empty((await rig.Get<ICenterLink>().GetOrdersAsync(A.North, rig.Cancellation)).Entries);
    }

    [Fact]
    public async Task A_broken_city_file_leaves_the_registry_as_the_store_has_it()
    {
        await using var rig = await CenterRig.StartAsync();
        await File.WriteAllTextAsync(rig.CityPath, "{", rig.Cancellation);
        await rig.RestartAsync();
        Assert.Equal(2, rig.Get<GateRegistry>().All.Count);
        Assert.False(rig.Get<SourceBoard>().Reports.Single(r => r.Source == LoadReport.City).IsGood);
    }

    [Fact]
    public async Task The_watch_list_is_shown_only_to_those_who_may_see_it_and_after_it_is_written_down()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        var desk = rig.Get<WatchlistDesk>();
        Assert.IsType<Reading<WatchlistView>.NotAllowed>(await desk.ListAsync(await rig.SignedInAsync(Role.Operator), rig.Cancellation));
        var registrar = await rig.SignedInAsync(Role.Registrar);
        Assert.Single(Assert.IsType<Reading<WatchlistView>.Granted>(await desk.ListAsync(registrar, rig.Cancellation)).Value.Entries);
        Assert.Equal("WatchlistSeen", (await rig.ActsAsync()).Last());
        await rig.BreakAuditAsync();
        Assert.IsType<Reading<WatchlistView>.AuditUnavailable>(await desk.ListAsync(registrar, rig.Cancellation));
        Assert.IsType<Reading<MandateList>.AuditUnavailable>(await rig.Get<ActivationDesk>().ListAsync(registrar, rig.Cancellation));
    }
}
