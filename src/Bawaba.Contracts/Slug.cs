// The one rule for short names that cross a process boundary: what a gate, lane, camera, entry or mandate may be called.
// Called by the id types of this folder; promises that a parsed id is safe in a URL, a file name and a log.
using System.Diagnostics.CodeAnalysis;

namespace Bawaba.Contracts;

internal static class Slug
{
    internal const int MaxLength = 48;

    internal static bool IsValid([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length is 0 or > MaxLength || !char.IsAsciiLetterOrDigit(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }
        return true;
    }

    internal static string Require(string? text, string what) =>
        IsValid(text)
            ? text
            : throw new FormatException($"'{text}' is not a {what}: 1 to {MaxLength} of a-z, 0-9 and '-', starting with a letter or digit.");
}
