// The roads of the demo city: a ring road around the oasis, a centre, three roads out to the borders, and the houses that matter to
// an operations room. Called by DemoMap; everything in it is invented, and lies where there is only sand.
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Simulator.City;

internal static class DemoRoads
{
    // The middle of the schematic, and how far a thousand of its units reach.
    private const double MiddleLatitude = 27.5;
    private const double MiddleLongitude = 19.5;
    private const double DegreesAcross = 0.7;

    internal static IReadOnlyList<PlaceSettings> Places { get; } =
    [
        Place("centre", "مركز المدينة", "City centre", 500, 520),
        Place("ring-north", "الدائري الشمالي", "Ring north", 460, 300),
        Place("ring-east", "الدائري الشرقي", "Ring east", 730, 530),
        Place("ring-south", "الدائري الجنوبي", "Ring south", 560, 715),
        Place("ring-west", "الدائري الغربي", "Ring west", 270, 520),
        Place("hospital", "مستشفى رملان", "Ramlan hospital", 620, 390),
        Place("directorate", "مديرية الأمن", "Security directorate", 310, 680),
        Place("airport", "المطار", "Airport", 110, 830),
    ];

    internal static IReadOnlyList<SegmentSettings> Segments { get; } =
    [
        Road("centre", "ring-north", 6), Road("centre", "ring-east", 6), Road("centre", "ring-south", 7), Road("centre", "ring-west", 6),
        Road("centre", "directorate", 4), Road("directorate", "ring-south", 5), Road("directorate", "ring-west", 5), Road("ring-west", "ring-north", 9),
        Road("ring-north", "hospital", 5), Road("hospital", "ring-east", 5),
        Road("ring-east", "ring-south", 10),
        Road("ring-south", "airport", 12), Road("ring-west", "airport", 14),
        Road("ring-north", "north", 8), Road("ring-east", "east", 9), Road("ring-south", "south", 7), Road("ring-west", "west", 8),
        Road("north", "border-north", 35, "الطريق الساحلي", "Coast road"),
        Road("east", "border-east", 40, "طريق الحدود الشرقية", "Eastern border road"),
        Road("south", "border-south", 55, "طريق الصحراء", "Desert road"),
    ];

    internal static (double X, double Y) GateAt(string id) => id switch
    {
        "north" => (450, 110),
        "east" => (920, 390),
        "south" => (440, 880),
        "west" => (70, 370),
        "border-north" => (870, 20),
        "border-east" => (890, 700),
        "border-south" => (830, 950),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "no gate of the demo city"),
    };

    internal static double LatitudeAt(double y) => Math.Round(MiddleLatitude + ((500 - y) / 1000 * DegreesAcross), 4);

    internal static double LongitudeAt(double x) => Math.Round(MiddleLongitude + ((x - 500) / 1000 * DegreesAcross), 4);

    private static PlaceSettings Place(string id, string ar, string en, double x, double y) => new()
    {
        Id = PlaceId.Parse(id),
        Name = new() { Ar = ar, En = en },
        X = x,
        Y = y,
        Latitude = LatitudeAt(y),
        Longitude = LongitudeAt(x),
    };

    private static SegmentSettings Road(string from, string to, double minutes, string? ar = null, string? en = null) => new()
    {
        From = PlaceId.Parse(from),
        To = PlaceId.Parse(to),
        Minutes = minutes,
        Name = ar is null || en is null ? null : new() { Ar = ar, En = en },
    };
}
