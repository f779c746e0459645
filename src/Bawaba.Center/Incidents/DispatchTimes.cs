using Bawaba.Center.Alerts;

namespace Bawaba.Center.Incidents;

/// <summary>How fast units were sent to incidents, and got there, over a while.</summary>
public sealed record DispatchTimes
{
    /// <summary>From confirmed to the first unit sent: 90 % within 60 s (NFPA 1225).</summary>
    public static readonly IReadOnlyList<ClockTarget> DispatchTargets = [new(0.9, TimeSpan.FromSeconds(60))];

    public required DateTimeOffset SinceAt { get; init; }

    /// <summary>In the order of an incident's life; the whole way from dispatch to the scene last.</summary>
    public required IReadOnlyList<ClockFigures> Clocks { get; init; }

    /// <summary>Incidents opened.</summary>
    public required int Opened { get; init; }

    /// <summary>Of these, to how many a unit was sent.</summary>
    public required int Dispatched { get; init; }
}
