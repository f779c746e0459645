// Instants as people in Libya read them. Used by every page; browsers use the same zone by its name.
using System.Globalization;

namespace Bawaba.Pages.Language;

internal static class LocalTime
{
    internal const string ZoneName = "Africa/Tripoli";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    internal static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>14:05:09.</summary>
    internal static string Clock(DateTimeOffset instant) => Of(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>14:05.</summary>
    internal static string ClockMinutes(DateTimeOffset instant) => Of(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>7 نوفمبر 2026.</summary>
    internal static string Day(DateTimeOffset instant, ScreenLanguage language) => Of(instant).ToString("d MMMM yyyy", language.Culture);

    internal static string Day(DateOnly day, ScreenLanguage language) => day.ToString("d MMMM yyyy", language.Culture);

    /// <summary>For <c>datetime</c> on a time element.</summary>
    internal static string Machine(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What was typed into a field of day and clock, as an instant with its offset; what is no such text is left as it is, for the rules to refuse.</summary>
    internal static string FromForm(string typed)
    {
        if (!DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || typed.Length > 19)
            return typed;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>An instant as a field of day and clock shows it; null for what is none.</summary>
    internal static string? ForForm(string? instant) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? Of(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>The instant at which the local day of <paramref name="instant"/> began.</summary>
    internal static DateTimeOffset DayStart(DateTimeOffset instant)
    {
        var local = Of(instant);
        return new DateTimeOffset(local.Date, local.Offset);
    }
}
