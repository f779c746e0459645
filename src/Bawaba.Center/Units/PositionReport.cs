using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>One position as a tracker's server brings it, looked at for its shape alone.</summary>
internal sealed record PositionReport(UnitId Unit, Coordinates Point, double? AccuracyMetres, DateTimeOffset At)
{
    /// <summary>Null where the body says no unit, no place, no time, or a time that is old or still to come.</summary>
    internal static PositionReport? Of(PositionBody? body, DateTimeOffset now) =>
        body is { Latitude: { } latitude, Longitude: { } longitude, At: { } at } && UnitId.TryParse(body.Unit, out var unit)
            && Coordinates.TryMake(latitude, longitude, out var point) && UnitRules.IsFresh(at, now)
            ? new(unit, point, body.AccuracyMetres is >= 0 and < 100_000 ? body.AccuracyMetres : null, at > now ? now : at)
            : null;
}
