// Numbers people say over a radio and write on paper: year and serial. Used by registers whose writer has the room to itself.
using System.Globalization;

namespace Bawaba.Center.Storage;

internal static class YearSerial
{
    /// <summary>The pattern of LIKE for numbers of the instant's year.</summary>
    internal static string OfYear(DateTimeOffset at) => Year(at) + "-%";

    /// <summary>The number after the last of the year; null: the first.</summary>
    internal static string After(string? last, DateTimeOffset at)
    {
        var serial = last is null ? 1 : int.Parse(last.AsSpan(last.IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{Year(at)}-{serial:000000}");
    }

    private static string Year(DateTimeOffset at) => at.Year.ToString("0000", CultureInfo.InvariantCulture);
}
