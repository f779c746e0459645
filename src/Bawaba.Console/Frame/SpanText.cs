// How long something took, in figures. Used by clocks of incidents and by the times page.
using System.Globalization;

namespace Bawaba.Console.Frame;

internal static class SpanText
{
    /// <summary>Minutes and seconds, hours where there are any.</summary>
    internal static string Of(TimeSpan span)
    {
        var sign = span < TimeSpan.Zero ? "−" : "";
        span = span.Duration();
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{span.Minutes}:{span.Seconds:00}");
    }
}
