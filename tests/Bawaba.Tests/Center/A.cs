// Builders of what the center's tests need: each gives a valid thing, the test changes what it is about.
using System.Text.Json.Nodes;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Tests.Center;

internal static class A
{
    internal static readonly GateId North = GateId.Parse("north");
    internal static readonly LaneId Lane = LaneId.Parse("in-1");
    internal static readonly CameraId Camera = CameraId.Parse("north-in-1");

    internal static CitySettings City() => new()
    {
        Name = new() { Ar = "واحة", En = "Oasis" },
        Gates = [Gate("north"), Gate("south")],
    };

    internal static GateSettings Gate(string id) => new()
    {
        Id = GateId.Parse(id),
        Name = new() { Ar = "بوابة", En = $"Gate {id}" },
        Kind = GateKind.Entrance,
        Lanes = [new() { Id = Lane, Name = new() { Ar = "دخول", En = "In" } }],
        Cameras =
        [
            new()
            {
                Id = CameraId.Parse($"{id}-in-1"),
                Lane = Lane,
                Name = new() { Ar = "كاميرا", En = "Camera" },
                Url = "rtsp://127.0.0.1:8554/x",
            },
        ],
    };

    internal static JsonObject Order(string id = "order-1", string instrument = "118/2026") => new()
    {
        ["id"] = id,
        ["purpose"] = "Stolen vehicles on the northern road",
        ["instrumentNumber"] = instrument,
        ["issuer"] = "Public prosecutor",
        ["issuedOn"] = "2026-11-20",
        ["requester"] = "Head of traffic",
        ["approver"] = "Duty prosecutor",
        ["gates"] = new JsonArray("north"),
        ["categories"] = new JsonArray("stolen-vehicle"),
        ["fromAt"] = "2026-11-21T00:00:00Z",
        ["untilAt"] = "2026-12-20T00:00:00Z",
    };

    internal static JsonObject Entry(string id = "entry-1", string plate = "5-123456") => new()
    {
        ["id"] = id,
        ["plate"] = plate,
        ["category"] = "stolen-vehicle",
        ["legalBasis"] = "Penal code, article 444",
        ["instrumentNumber"] = "R-1182",
        ["issuedBy"] = "Northern prosecution",
        ["issuedOn"] = "2026-11-20",
        ["purpose"] = "Find a vehicle reported stolen",
        ["permittedAction"] = "stop-and-notify",
        ["requester"] = "Registrar A",
        ["requesterChain"] = "Traffic department",
        ["approver"] = "Prosecutor B",
        ["approverChain"] = "Public prosecution",
        ["approvedAt"] = "2026-11-21T09:00:00Z",
        ["expiresAt"] = "2026-12-20T09:00:00Z",
        ["sourceDocumentSha256"] = new string('a', 64),
    };

    /// <summary>As <see cref="Order"/>, in force on the machine's own clock.</summary>
    internal static JsonObject CurrentOrder()
    {
        var now = TimeProvider.System.GetUtcNow();
        var order = Order();
        order["issuedOn"] = Day(now.AddDays(-2));
        order["fromAt"] = Instant(now.AddDays(-1));
        order["untilAt"] = Instant(now.AddDays(20));
        return order;
    }

    /// <summary>As <see cref="Entry"/>, in force on the machine's own clock.</summary>
    internal static JsonObject CurrentEntry()
    {
        var now = TimeProvider.System.GetUtcNow();
        var entry = Entry();
        entry["issuedOn"] = Day(now.AddDays(-2));
        entry["approvedAt"] = Instant(now.AddDays(-1));
        entry["expiresAt"] = Instant(now.AddDays(20));
        return entry;
    }

    /// <summary>Pictures that are no JPEG: the center keeps bytes, it does not look into them.</summary>
    internal static EvidencePictures Pictures(string mark = "p") => new()
    {
        CropJpeg = System.Text.Encoding.ASCII.GetBytes($"crop-{mark}"),
        OverviewJpeg = System.Text.Encoding.ASCII.GetBytes($"overview-{mark}"),
    };

    internal static PassageCount Count(DateTimeOffset at, Direction direction = Direction.In, string lane = "in-1") => new()
    {
        Passage = new(Guid.CreateVersion7(at)),
        Camera = Camera,
        Lane = LaneId.Parse(lane),
        Direction = direction,
        Vehicle = VehicleClass.Other,
        Outcome = PlateOutcome.Read,
        PassedAt = at,
    };

    internal static Hit Hit(DateTimeOffset at, string entry = "entry-1", string plate = "5-123456", string mandate = "order-1") => new()
    {
        Passage = new(Guid.CreateVersion7(at)),
        Entry = EntryId.Parse(entry),
        Mandate = MandateId.Parse(mandate),
        Camera = Camera,
        Lane = Lane,
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        Plate = new(plate),
        Confidence = 0.9f,
        PassedAt = at,
        CapturedAt = at,
        MatchedAt = at,
    };

    internal static GateRecord Record(long sequence, DateTimeOffset at, PassageCount? count = null, Hit? hit = null, EvidencePictures? pictures = null, long epoch = 1) => new()
    {
        Key = new(North, epoch, sequence),
        RecordedAt = at,
        Count = count,
        Hit = hit,
        Pictures = pictures,
    };

    internal static string Mandates(params JsonObject[] orders) => new JsonObject { ["orders"] = new JsonArray([.. orders.Select(o => o.DeepClone())]) }.ToJsonString();

    internal static string Watchlist(params JsonObject[] entries) => new JsonObject { ["entries"] = new JsonArray([.. entries.Select(e => e.DeepClone())]) }.ToJsonString();

    private static string Instant(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
