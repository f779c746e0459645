// Usual travel times on one map of roads: shortest ways by Dijkstra, and from a coordinate by the nearest known place. Pure: made
// with a map, asked by RoadBook's callers. A few hundred places: a way is reckoned when it is asked for.
using Bawaba.Contracts;

namespace Bawaba.Center.Roads;

/// <summary>Usual minutes from any place or gate to any other.</summary>
public sealed class RoadTimes
{
    /// <summary>Off the known roads, in a straight line.</summary>
    public const double AssumedKilometresPerHour = 50;

    private const double EarthKilometres = 6371;
    private readonly IReadOnlyList<RoadNode> _nodes;
    private readonly ILookup<PlaceId, (PlaceId To, double Minutes)> _ways;

    public RoadTimes(RoadMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _nodes = map.Nodes;
        _ways = map.Segments.Select(s => (s.From, s.To, s.Minutes))
            .Concat(map.Segments.Where(s => !s.OneWay).Select(s => (From: s.To, To: s.From, s.Minutes)))
            .ToLookup(way => way.From, way => (way.To, way.Minutes));
    }

    /// <summary>Usual minutes; 0 to where one is, null where no known road leads or a place is not known.</summary>
    public double? Minutes(PlaceId from, PlaceId to) => AllFrom(from).TryGetValue(to, out var minutes) ? minutes : null;

    /// <summary>Usual minutes to every place that can be reached, itself among them; nothing for a place that is not known.</summary>
    public IReadOnlyDictionary<PlaceId, double> AllFrom(PlaceId from)
    {
        var reached = new Dictionary<PlaceId, double>();
        if (_nodes.All(node => node.Id != from))
            return reached;
        var waiting = new PriorityQueue<PlaceId, double>();
        waiting.Enqueue(from, 0);
        while (waiting.TryDequeue(out var place, out var minutes))
        {
            if (!reached.TryAdd(place, minutes))
                continue;
            foreach (var (to, more) in _ways[place])
            {
                if (!reached.ContainsKey(to))
                    waiting.Enqueue(to, minutes + more);
            }
        }
        return reached;
    }

    /// <summary>The nearest place with a coordinate of its own; null where no place has one, or degrees are out of their range.</summary>
    public NearPlace? Nearest(double latitude, double longitude)
    {
        if (latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180))
            return null;
        NearPlace? nearest = null;
        foreach (var node in _nodes)
        {
            if (node is not { Latitude: { } north, Longitude: { } east })
                continue;
            var kilometres = Kilometres((latitude, longitude), (north, east));
            if (nearest is not { } known || kilometres < known.Kilometres)
                nearest = new(node.Id, kilometres);
        }
        return nearest;
    }

    /// <summary>Usual minutes from a coordinate; null where no place is near, or no known road leads on.</summary>
    public RoadTime? From(double latitude, double longitude, PlaceId to) =>
        Nearest(latitude, longitude) is { } near && Minutes(near.Place, to) is { } minutes ? new(near.Minutes + minutes, near) : null;

    // Haversine: exact enough at the distances of a city, and well behaved for points that are close.
    private static double Kilometres((double North, double East) one, (double North, double East) other)
    {
        var (north, east) = (double.DegreesToRadians(other.North - one.North), double.DegreesToRadians(other.East - one.East));
        var h = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(double.DegreesToRadians(one.North)) * Math.Cos(double.DegreesToRadians(other.North)) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthKilometres * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }
}
