// city.json's places and segments: every fault is named, in one reading, and a whole file is read as it was written.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Tests.Center;

namespace Bawaba.Tests.Contracts.City;

public sealed class RoadValidationTests
{
    private static readonly LocalName Name = new() { Ar = "مكان", En = "Place" };

    public static TheoryData<string, string> Faults => new()
    {
        { "nowhere", "segment 1 (north to nowhere): 'nowhere' is neither a place nor a gate" },
        { "itself", "segment 1 (north to north): leads to where it begins" },
        { "twice", "segment 2 (north to centre): stands more than once" },
        { "twice the other way", "segment 2 (centre to north): stands more than once" },
        { "no minutes", "segment 1 (north to centre): minutes must be above 0 and at most 600" },
        { "too many minutes", "segment 1 (north to centre): minutes must be above 0 and at most 600" },
        { "half a name", "segment 1 (north to centre): needs a name in Arabic and in English" },
        { "undrawn gate", "gate south: needs x and y, because a segment names it" },
        { "outside", "place centre: x and y are 0 to 1000" },
        { "half drawn", "gate north: give both x and y, or neither" },
        { "no such latitude", "place centre: latitude is -90 to 90, longitude -180 to 180" },
        { "half a coordinate", "gate north: give both latitude and longitude, or neither" },
        { "place twice", "place 'centre' stands more than once" },
        { "a gate's id", "place north: a gate has this id" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_the_roads_is_named(string what, string fault) => Assert.Equal([fault], CityValidation.FaultsOf(With(what)));

    [Fact]
    public void All_faults_come_in_one_reading() =>
        Assert.Equal(3, CityValidation.FaultsOf(With("outside") with { Segments = [Segment("a", "a", 0)] }).Count(f => f.StartsWith("segment 1", StringComparison.Ordinal)));

    [Fact]
    public void Two_one_way_roads_between_the_same_places_may_take_different_times() =>
        Assert.Empty(CityValidation.FaultsOf(Whole() with { Segments = [Segment("north", "centre", 5) with { OneWay = true }, Segment("centre", "north", 9) with { OneWay = true }] }));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("bawaba-roads-");
        var path = Path.Combine(folder.FullName, "city.json");
        CityFile.Write(path, Whole());
        var city = CityFile.Read(path, out var faults);
        Assert.Empty(faults);
        Assert.Equal(Whole().Places, city!.Places);
        Assert.Equal(Whole().Segments, city.Segments);
        folder.Delete(recursive: true);
    }

    private static CitySettings With(string what)
    {
        var city = Whole();
        var (north, centre, road) = (city.Gates[0], city.Places![0], city.Segments![0]);
        return what switch
        {
            "nowhere" => city with { Segments = [Segment("north", "nowhere", 5)] },
            "itself" => city with { Segments = [Segment("north", "north", 5)] },
            "twice" => city with { Segments = [road, road with { OneWay = true }] },
            "twice the other way" => city with { Segments = [road, Segment("centre", "north", 6)] },
            "no minutes" => city with { Segments = [road with { Minutes = 0 }] },
            "too many minutes" => city with { Segments = [road with { Minutes = 600.5 }] },
            "half a name" => city with { Segments = [road with { Name = Name with { Ar = " " } }] },
            "undrawn gate" => city with { Segments = [road, Segment("south", "centre", 5), Segment("south", "north", 5)] },
            "outside" => city with { Places = [centre with { X = 1000.5 }] },
            "half drawn" => city with { Gates = [north with { Y = null }, city.Gates[1]], Segments = [] },
            "no such latitude" => city with { Places = [centre with { Latitude = 91, Longitude = 19 }] },
            "half a coordinate" => city with { Gates = [north with { Latitude = 27 }, city.Gates[1]] },
            "place twice" => city with { Places = [centre, centre] },
            "a gate's id" => city with { Places = [centre, centre with { Id = PlaceId.Parse("north") }] },
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private static CitySettings Whole() => A.City() with
    {
        Gates = [A.Gate("north") with { X = 500, Y = 100 }, A.Gate("south")],
        Places = [new() { Id = PlaceId.Parse("centre"), Name = Name, X = 500, Y = 500 }],
        Segments = [Segment("north", "centre", 5)],
    };

    private static SegmentSettings Segment(string from, string to, double minutes) => new() { From = PlaceId.Parse(from), To = PlaceId.Parse(to), Minutes = minutes };
}
