// Reads the texts of a draft field by field. Used by the rules on entries and on orders, for forms and rows of files alike.
// Promises: every fault is noted as field and word, none repeats what was typed; Arabic digits are digits.
using System.Globalization;
using Bawaba.Contracts;

namespace Bawaba.Center.Sources;

internal sealed class DraftReader
{
    private const int MaxListed = 1_000;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly List<DraftFault> _faults = [];

    internal IReadOnlyList<DraftFault> Faults => _faults;

    internal void Fault(string field, string word) => _faults.Add(new(field, word));

    /// <summary>One line, trimmed; empty after a fault.</summary>
    internal string Text(string field, string? typed, int maxLength = 200)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            Fault(field, "missing");
            return "";
        }
        return OptionalText(field, typed, maxLength) ?? "";
    }

    internal string? OptionalText(string field, string? typed, int maxLength = 200)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var text = typed.Trim();
        if (text.Length <= maxLength && !text.Any(char.IsControl))
            return text;
        Fault(field, text.Length > maxLength ? "too-long" : "unfit");
        return null;
    }

    internal DateOnly Day(string field, string? typed)
    {
        var text = Text(field, typed, 20);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
            Fault(field, "unfit");
        return day;
    }

    internal DateTimeOffset Instant(string field, string? typed)
    {
        var text = Text(field, typed, 40);
        if (DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && HasOffset(text))
            return at.ToUniversalTime();
        if (text.Length > 0)
            Fault(field, "unfit");
        return default;
    }

    /// <summary>Names with commas between; each known to <paramref name="isKnown"/>.</summary>
    internal IReadOnlyList<TId> Ids<TId>(string field, string? typed, Func<TId, bool> isKnown)
        where TId : struct, ISlugId<TId>
    {
        var ids = new List<TId>();
        foreach (var name in (typed ?? "").Split([',', '،', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxListed))
        {
            if (TId.TryParse(name, out var id) && isKnown(id))
                ids.Add(id);
            else
                Fault(field, "unknown");
        }
        return ids.Distinct().ToArray();
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
}
