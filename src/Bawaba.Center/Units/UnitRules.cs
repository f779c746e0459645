namespace Bawaba.Center.Units;

/// <summary>Limits of units. A setting may only be stricter.</summary>
internal static class UnitRules
{
    internal const int MaxName = 60;
    internal const int MaxVehicle = 80;
    internal const int MaxStrength = 99;
    internal const int MaxCrew = 24;
    internal const int MaxTaskWords = 2_000;
    internal const int MinWelfareMinutes = 5;
    internal const int MaxWelfareMinutes = 240;

    /// <summary>No feed or phone brings more at once.</summary>
    internal const int MaxBatch = 500;

    /// <summary>A device's word on when something happened counts up to this late; then the time it arrived does.</summary>
    internal static readonly TimeSpan MaxLate = TimeSpan.FromHours(12);

    /// <summary>An older position is of no use to who looks for the nearest unit.</summary>
    internal static readonly TimeSpan MaxPositionAge = TimeSpan.FromMinutes(10);

    /// <summary>How long somebody looks after a unit whose word is missing before it calls again.</summary>
    internal static readonly TimeSpan LookedAfter = TimeSpan.FromMinutes(10);

    /// <summary>How far a tracker's clock may run ahead.</summary>
    internal static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(30);

    /// <summary>When it happened: as the device says, where that lies between what is known before and now; when it arrived otherwise.</summary>
    internal static DateTimeOffset Believed(DateTimeOffset? device, DateTimeOffset received, DateTimeOffset notBefore) =>
        device is { } at && at <= received && at >= notBefore && received - at <= MaxLate ? at : received;

    /// <summary>Whether a position of that instant is taken at all.</summary>
    internal static bool IsFresh(DateTimeOffset at, DateTimeOffset now) => at >= now - MaxPositionAge && at <= now + MaxAhead;
}
