// The rules of city.json for places, segments and where gates stand. Called by CityValidation with what it has found so far; adds
// every fault at once, each with the place or segment it stands in.
using System.Globalization;

namespace Bawaba.Contracts.City;

internal static class RoadValidation
{
    private const int MaxPlaces = 300;
    private const int MaxSegments = 1000;
    private const double MaxMinutes = 600;
    private const double SchematicSide = 1000;

    internal static void Check(CitySettings city, List<string> faults)
    {
        var places = city.Places ?? [];
        var segments = city.Segments ?? [];
        if (places.Count > MaxPlaces)
            faults.Add($"a city has at most {MaxPlaces} places, this one has {places.Count}");
        if (segments.Count > MaxSegments)
            faults.Add($"a city has at most {MaxSegments} segments, this one has {segments.Count}");
        CheckIds(city.Gates, places, faults);
        foreach (var place in places)
        {
            CityValidation.CheckName(place.Name, $"place {place.Id}", faults);
            CheckStanding($"place {place.Id}", (place.X, place.Y), (place.Latitude, place.Longitude), faults);
        }
        foreach (var gate in city.Gates)
            CheckStanding($"gate {gate.Id}", (gate.X, gate.Y), (gate.Latitude, gate.Longitude), faults);
        CheckSegments(city, segments, faults);
    }

    private static void CheckIds(IReadOnlyList<GateSettings> gates, IReadOnlyList<PlaceSettings> places, List<string> faults)
    {
        CityValidation.CheckUnique(places.Select(p => p.Id.Value), "place", faults);
        foreach (var id in places.Select(p => p.Id).Distinct().Intersect(gates.Select(g => PlaceId.Of(g.Id))))
            faults.Add($"place {id}: a gate has this id");
    }

    private static void CheckStanding(string what, (double? X, double? Y) drawn, (double? Latitude, double? Longitude) point, List<string> faults)
    {
        if (drawn.X is null != drawn.Y is null)
            faults.Add($"{what}: give both x and y, or neither");
        if (!IsWithin(drawn.X, 0, SchematicSide) || !IsWithin(drawn.Y, 0, SchematicSide))
            faults.Add(Invariant($"{what}: x and y are 0 to {SchematicSide}"));
        if (point.Latitude is null != point.Longitude is null)
            faults.Add($"{what}: give both latitude and longitude, or neither");
        if (!IsWithin(point.Latitude, -90, 90) || !IsWithin(point.Longitude, -180, 180))
            faults.Add($"{what}: latitude is -90 to 90, longitude -180 to 180");
    }

    private static void CheckSegments(CitySettings city, IReadOnlyList<SegmentSettings> segments, List<string> faults)
    {
        var drawn = city.Gates.Where(g => g is { X: not null, Y: not null }).Select(g => PlaceId.Of(g.Id))
            .Concat((city.Places ?? []).Select(p => p.Id)).ToHashSet();
        var gates = city.Gates.Select(g => PlaceId.Of(g.Id)).ToHashSet();
        var ways = new HashSet<(PlaceId From, PlaceId To)>();
        var undrawn = new HashSet<PlaceId>();
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            var what = $"segment {i + 1} ({segment.From} to {segment.To})";
            foreach (var end in new[] { segment.From, segment.To }.Distinct().Where(end => !drawn.Contains(end)))
            {
                if (!gates.Contains(end))
                    faults.Add($"{what}: '{end}' is neither a place nor a gate");
                else if (undrawn.Add(end))
                    faults.Add($"gate {end}: needs x and y, because a segment names it");
            }
            if (segment.From == segment.To)
                faults.Add($"{what}: leads to where it begins");
            else if (!ways.Add((segment.From, segment.To)) | (!segment.OneWay && !ways.Add((segment.To, segment.From))))
                faults.Add($"{what}: stands more than once");
            if (segment.Minutes is not (> 0 and <= MaxMinutes))
                faults.Add(Invariant($"{what}: minutes must be above 0 and at most {MaxMinutes}"));
            if (segment.Name is { } name)
                CityValidation.CheckName(name, what, faults);
        }
    }

    private static bool IsWithin(double? value, double least, double most) => value is null || (value >= least && value <= most);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
