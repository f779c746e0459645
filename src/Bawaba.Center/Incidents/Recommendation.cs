using Bawaba.Center.Units;

namespace Bawaba.Center.Incidents;

/// <summary>A unit that could be sent, with why and with what it lacks. A person decides.</summary>
public sealed record Recommendation
{
    public required Unit Unit { get; init; }

    /// <summary>Usual minutes by road; null: not known.</summary>
    public double? Minutes { get; init; }

    /// <summary>Coded words of the texts <c>dispatch-reason</c>: closest, on-post, rested.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Coded words of the texts <c>dispatch-shortfall</c>: no-position, stale-position, no-road-time, long-on-duty, overdue.</summary>
    public required IReadOnlyList<string> Shortfalls { get; init; }
}
