// Usual travel times on any map: what shortest ways must be, and how a coordinate comes onto the roads.
using Bawaba.Center.Roads;
using Bawaba.Contracts;
using CsCheck;

namespace Bawaba.Tests.Center.Roads;

public sealed class RoadTimesTests
{
    private const int MaxPlaces = 9;
    private const double Least = 1e-9;

    private static readonly Gen<RoadMap> Maps =
        from segments in Gen.Select(Gen.Int[0, MaxPlaces - 1], Gen.Int[0, MaxPlaces - 1], Gen.Double[0.5, 600], Gen.Bool).Array[0, 25]
        select Map(segments);

    [Fact]
    public void A_way_over_a_third_place_is_never_shorter() => Maps.Sample(map =>
    {
        var times = new RoadTimes(map);
        foreach (var (a, b, c) in from a in map.Nodes from b in map.Nodes from c in map.Nodes select (a.Id, b.Id, c.Id))
        {
            if (times.Minutes(a, b) is { } first && times.Minutes(b, c) is { } second)
                Assert.True(times.Minutes(a, c) <= first + second + Least);
        }
    });

    [Fact]
    public void Without_one_way_roads_a_way_takes_as_long_back() => Maps.Sample(map =>
    {
        var times = new RoadTimes(map with { Segments = [.. map.Segments.Select(s => s with { OneWay = false })] });
        Assert.All(from a in map.Nodes from b in map.Nodes select (a.Id, b.Id), pair =>
            Assert.Equal(times.Minutes(pair.Item1, pair.Item2) ?? -1, times.Minutes(pair.Item2, pair.Item1) ?? -1, Least));
    });

    [Fact]
    public void A_way_never_takes_longer_than_the_road_that_leads_there() => Maps.Sample(map =>
    {
        var times = new RoadTimes(map);
        Assert.All(map.Segments, s => Assert.True(times.Minutes(s.From, s.To) <= s.Minutes));
        Assert.All(map.Segments.Where(s => !s.OneWay), s => Assert.True(times.Minutes(s.To, s.From) <= s.Minutes));
        Assert.All(map.Nodes, n => Assert.Equal(0, times.Minutes(n.Id, n.Id)));
    });

    [Fact]
    public void A_one_way_road_leads_one_way_and_an_unknown_place_nowhere()
    {
        var times = new RoadTimes(Map([(0, 1, 5, true)]));
        Assert.Equal(5, times.Minutes(Id(0), Id(1)));
        Assert.Null(times.Minutes(Id(1), Id(0)));
        Assert.Null(times.Minutes(PlaceId.Parse("nowhere"), PlaceId.Parse("nowhere")));
    }

    [Fact]
    public void From_a_coordinate_the_way_begins_at_the_nearest_place_which_the_answer_names()
    {
        var map = Map([(0, 1, 5, false), (1, 2, 7, false)]);
        var times = new RoadTimes(map with { Nodes = [.. map.Nodes.Select((n, i) => i < 3 ? n with { Latitude = 27, Longitude = 14 + i } : n)] });
        // A tenth of a degree of latitude is 11.12 km: 13.3 minutes at 50 km/h.
        var way = times.From(27.1, 15, Id(2))!.Value;
        Assert.Equal(Id(1), way.Near.Place);
        Assert.Equal(11.12, way.Near.Kilometres, 0.01);
        Assert.Equal(7 + (11.12 / 50 * 60), way.Minutes, 0.05);
        Assert.Null(times.From(27.1, 15, Id(5)));
        Assert.Null(times.From(91, 15, Id(2)));
        Assert.Null(times.From(double.NaN, 15, Id(2)));
        Assert.Null(new RoadTimes(map).From(27.1, 15, Id(2)));
    }

    private static RoadMap Map(IEnumerable<(int From, int To, double Minutes, bool OneWay)> segments) => new()
    {
        Nodes = [.. Enumerable.Range(0, MaxPlaces).Select(i => new RoadNode { Id = Id(i), Name = new() { Ar = "مكان", En = "Place" }, X = 0, Y = 0 })],
        Segments = [.. segments.Where(s => s.From != s.To).Select(s => new RoadSegment { From = Id(s.From), To = Id(s.To), Minutes = s.Minutes, OneWay = s.OneWay })],
    };

    private static PlaceId Id(int number) => PlaceId.Parse($"place-{number}");
}
