// A schematic with everything on it: a gate in scope, one of another directorate, a place, a one-way road, marks of every kind.
using Bawaba.Center.Roads;
using Bawaba.Console.Room;
using Bawaba.Contracts;

namespace Bawaba.Tests.Console;

internal static class SchematicSamples
{
    internal static readonly PlaceId North = PlaceId.Parse("north");
    internal static readonly PlaceId Other = PlaceId.Parse("other");
    internal static readonly PlaceId Centre = PlaceId.Parse("centre");

    internal static GateCardView Card() => new()
    {
        Gate = Samples.Gate(),
        State = Samples.States().First(),
        Today = new(1204, 3, 2),
        Recent = new(4, 5, 0),
        OpenAlerts = 2,
    };

    internal static RoadMap Map() => new()
    {
        Nodes =
        [
            new() { Id = North, Name = new() { Ar = "البوابة الشمالية", En = "North gate" }, X = 500, Y = 0, IsGate = true, Gate = GateId.Parse("north") },
            new() { Id = Other, Name = new() { Ar = "بوابة أخرى", En = "Other gate" }, X = 1000, Y = 500, IsGate = true },
            new() { Id = Centre, Name = new() { Ar = "المركز", En = "Centre" }, X = 500, Y = 500, Latitude = 27.5, Longitude = 19.5 },
        ],
        Segments =
        [
            new() { From = Centre, To = North, Minutes = 7.5 },
            new() { From = North, To = Other, Minutes = 20, OneWay = true, Name = new() { Ar = "الساحلي", En = "Coast road" } },
        ],
    };

    internal static SchematicMark Unit(string label, PlaceId? place = null) =>
        new() { Kind = SchematicMarkKind.Unit, Label = label, Place = place, Age = "2 min", State = "✓", Href = $"/units/{label}" };

    internal static SchematicMark Incident { get; } = new() { Kind = SchematicMarkKind.Incident, Label = "I-7", Latitude = 27.52, Longitude = 19.5 };

    internal static SchematicView View(IReadOnlyList<SchematicMark>? marks = null) => SchematicDrawing.Of(
        Map(), new(Map()), [Card()], marks ?? [Incident, Unit("U-1", North), Unit("U-2", North), Unit("U-3", North), Unit("U-4", North), Unit("U-5")])!;
}
