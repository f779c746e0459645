// When two writings of a name or of a document's number are the same. Used for what an entry says and for what an officer types.
// Promises: whole names are compared, letter for letter after folding; there is no "similar".
using System.Globalization;
using System.Text;

namespace Bawaba.Center.Watchlists;

internal static class PersonFolding
{
    private const int LeastWords = 2;
    private const int LeastDigits = 5;
    private const int MostDigits = 24;

    /// <summary>A name in one form: without marks and tatweel, alef, yeh and teh marbuta as one letter each. Null for fewer than two words.</summary>
    internal static string? Name(string typed)
    {
        var folded = new StringBuilder(typed.Length);
        foreach (var c in typed.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c == '\u0640')
                continue;
            if (char.IsLetter(c))
                folded.Append(char.ToUpperInvariant(Letter(c)));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        var name = folded.ToString().Trim();
        return name.Split(' ').Length >= LeastWords ? name : null;
    }

    /// <summary>A document's number: letters and digits alone, digits of either script as 0-9. Null where it is no number of a document.</summary>
    internal static string? Number(string typed)
    {
        var folded = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsDigit(c))
                folded.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (char.IsAsciiLetter(c))
                folded.Append(char.ToUpperInvariant(c));
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '/' or '.'))
                return null;
        }
        return folded.Length is >= LeastDigits and <= MostDigits && folded.ToString().Any(char.IsAsciiDigit) ? folded.ToString() : null;
    }

    private static char Letter(char c) => c switch
    {
        'ة' => 'ه',
        'ي' or 'ی' => 'ى',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ک' => 'ك',
        _ => c,
    };
}
