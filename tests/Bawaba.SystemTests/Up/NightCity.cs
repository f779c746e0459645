using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bawaba.Contracts;
using Bawaba.Simulator.Stage;

namespace Bawaba.SystemTests.Up;

/// <summary>The demo city with everything that its cameras draw on the list: a busy night.</summary>
public sealed class NightCity : IAsyncLifetime
{
    /// <summary>The verdict's category, drawn at the west entrance alone.</summary>
    internal const string Verdict = "wanted-by-verdict";

    private const int MostAtACamera = 9;

    private static string[] Actions { get; } = ["stop-and-notify", "verify-identity", "observe"];

    internal DemoCity City { get; } = new() { Prepare = WriteList };

    public ValueTask InitializeAsync() => City.InitializeAsync();

    public ValueTask DisposeAsync() => City.DisposeAsync();

    /// <summary>Takes an entry off the list, as whoever keeps the file does.</summary>
    internal void TakeOff(string entry)
    {
        var path = Path.Combine(City.Data, "watchlist.json");
        var file = JsonNode.Parse(File.ReadAllBytes(path))!;
        var rows = file["entries"]!.AsArray();
        rows.Remove(rows.Single(r => (string?)r!["id"] == entry));
        File.WriteAllText(path + ".new", file.ToJsonString());
        File.Move(path + ".new", path, overwrite: true);
    }

    internal static void WriteList(string folder)
    {
        var approved = TimeProvider.System.GetUtcNow().AddDays(-2);
        var rows = new JsonArray();
        foreach (var camera in global::Bawaba.Simulator.City.DemoCity.Cameras)
        {
            using var stage = new LaneStage(camera.Stage);
            var drawn = stage.Passages.Where(p => p.Plate is not null).Select(p => p.Plate!).Distinct(StringComparer.Ordinal).Take(MostAtACamera).ToList();
            // One at the west entrance is wanted by a verdict; the rest for lesser things.
            for (var i = 0; i < drawn.Count; i++)
                rows.Add(Row($"{camera.Id}-{i.ToString(CultureInfo.InvariantCulture)}", drawn[i], camera.Id == CameraId.Parse("west-in-1") && i == 0, i, approved));
        }
        File.WriteAllText(Path.Combine(folder, "watchlist.json"), new JsonObject { ["entries"] = rows }.ToJsonString());
    }

    private static JsonObject Row(string id, string plate, bool verdict, int number, DateTimeOffset approved) => new()
    {
        ["id"] = id,
        ["plate"] = plate,
        ["category"] = verdict ? Verdict : "stolen-vehicle",
        ["legalBasis"] = "قانون الإجراءات الجنائية (تجريبي)",
        ["instrumentNumber"] = $"NIGHT-{id}",
        ["issuedBy"] = "محكمة واحة رملان (تجريبي)",
        ["issuedOn"] = approved.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["purpose"] = verdict ? "تنفيذ حكم غيابي" : "العثور على مركبة أبلغ عن سرقتها",
        ["permittedAction"] = verdict ? "arrest-under-verdict" : Actions[number % Actions.Length],
        ["requester"] = "مسجل القوائم (تجريبي)",
        ["requesterChain"] = "مديرية الأمن",
        ["approver"] = "وكيل النيابة (تجريبي)",
        ["approverChain"] = "النيابة العامة",
        ["approvedAt"] = JsonSerializer.SerializeToNode(approved),
        ["expiresAt"] = JsonSerializer.SerializeToNode(approved.AddDays(20)),
        ["vehicle"] = "other",
        ["colour"] = "أبيض",
        ["sourceDocumentSha256"] = new string('5', 64),
    };
}
