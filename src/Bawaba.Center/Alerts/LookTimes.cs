namespace Bawaba.Center.Alerts;

/// <summary>From an alert being raised to its being decided, over the alerts of a while that came in time. Percentiles, for an average hides who waited.</summary>
public sealed record LookTimes
{
    /// <summary>What two looks should take at most.</summary>
    public static readonly TimeSpan Target = TimeSpan.FromSeconds(60);

    /// <summary>Alerts that were decided.</summary>
    public required int Decided { get; init; }

    /// <summary>Of them within <see cref="Target"/>.</summary>
    public required int WithinTarget { get; init; }

    /// <summary>Half took no longer; zero where none was decided, like the others.</summary>
    public required TimeSpan Half { get; init; }

    public required TimeSpan NineOfTen { get; init; }

    public required TimeSpan NineteenOfTwenty { get; init; }

    internal static LookTimes Of(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToArray();
        return new()
        {
            Decided = sorted.Length,
            WithinTarget = sorted.Count(d => d <= Target),
            Half = At(sorted, 0.5),
            NineOfTen = At(sorted, 0.9),
            NineteenOfTwenty = At(sorted, 0.95),
        };
    }

    // The smallest that so large a share does not exceed.
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted.Length == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
