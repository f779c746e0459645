// Reads what people typed about an incident. Pure. Used by the desks of this module. Promises: lengths and kinds are within their limits;
// Arabic digits are read as digits.
using System.Globalization;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

internal static class IncidentChecks
{
    internal const int MaxSummary = 160;
    internal const int MaxPlace = 120;
    internal const int MaxText = 2_000;

    /// <summary>One line, trimmed; null where it is empty or too long.</summary>
    internal static string? Line(string? text, int most) =>
        text?.Trim() is { Length: > 0 } line && line.Length <= most && !line.Any(char.IsControl) ? line : null;

    /// <summary>As <see cref="Line"/>, and an empty one is fit.</summary>
    internal static bool IsLineOrNone(string? text, int most) => string.IsNullOrWhiteSpace(text) || Line(text, most) is not null;

    /// <summary>Several lines, trimmed; null where it is empty or too long.</summary>
    internal static string? Text(string? text) =>
        text?.Trim().ReplaceLineEndings("\n") is { Length: > 0 and <= MaxText } words && !words.Any(c => char.IsControl(c) && c is not '\n') ? words : null;

    /// <summary>True where these words hold a plate: digits and letters in that order, whatever stands between.</summary>
    internal static bool Holds(string text, PlateText plate)
    {
        var key = Folded(plate.Visual);
        return key.Length >= 4 && Folded(text).Contains(key, StringComparison.Ordinal);
    }

    /// <summary>A point, or none where neither is said; false for half of one and for what is none.</summary>
    internal static bool TryCoordinates(string latitude, string longitude, out Coordinates? found)
    {
        found = null;
        if (string.IsNullOrWhiteSpace(latitude) && string.IsNullOrWhiteSpace(longitude))
            return true;
        if (Degrees(latitude) is not { } north || Degrees(longitude) is not { } east || !Coordinates.TryMake(north, east, out var point))
            return false;
        found = point;
        return true;
    }

    /// <summary>The id of a form or a line as its page made it: a UUID, in one spelling.</summary>
    internal static string? Id(string? text) => Guid.TryParse(text, out var id) ? id.ToString("N") : null;

    private static double? Degrees(string text) =>
        double.TryParse(Digits(text.Trim().Replace('٫', '.')), NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    private static string Digits(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsDigit(from[i]) ? (char)('0' + (int)char.GetNumericValue(from[i])) : from[i];
    });

    private static string Folded(string text) => new([.. Digits(text).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
