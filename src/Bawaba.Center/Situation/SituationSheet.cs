using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Units;

namespace Bawaba.Center.Situation;

/// <summary>The room as it is at one instant, for a sheet of paper: what people need to go on with when the power is gone.</summary>
public sealed record SituationSheet
{
    /// <summary>At most this many of each stand on it; how many more there are is said.</summary>
    public const int MostOfEach = 40;

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The next full hour: then another sheet takes its place.</summary>
    public required DateTimeOffset StandsUntil { get; init; }

    public required IReadOnlyList<SituationGate> Gates { get; init; }

    /// <summary>Those whose work is not done, the gravest first, then the oldest. A plate stands there only of a confirmed one.</summary>
    public required IReadOnlyList<Alert> Alerts { get; init; }

    public required int MoreAlerts { get; init; }

    /// <summary>Open ones, the most pressing first.</summary>
    public required IReadOnlyList<SituationIncident> Incidents { get; init; }

    public required int MoreIncidents { get; init; }

    /// <summary>Units on duty, by name.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    public required int MoreUnits { get; init; }

    public required int UnitsOffDuty { get; init; }

    /// <summary>Of the last hour, newest first.</summary>
    public required IReadOnlyList<CallEntry> Calls { get; init; }

    public required int MoreCalls { get; init; }

    /// <summary>The first full hour after the instant.</summary>
    internal static DateTimeOffset HourAfter(DateTimeOffset at) => HourOf(at).AddHours(1);

    /// <summary>The full hour the instant is in.</summary>
    internal static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
