// The roads of the city file in force, in memory. Read by the room's home page and by whoever needs to know how long a way takes.
// Promises: one consistent picture, replaced whole when the registry keeps another file; a file with a fault changes nothing.
// After a restart with a faulty file there are no roads until it is well again: the store does not hold them.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Roads;

/// <summary>The roads, from memory. Names, places and times only: needs no permission, but whose gates are to be seen as such.</summary>
public sealed class RoadBook
{
    private readonly GateRegistry _registry;
    private volatile Content? _content;

    internal RoadBook(GateRegistry registry) => _registry = registry;

    /// <summary>Usual times; the same for everybody, because roads are common.</summary>
    public RoadTimes Times => Current.Times;

    /// <summary>
    /// The schematic. Places and segments are common to the room; a gate outside the scope is a bare node with its name,
    /// since roads of others lead through it.
    /// </summary>
    public RoadMap Map(Scope scope)
    {
        var map = Current.Map;
        return map with { Nodes = [.. map.Nodes.Select(node => node.Gate is { } gate && !IsWithin(scope, gate) ? node with { Gate = null } : node)] };
    }

    private bool IsWithin(Scope scope, GateId gate) => _registry.Find(scope, gate) is { RetiredAt: null };

    private Content Current
    {
        get
        {
            var settings = _registry.Settings;
            if (_content is not { } known || !ReferenceEquals(known.Settings, settings))
                _content = known = new(settings);
            return known;
        }
    }

    private sealed class Content
    {
        internal Content(CitySettings? settings)
        {
            Settings = settings;
            Map = settings is null ? RoadMap.Empty : new()
            {
                Nodes = [.. settings.Gates.Where(g => g is { X: not null, Y: not null }).Select(NodeOf), .. (settings.Places ?? []).Select(NodeOf)],
                Segments = [.. (settings.Segments ?? []).Select(s => new RoadSegment { From = s.From, To = s.To, Minutes = s.Minutes, Name = s.Name, OneWay = s.OneWay })],
            };
            Times = new(Map);
        }

        internal CitySettings? Settings { get; }

        internal RoadMap Map { get; }

        internal RoadTimes Times { get; }

        private static RoadNode NodeOf(GateSettings gate) => new()
        {
            Id = PlaceId.Of(gate.Id),
            Name = gate.Name,
            X = gate.X!.Value,
            Y = gate.Y!.Value,
            Latitude = gate.Latitude,
            Longitude = gate.Longitude,
            IsGate = true,
            Gate = gate.Id,
        };

        private static RoadNode NodeOf(PlaceSettings place) => new()
        {
            Id = place.Id,
            Name = place.Name,
            X = place.X,
            Y = place.Y,
            Latitude = place.Latitude,
            Longitude = place.Longitude,
        };
    }
}
