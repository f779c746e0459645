// From roads, gates and marks to what the schematic shows. Called by RoomReader and by tests. Promises: a gate outside the person's
// scope gets no figures; every mark is shown once, at its place or in the list; nothing where there are no segments.
using System.Globalization;
using Bawaba.Center.Roads;
using Bawaba.Contracts;

namespace Bawaba.Console.Room;

internal static class SchematicDrawing
{
    // Room at the edges for the names of what stands there; percent of the drawing.
    private const double EdgeX = 11;
    private const double EdgeAbove = 8;
    private const double EdgeBelow = 20;

    internal static SchematicView? Of(RoadMap map, RoadTimes times, IReadOnlyList<GateCardView> cards, IReadOnlyList<SchematicMark> marks)
    {
        if (map.Segments.Count == 0)
            return null;
        var known = map.Nodes.Select(node => node.Id).ToHashSet();
        var placed = marks.Select(mark => Place(mark, known, times)).ToLookup(p => p.At, p => p.Mark);
        var nodes = map.Nodes.Select(node => new SchematicNode
        {
            Place = node,
            X = Percent(AcrossOf(node)),
            Y = Percent(DownOf(node)),
            Card = node.Gate is { } gate ? cards.FirstOrDefault(card => card.Gate.Id == gate) : null,
            Marks = [.. placed[node.Id].Take(SchematicView.MaxMarksAtPlace)],
        }).ToList();
        var byId = nodes.ToDictionary(node => node.Place.Id);
        return new()
        {
            Nodes = nodes,
            Lines = LinesOf(map, byId),
            Beside = [.. placed[null], .. nodes.SelectMany(node => placed[node.Place.Id].Skip(SchematicView.MaxMarksAtPlace))],
        };
    }

    private static (PlaceId? At, PlacedMark Mark) Place(SchematicMark mark, HashSet<PlaceId> known, RoadTimes times)
    {
        if (mark.Place is { } place && known.Contains(place))
            return (place, new(mark, null));
        return mark is { Latitude: { } north, Longitude: { } east } && times.Nearest(north, east) is { } near
            ? (near.Place, new(mark, near.Kilometres))
            : (null, new(mark, null));
    }

    private static List<SchematicLine> LinesOf(RoadMap map, Dictionary<PlaceId, SchematicNode> byId)
    {
        var room = new SchematicRoom([.. byId.Values.Select(n => (AcrossOf(n.Place), DownOf(n.Place), n.Place.Name, IsGate: n.Card is not null))]);
        return map.Segments.Select(segment =>
        {
            var (from, to) = (byId[segment.From], byId[segment.To]);
            var (x, y) = room.Take((AcrossOf(from.Place), DownOf(from.Place)), (AcrossOf(to.Place), DownOf(to.Place)));
            return new SchematicLine { Segment = segment, From = from, To = to, MiddleX = Percent(x), MiddleY = Percent(y) };
        }).ToList();
    }

    private static double AcrossOf(RoadNode node) => EdgeX + (node.X / 1000 * (100 - (2 * EdgeX)));

    private static double DownOf(RoadNode node) => EdgeAbove + (node.Y / 1000 * (100 - EdgeAbove - EdgeBelow));

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
