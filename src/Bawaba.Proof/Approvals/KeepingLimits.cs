// How long passages and video may be kept under an order, and how often. Pure. Asked by the center before an order is drafted and
// approved, and by each gate over the orders it is sent.
using Bawaba.Contracts;

namespace Bawaba.Proof.Approvals;

/// <summary>The caps on retention and recording orders. Nothing makes them longer.</summary>
public static class KeepingLimits
{
    /// <summary>One retention order, and all of them together at a gate within <see cref="Window"/>.</summary>
    public static readonly TimeSpan LongestRetention = TimeSpan.FromDays(21);

    /// <summary>One recording order: plates can be read in what it keeps.</summary>
    public static readonly TimeSpan LongestRecording = TimeSpan.FromHours(72);

    /// <summary>Any so many days, not the days of a calendar.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(90);

    /// <summary>The longest time an order of the kind may last; nothing for a kind that is none.</summary>
    public static TimeSpan LongestOf(string kind) => kind switch
    {
        OrderKind.Activation => OrdersCheck.LongestOrder,
        OrderKind.Retention => LongestRetention,
        OrderKind.Recording => LongestRecording,
        _ => TimeSpan.Zero,
    };

    /// <summary>Whether these spans at one gate stay within 21 days in every 90. Days that two orders share count once; hours of the day are not taken off.</summary>
    public static bool Allow(IEnumerable<RetentionSpan> spans) => Most(spans) <= LongestRetention;

    /// <summary>The most time they cover within any 90 days.</summary>
    public static TimeSpan Most(IEnumerable<RetentionSpan> spans)
    {
        var joined = Joined(spans);
        var most = TimeSpan.Zero;
        // The fullest window begins where a span begins, or ends where one ends.
        foreach (var begin in joined.SelectMany(s => new[] { s.From, s.Until - Window }))
        {
            var covered = TimeSpan.Zero;
            foreach (var (from, until) in joined)
            {
                var (first, last) = (from > begin ? from : begin, until < begin + Window ? until : begin + Window);
                covered += last > first ? last - first : TimeSpan.Zero;
            }
            most = covered > most ? covered : most;
        }
        return most;
    }

    private static List<(DateTimeOffset From, DateTimeOffset Until)> Joined(IEnumerable<RetentionSpan> spans)
    {
        var joined = new List<(DateTimeOffset From, DateTimeOffset Until)>();
        foreach (var span in spans.Where(s => s.UntilAt > s.FromAt).OrderBy(s => s.FromAt))
        {
            if (joined.Count > 0 && span.FromAt <= joined[^1].Until)
                joined[^1] = (joined[^1].From, span.UntilAt > joined[^1].Until ? span.UntilAt : joined[^1].Until);
            else
                joined.Add((span.FromAt, span.UntilAt));
        }
        return joined;
    }
}
