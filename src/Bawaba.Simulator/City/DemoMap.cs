// The gates, lanes and cameras of the demo city. Called by DemoCity; everything in it is invented.
using System.Globalization;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.Stage;

namespace Bawaba.Simulator.City;

internal static class DemoMap
{
    private static readonly DirectorateId City = DirectorateId.Parse("oasis-security");
    private static readonly DirectorateId Border = DirectorateId.Parse("border-security");

    internal static CitySettings Settings(int rtspPort) => new()
    {
        Name = Name("واحة رملان", "Ramlan Oasis"),
        Directorates = [Directorate(City, "مديرية أمن الواحة", "Oasis security directorate"), Directorate(Border, "مديرية أمن الحدود", "Border security directorate")],
        Gates =
        [
            Gate("north", "بوابة الشمال", "North gate", GateKind.Entrance, rtspPort, In(1, 0), In(2, 210), Out(1, 230)),
            Gate("east", "بوابة الشرق", "East gate", GateKind.Entrance, rtspPort, In(1, 130), Out(1, 120)),
            Gate("south", "بوابة الجنوب", "South gate", GateKind.Entrance, rtspPort, In(1, 160), Out(1, 150)),
            Gate("west", "بوابة الغرب", "West gate", GateKind.Entrance, rtspPort, In(1, 0), Out(1, 110)),
            Gate("border-north", "بوابة الحدود الشمالية", "Northern border gate", GateKind.Border, rtspPort, In(1, 70), Out(1, 65)),
            Gate("border-south", "بوابة الحدود الجنوبية", "Southern border gate", GateKind.Border, rtspPort, In(1, 0), Out(1, 35)),
            Gate("border-east", "بوابة الحدود الشرقية", "Eastern border gate", GateKind.Border, rtspPort, In(1, 45), Out(1, 40)),
        ],
        Places = DemoRoads.Places,
        Segments = DemoRoads.Segments,
    };

    private static DirectorateSettings Directorate(DirectorateId id, string ar, string en) => new() { Id = id, Name = Name(ar, en) };

    private static DemoLane In(int number, double vehiclesPerHour) => new("in", number, "دخول", "In", Direction.In, vehiclesPerHour);

    private static DemoLane Out(int number, double vehiclesPerHour) => new("out", number, "خروج", "Out", Direction.Out, vehiclesPerHour);

    private static GateSettings Gate(string id, string ar, string en, GateKind kind, int rtspPort, params IReadOnlyList<DemoLane> lanes) => new()
    {
        // The north gate is where both directorates' roads meet: common to the room.
        Directorate = id == "north" ? null : kind is GateKind.Border ? Border : City,
        Id = GateId.Parse(id),
        Name = Name(ar, en),
        Kind = kind,
        Lanes = [.. lanes.Select(lane => new LaneSettings { Id = LaneId.Parse(lane.Id), Name = lane.Title })],
        Cameras = [.. lanes.Select(lane => Camera(id, lane, rtspPort))],
        X = DemoRoads.GateAt(id).X,
        Y = DemoRoads.GateAt(id).Y,
        Latitude = DemoRoads.LatitudeAt(DemoRoads.GateAt(id).Y),
        Longitude = DemoRoads.LongitudeAt(DemoRoads.GateAt(id).X),
    };

    private static CameraSettings Camera(string gate, DemoLane lane, int rtspPort)
    {
        var id = CameraId.Parse($"{gate}-{lane.Id}");
        var settings = new CameraSettings
        {
            Id = id,
            Lane = LaneId.Parse(lane.Id),
            Name = Name($"كاميرا {lane.Title.Ar}", $"Camera {lane.Title.En}"),
            Approaching = lane.Direction,
        };
        return DemoTraffic.Cameras.FirstOrDefault(c => c.Id == id) is { } drawn
            ? settings with
            {
                Url = UrlOf(id, rtspPort),
                FramesPerSecond = 5,
                Line = LaneStage.LineOf(drawn.Stage),
                Masks = [LaneStage.DisplayArea],
            }
            : settings with { Traffic = new() { Seed = SeedOf(id), VehiclesPerHour = lane.VehiclesPerHour } };
    }

    internal static string UrlOf(CameraId id, int rtspPort) => string.Create(CultureInfo.InvariantCulture, $"rtsp://127.0.0.1:{rtspPort}/{id.Value}");

    // A string's own hash code differs from run to run.
    private static int SeedOf(CameraId id) => id.Value.Aggregate(17, (sum, c) => unchecked((sum * 31) + c) & 0x7FFFFFFF);

    private static LocalName Name(string ar, string en) => new() { Ar = ar, En = en };

    private readonly record struct DemoLane(string Way, int Number, string Ar, string En, Direction Direction, double VehiclesPerHour)
    {
        internal string Id => string.Create(CultureInfo.InvariantCulture, $"{Way}-{Number}");

        internal LocalName Title => Name(string.Create(CultureInfo.InvariantCulture, $"{Ar} {Number}"), string.Create(CultureInfo.InvariantCulture, $"{En} {Number}"));
    }
}
