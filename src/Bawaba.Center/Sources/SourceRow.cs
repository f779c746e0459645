// One row of a source file, read property by property. Used by the parsers of mandates and watch-list.
// Promises: every fault of the row is noted, unknown properties too, and no fault repeats a value (it may be a plate).
using System.Globalization;
using System.Text.Json;
using Bawaba.Contracts;

namespace Bawaba.Center.Sources;

internal sealed class SourceRow(JsonElement row, string place, FaultList faults)
{
    private const int MaxListed = 1_000;

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal void Fault(string text) => faults.Add(place, text);

    /// <summary>The text, trimmed; empty after a fault.</summary>
    internal string Text(string name, int maxLength = 200) => OptionalText(name, maxLength) ?? Missing(name);

    internal string? OptionalText(string name, int maxLength = 200)
    {
        if (Property(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Wrong(name, "a text");
        var text = value.GetString()!.Trim();
        return text.Length is > 0 && text.Length <= maxLength && !text.Any(char.IsControl)
            ? text
            : Wrong(name, $"a text of 1 to {maxLength} characters in one line");
    }

    internal TId Id<TId>(string name)
        where TId : struct, ISlugId<TId>
    {
        var text = Text(name);
        if (!TId.TryParse(text, out var id) && text.Length > 0)
            Wrong(name, "1 to 48 of a-z, 0-9 and '-'");
        return id;
    }

    internal DateTimeOffset Instant(string name)
    {
        var text = Text(name);
        if (DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && HasOffset(text))
            return at.ToUniversalTime();
        if (text.Length > 0)
            Wrong(name, "an instant with Z or an offset, such as 2026-11-25T14:00:00Z");
        return default;
    }

    internal DateOnly Day(string name)
    {
        var text = Text(name);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
            Wrong(name, "a day such as 2026-11-25");
        return day;
    }

    /// <summary>A list of texts, none twice, at least one.</summary>
    internal IReadOnlyList<string> Texts(string name)
    {
        if (Property(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > MaxListed)
        {
            Wrong(name, $"a list of 1 to {MaxListed} texts");
            return [];
        }
        var texts = list.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : "").ToList();
        if (texts.Contains("", StringComparer.Ordinal))
            Wrong(name, "a list of texts, none empty");
        if (texts.Distinct(StringComparer.Ordinal).Count() != texts.Count)
            Fault($"{name}: one of its members stands twice");
        return texts;
    }

    /// <summary>Call it last: whatever was not asked for is a fault.</summary>
    internal void RefuseTheRest()
    {
        var unknown = row.EnumerateObject().Count(p => !_asked.Contains(p.Name));
        if (unknown > 0)
            Fault($"{unknown} unknown propert{(unknown == 1 ? "y" : "ies")}; known are {string.Join(", ", _asked)}");
    }

    private JsonElement? Property(string name)
    {
        _asked.Add(name);
        return row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string Missing(string name)
    {
        if (Property(name) is null)
            Fault($"{name} is missing");
        return "";
    }

    private string Wrong(string name, string wanted)
    {
        Fault($"{name} is not {wanted}");
        return "";
    }

    private static bool HasOffset(string text) =>
        text[^1] == 'Z' || (text.Length > 6 && text[^3] == ':' && text[^6] is ('+' or '-') && text.Contains('T', StringComparison.Ordinal));
}
