using System.Text.Json.Nodes;
using Bawaba.Center.Sources;
using Bawaba.Center.Watchlists;

namespace Bawaba.Tests.Center.Sources;

public sealed class WatchlistFileTests
{
    public static TheoryData<string, string?, string> Faults => new()
    {
        { "plate", "?", "plate is not" },
        { "plate", null, "plate is missing" },
        { "category", "troublemaker", "category does not exist" },
        { "legalBasis", "", "legalBasis is not" },
        { "instrumentNumber", null, "instrumentNumber is missing" },
        { "issuedBy", null, "issuedBy is missing" },
        { "issuedOn", "20.11.2026", "issuedOn is not a day" },
        { "issuedOn", "2026-11-24", "issuedOn is after approvedAt" },
        { "purpose", null, "purpose is missing" },
        { "permittedAction", "welfare-check", "permittedAction is none of" },
        { "approver", "registrar a", "approver is the requester" },
        { "approverChain", "Traffic Department", "approverChain is the requester's" },
        { "approvedAt", "2026-11-21T09:00:00", "approvedAt is not an instant" },
        { "approvedAt", "2026-11-26T09:00:00Z", "approvedAt is in the future" },
        { "expiresAt", "2026-12-22T09:00:00Z", "expiresAt is more than 30 days" },
        { "expiresAt", "2026-11-21T09:00:00Z", "expiresAt is not after approvedAt" },
        { "vehicle", "camel", "vehicle is neither" },
        { "sourceDocumentSha256", "abc", "sourceDocumentSha256 is not 64" },
        { "id", "Entry One", "id is not 1 to 48" },
        { "id", "5-123456", "the id holds the plate" },
        { "religion", "any", "unknown property" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_rule_that_is_broken_is_named_with_its_place_and_without_the_plate(string property, string? value, string expected)
    {
        var entry = A.Entry();
        if (value is null)
            entry.Remove(property);
        else
            entry[property] = value;
        var (content, faults) = Parse(A.Watchlist(A.Entry("entry-0", "6-777777"), entry));
        var fault = Assert.Single(faults.Kept);
        Assert.Contains(expected, fault.Text, StringComparison.Ordinal);
        Assert.StartsWith("entry 2", fault.Place, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", fault.Place + fault.Text, StringComparison.Ordinal);
        Assert.NotNull(content);
    }

    [Fact]
    public void The_valid_entry_has_no_fault_and_every_property_arrives()
    {
        var entry = A.Entry();
        entry["vehicle"] = "motorcycle";
        entry["colour"] = "أبيض";
        var (content, faults) = Parse(A.Watchlist(entry));
        Assert.Empty(faults.Kept);
        var read = Assert.Single(content!);
        Assert.Equal(("5-123456", "stolen-vehicle", "أبيض"), (read.Plate?.Key, read.Category, read.Colour));
        Assert.Equal(new(2026, 12, 20, 9, 0, 0, TimeSpan.Zero), read.ExpiresAt);
    }

    [Theory]
    [InlineData("stolen-vehicle", "observe", 30 * 24)]
    [InlineData("wanted-by-verdict", "arrest-under-verdict", 90 * 24)]
    [InlineData("kidnapping", "stop-and-notify", 30 * 24)]
    [InlineData("kidnapping-urgent", "verify-identity", 6)]
    [InlineData("missing-person", "welfare-check", 7 * 24)]
    public void Each_category_has_its_longest_life_and_not_a_second_more(string category, string action, int hours)
    {
        var entry = A.Entry();
        entry["category"] = category;
        entry["permittedAction"] = action;
        var approved = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        entry["expiresAt"] = approved.AddHours(hours).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(Parse(A.Watchlist(entry)).Faults.Kept);
        entry["expiresAt"] = approved.AddHours(hours).AddSeconds(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("expiresAt is more than", Assert.Single(Parse(A.Watchlist(entry)).Faults.Kept).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json 5-123456")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"entries\": {}}")]
    [InlineData("{\"entries\": [5]}")]
    [InlineData("{\"entries\": [], \"more\": 1}")]
    [InlineData("{\"entries\": [{\"plate\": \"5-123456\", \"plate\": \"5-123456\"}]}")]
    public void A_file_of_another_form_is_one_clear_fault_without_its_content(string text)
    {
        var (_, faults) = Parse(text);
        var fault = Assert.Single(faults.Kept);
        Assert.DoesNotContain("123456", fault.Place + fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_found_at_once_and_at_most_a_thousand_kept()
    {
        var entries = Enumerable.Range(0, 700).Select(i =>
        {
            var entry = A.Entry($"entry-{i}");
            entry["approver"] = "Registrar A";
            entry["category"] = "none";
            return entry;
        });
        var (_, faults) = Parse(A.Watchlist([.. entries]));
        Assert.Equal((1_400, 1_000), (faults.Found, faults.Kept.Count));
    }

    [Fact]
    public void Two_entries_with_one_id_are_a_fault_and_two_with_one_plate_are_not()
    {
        Assert.Contains("more than once", Assert.Single(Parse(A.Watchlist(A.Entry(), A.Entry())).Faults.Kept).Text, StringComparison.Ordinal);
        Assert.Empty(Parse(A.Watchlist(A.Entry("entry-1"), A.Entry("entry-2"))).Faults.Kept);
    }

    [Fact]
    public void More_than_ten_thousand_entries_are_refused_before_any_is_read()
    {
        var rows = new JsonArray([.. Enumerable.Range(0, 10_001).Select(_ => (JsonNode)new JsonObject())]);
        var fault = Assert.Single(Parse(new JsonObject { ["entries"] = rows }.ToJsonString()).Faults.Kept);
        Assert.Contains("more than 10000", fault.Text, StringComparison.Ordinal);
    }

    private static (IReadOnlyList<WatchlistEntry>? Content, FaultList Faults) Parse(string text)
    {
        var faults = new FaultList();
        var format = WatchlistFormat.Create(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(CenterRig.Start));
        return (format.Parse(System.Text.Encoding.UTF8.GetBytes(text), faults), faults);
    }
}
