// Writes a mandate and a watch-list for made-up plates, in the formats of docs/files.md, so that trials run under the
// same law as a city. Called by the crash and latency trials.
using System.Globalization;
using System.Text.Json.Nodes;
using Bawaba.Contracts;

namespace Bawaba.Benchmarks.Cities;

internal static class OrderFiles
{
    internal const string Category = "stolen-vehicle";

    /// <summary>One order for all gates, in force from an hour ago for a day, and one entry a plate.</summary>
    internal static void Write(string folder, IEnumerable<GateId> gates, IReadOnlyList<(EntryId Id, string Plate)> entries, TimeProvider time)
    {
        var now = time.GetUtcNow();
        File.WriteAllText(Path.Combine(folder, "files-are-law"), "A trial: nobody approved what stands here.\n");
        File.WriteAllText(Path.Combine(folder, "mandates.json"), new JsonObject { ["orders"] = new JsonArray(Order([.. gates], now)) }.ToJsonString());
        File.WriteAllText(
            Path.Combine(folder, "watchlist.json"),
            new JsonObject { ["entries"] = new JsonArray([.. entries.Select(e => Entry(e.Id, e.Plate, now))]) }.ToJsonString());
    }

    private static JsonObject Order(GateId[] gates, DateTimeOffset now) => new()
    {
        ["id"] = "trial-order",
        ["purpose"] = "A trial with made-up plates",
        ["instrumentNumber"] = "TRIAL-1",
        ["issuer"] = "Nobody",
        ["issuedOn"] = Day(now.AddDays(-1)),
        ["requester"] = "Trial requester",
        ["approver"] = "Trial approver",
        ["gates"] = new JsonArray([.. gates.Select(g => (JsonNode)g.Value)]),
        ["categories"] = new JsonArray(Category),
        ["fromAt"] = Instant(now.AddHours(-1)),
        ["untilAt"] = Instant(now.AddDays(1)),
    };

    private static JsonObject Entry(EntryId id, string plate, DateTimeOffset now) => new()
    {
        ["id"] = id.Value,
        ["plate"] = plate,
        ["category"] = Category,
        ["legalBasis"] = "None: a trial",
        ["instrumentNumber"] = $"TRIAL-{id}",
        ["issuedBy"] = "Nobody",
        ["issuedOn"] = Day(now.AddDays(-2)),
        ["purpose"] = "A trial with made-up plates",
        ["permittedAction"] = "observe",
        ["requester"] = "Trial requester",
        ["requesterChain"] = "One",
        ["approver"] = "Trial approver",
        ["approverChain"] = "Another",
        ["approvedAt"] = Instant(now.AddHours(-2)),
        ["expiresAt"] = Instant(now.AddDays(1)),
        ["sourceDocumentSha256"] = new string('0', 64),
    };

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
