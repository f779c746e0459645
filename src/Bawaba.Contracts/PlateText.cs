// A plate as text: what was read, in visual order, and the key under which two readings are the same plate.
// Parsed once at the boundary; used by the reader's output, the watch-list file and the matcher.
// Promises that 5-12345 and 51-2345 (Libya: municipality, number) never share a key.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>A number plate's text.</summary>
public readonly record struct PlateText
{
    /// <summary>No plate text is longer, in any country known to us (16-bit units, country word included).</summary>
    public const int MaxLength = 32;

    [JsonConstructor]
    public PlateText(string visual)
    {
        if (!TryKey(visual, out var key))
            throw new FormatException("A plate has 2 to 32 letters and digits.");
        Visual = visual;
        Key = key;
    }

    private PlateText(string visual, string key)
    {
        Visual = visual;
        Key = key;
    }

    /// <summary>As read or typed, in visual order, left to right, first row first.</summary>
    public string Visual => field ?? "";

    /// <summary>
    /// Folded for comparing: Arabic-Indic digits to 0-9, letter forms to one, spaces and marks away. Libya is
    /// <c>municipality-number</c> without its country word; no other key holds a dash.
    /// </summary>
    [JsonIgnore]
    public string Key => field ?? "";

    /// <summary>
    /// The visual text in pieces, left to right: country words, single Arabic letters, and what stands between them. Shown as
    /// one text, the rules for mixed writing would put 917تونس4026 on a screen as 9174026تونس: each piece is set apart.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> Pieces => PlateFolding.Pieces(Visual);

    public static bool TryParse([NotNullWhen(true)] string? text, out PlateText plate)
    {
        if (TryKey(text, out var key))
        {
            plate = new(text, key);
            return true;
        }
        plate = default;
        return false;
    }

    /// <summary>Compares keys: the same plate, however it was written.</summary>
    public bool Equals(PlateText other) => string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Never a plate in a log by accident: ask for <see cref="Visual"/> where it may be shown.</summary>
    public override string ToString() => "(plate)";

    private static bool TryKey([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? key)
    {
        key = null;
        if (text is null || text.Length is < 2 or > MaxLength)
            return false;
        key = PlateFolding.Key(text);
        return key.Length >= 2;
    }
}
