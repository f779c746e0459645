namespace Bawaba.Center.Alerts;

/// <summary>How many of a clock's durations should be how short.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Within">The longest.</param>
public sealed record ClockTarget(double Share, TimeSpan Within);
