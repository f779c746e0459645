namespace Bawaba.Contracts;

/// <summary>The hours of a day in which an order holds, on the clocks of a time zone. May cross midnight.</summary>
public sealed record DayHours
{
    /// <summary>First minute of the day in which it holds, 0 to 1,439.</summary>
    public required int FromMinute { get; init; }

    /// <summary>First minute in which it no longer does, 0 to 1,439; smaller than <see cref="FromMinute"/>: the next day's.</summary>
    public required int UntilMinute { get; init; }

    /// <summary>IANA name of the time zone.</summary>
    public required string Zone { get; init; }

    /// <summary>False also where the zone is not known here: what cannot be decided is not allowed.</summary>
    public bool Holds(DateTimeOffset instant)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone))
            return false;
        var minute = (int)TimeZoneInfo.ConvertTime(instant, zone).TimeOfDay.TotalMinutes;
        return FromMinute <= UntilMinute ? FromMinute <= minute && minute < UntilMinute : minute >= FromMinute || minute < UntilMinute;
    }
}
