// The rule by which two writings of a plate are the same plate (03-recognition: search folding).
// Used by PlateText alone; also takes a text apart for screens.
using System.Text;

namespace Bawaba.Contracts;

internal static class PlateFolding
{
    // Each country word becomes one private mark, so that its letters never mix with a plate's own.
    private static readonly (string Word, char Mark)[] Words =
        [("الجماهيرية", 'J'), ("الجماهيريه", 'J'), ("ليبيا", 'L'), ("تونس", 'T'), ("مصر", 'M'), ("نت", 'N')];

    internal static string Key(string text)
    {
        var folded = Fold(text);
        return LibyanKey(folded) ?? folded.Replace("-", "", StringComparison.Ordinal);
    }

    /// <summary>Country words, single Arabic letters, and what stands between them, in order.</summary>
    internal static IReadOnlyList<string> Pieces(string visual)
    {
        var pieces = new List<string>();
        var (from, at) = (0, 0);
        while (at < visual.Length)
        {
            var word = Array.Find(Words, w => string.CompareOrdinal(visual, at, w.Word, 0, w.Word.Length) == 0).Word;
            var length = word?.Length ?? (IsArabicLetter(Letter(visual[at])) ? 1 : 0);
            if (length > 0 && at > from)
                pieces.Add(visual[from..at]);
            if (length > 0)
                pieces.Add(visual.Substring(at, length));
            at += Math.Max(1, length);
            from = length > 0 ? at : from;
        }
        if (from < visual.Length)
            pieces.Add(visual[from..]);
        return pieces;
    }

    private static string Fold(string text)
    {
        foreach (var (word, mark) in Words)
            text = text.Replace(word, $"<{mark}>", StringComparison.Ordinal);
        var key = new StringBuilder(text.Length);
        var inMark = false;
        foreach (var c in text)
        {
            inMark = c == '<' || (inMark && c != '>');
            var folded = Letter(c);
            if (inMark || c == '>' || char.IsAsciiLetterOrDigit(folded) || folded == '-' || IsArabicLetter(folded))
                key.Append(char.ToUpperInvariant(folded));
        }
        return key.ToString();
    }

    // municipality-number, with or without the country word on either side; older plates carry الجماهيرية.
    private static string? LibyanKey(string folded)
    {
        var bare = folded.Replace("<L>", "", StringComparison.Ordinal).Replace("<J>", "", StringComparison.Ordinal);
        var dash = bare.IndexOf('-', StringComparison.Ordinal);
        if (dash is < 1 or > 2 || bare.Length - dash - 1 is < 1 or > 7)
            return null;
        for (var i = 0; i < bare.Length; i++)
        {
            if (i != dash && !char.IsAsciiDigit(bare[i]))
                return null;
        }
        return bare;
    }

    private static bool IsArabicLetter(char c) => c is >= '\u0621' and <= '\u064A';

    private static char Letter(char c) => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        'ھ' or 'ة' => 'ه',
        'ي' or 'ی' => 'ى',
        'أ' or 'إ' or 'آ' => 'ا',
        '–' or '—' or '‐' => '-',
        _ => c,
    };
}
