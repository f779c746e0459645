// Which of the units that are free to send, and why. Pure: no clock, no store. Called by DispatchDesk. Promises: who is off duty, out of
// service or on a task is never named; what is not known of a unit is said, not guessed.
using Bawaba.Center.Roads;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class Recommending
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RestedWithin = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongAfter = TimeSpan.FromHours(10);

    /// <summary>The nearest by road first; those of whom it is not known after them, the more rested first.</summary>
    internal static IReadOnlyList<Recommendation> Rank(IEnumerable<Unit> units, IncidentPlace place, RoadTimes roads, DateTimeOffset now)
    {
        var target = TargetOf(place, roads);
        var ranked = units.Where(u => u is { Status: UnitStatus.Available, RetiredAt: null, Assignment: null })
            .Select(unit => (Unit: unit, Minutes: target is { } to ? MinutesOf(unit, to, roads) : null))
            .OrderBy(u => u.Minutes is null).ThenBy(u => u.Minutes).ThenByDescending(u => u.Unit.OnDutyAt).ThenBy(u => u.Unit.Id.Value, StringComparer.Ordinal).ToList();
        return [.. ranked.Select((u, i) => new Recommendation
        {
            Unit = u.Unit,
            Minutes = u.Minutes,
            Reasons = [.. ReasonsOf(u.Unit, u.Minutes, isFirst: i == 0, place, now)],
            Shortfalls = [.. ShortfallsOf(u.Unit, u.Minutes, now)],
        })];
    }

    private static PlaceId? TargetOf(IncidentPlace place, RoadTimes roads) =>
        place.Gate is { } gate ? PlaceId.Of(gate) : place.Point is { } point ? roads.Nearest(point.Latitude, point.Longitude)?.Place : null;

    private static double? MinutesOf(Unit unit, PlaceId to, RoadTimes roads) => unit.Position switch
    {
        { Gate: { } gate } => roads.Minutes(PlaceId.Of(gate), to),
        { Point: { } point } => roads.From(point.Latitude, point.Longitude, to)?.Minutes,
        _ => null,
    };

    private static IEnumerable<string> ReasonsOf(Unit unit, double? minutes, bool isFirst, IncidentPlace place, DateTimeOffset now)
    {
        if (isFirst && minutes is not null)
            yield return "closest";
        if (place.Gate is { } gate && unit.Position?.Gate == gate)
            yield return "on-post";
        if (unit.OnDutyAt is { } since && now - since < RestedWithin)
            yield return "rested";
    }

    private static IEnumerable<string> ShortfallsOf(Unit unit, double? minutes, DateTimeOffset now)
    {
        if (unit.Position is not { } position)
            yield return "no-position";
        else if (now - position.At > StaleAfter)
            yield return "stale-position";
        if (unit.Position is not null && minutes is null)
            yield return "no-road-time";
        if (unit.OnDutyAt is { } since && now - since > LongAfter)
            yield return "long-on-duty";
        if (unit.OverdueAt is not null)
            yield return "overdue";
    }
}
