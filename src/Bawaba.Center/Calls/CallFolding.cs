// Words as they are looked for, so that two ways of writing one name meet. A fold only finds candidates: what people read is what was written.
// Used by the search of the log. Pure.
using System.Globalization;
using System.Text;

namespace Bawaba.Center.Calls;

internal static class CallFolding
{
    internal const int MostWords = 8;

    /// <summary>Compatibility forms taken apart, marks and tatweel dropped, alefs, ة and ى made alike, digits Western, letters small.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == '\u0640')
                continue;
            folded.Append(c switch
            {
                'ة' => 'ه',
                'ى' or 'ی' => 'ي',
                'ٱ' or 'أ' or 'إ' or 'آ' => 'ا',
                'ک' => 'ك',
                _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
                _ => char.ToLowerInvariant(c),
            });
        }
        return folded.ToString();
    }

    /// <summary>The folded words of a text.</summary>
    internal static string[] Words(string text) => Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each word stands in the caller, the place or what was said; and the caller's part in the name or the number.</summary>
    internal static bool Matches(CallEntry call, string[] words, string caller)
    {
        var (by, number) = (Fold(call.Caller), Fold(call.CallBack));
        if (caller.Length > 0 && !by.Contains(caller, StringComparison.Ordinal) && !Dense(number).Contains(Dense(caller), StringComparison.Ordinal))
            return false;
        if (words.Length == 0)
            return true;
        var all = string.Join('\n', by, number, Fold(call.Place), Fold(call.What), Fold(call.MarkNote), call.Number);
        return words.All(w => all.Contains(w, StringComparison.Ordinal));
    }

    // A number is written with spaces and without.
    private static string Dense(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
