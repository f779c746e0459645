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
        Place("centre", "مركز المدينة", "City centre", 500, 500),
        Place("ring-north", "تقاطع الطريق الدائري الشمالي", "Ring road, north junction", 500, 335),
        Place("ring-east", "تقاطع الطريق الدائري الشرقي", "Ring road, east junction", 655, 500),
        Place("ring-south", "تقاطع الطريق الدائري الجنوبي", "Ring road, south junction", 500, 665),
        Place("ring-west", "تقاطع الطريق الدائري الغربي", "Ring road, west junction", 345, 500),
        Place("hospital", "مستشفى رملان العام", "Ramlan general hospital", 605, 385),
        Place("directorate", "مديرية الأمن", "Security directorate", 395, 395),
        Place("airport", "المطار", "Airport", 270, 730),
    ];

    internal static IReadOnlyList<SegmentSettings> Segments { get; } =
    [
        Road("centre", "ring-north", 6), Road("centre", "ring-east", 6), Road("centre", "ring-south", 7), Road("centre", "ring-west", 6),
        Road("centre", "directorate", 4), Road("directorate", "ring-north", 4), Road("directorate", "ring-west", 5),
        Road("ring-north", "hospital", 5), Road("hospital", "ring-east", 5),
        Road("ring-east", "ring-south", 10), Road("ring-south", "ring-west", 10),
        Road("ring-south", "airport", 12), Road("ring-west", "airport", 14),
        Road("ring-north", "north", 8), Road("ring-east", "east", 9), Road("ring-south", "south", 7), Road("ring-west", "west", 8),
        Road("north", "border-north", 35, "الطريق الساحلي", "Coast road"),
        Road("east", "border-east", 40, "طريق الحدود الشرقية", "Eastern border road"),
        Road("south", "border-south", 55, "طريق الصحراء", "Desert road"),
    ];

    internal static (double X, double Y) GateAt(string id) => id switch
    {
        "north" => (500, 195),
        "east" => (800, 500),
        "south" => (500, 805),
        "west" => (170, 500),
        "border-north" => (620, 55),
        "border-east" => (935, 640),
        "border-south" => (640, 945),
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
