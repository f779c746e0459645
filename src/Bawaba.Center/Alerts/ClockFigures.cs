// What one of the room's clocks shows over a while: percentiles, because an average hides who waited. Made by TimesDesk of the clocks of
// alerts; whoever keeps other clocks (dispatch) makes its own and puts them beside these.
namespace Bawaba.Center.Alerts;

/// <summary>The durations of one kind of step over a while.</summary>
public sealed record ClockFigures
{
    /// <summary>Fewer durations than this say nothing that should be shown.</summary>
    public const int Fewest = 5;

    /// <summary>The clock's word, under which its texts stand: raised-answered, …</summary>
    public required string Clock { get; init; }

    public required int Count { get; init; }

    /// <summary>Half took no longer; null where there are fewer than <see cref="Fewest"/>, like the others.</summary>
    public TimeSpan? Half { get; init; }

    public TimeSpan? NineOfTen { get; init; }

    public TimeSpan? NineteenOfTwenty { get; init; }

    /// <summary>What should be, each with the share that was, 0 to 1; empty where there is no target, or too few to say.</summary>
    public IReadOnlyList<(ClockTarget Target, double Share)> Targets { get; init; } = [];

    public bool TooFew => Count < Fewest;

    /// <summary>Counts them.</summary>
    public static ClockFigures Of(string clock, IEnumerable<TimeSpan> durations, params IReadOnlyList<ClockTarget> targets)
    {
        var sorted = durations.Order().ToArray();
        if (sorted.Length < Fewest)
            return new() { Clock = clock, Count = sorted.Length };
        return new()
        {
            Clock = clock,
            Count = sorted.Length,
            Half = At(sorted, 0.5),
            NineOfTen = At(sorted, 0.9),
            NineteenOfTwenty = At(sorted, 0.95),
            Targets = [.. targets.Select(t => (t, (double)sorted.Count(d => d <= t.Within) / sorted.Length))],
        };
    }

    // The smallest that so large a share does not exceed.
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
