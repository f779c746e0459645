// The two languages of the screens with everything that depends on them: texts, culture, direction.
// Chosen by LanguageCookie for each request; Arabic unless the person asked for English.
using System.Globalization;
using System.Text.Json;
using Bawaba.Pages.Assets;

namespace Bawaba.Pages.Language;

/// <summary>Arabic or English, with all that depends on it.</summary>
public sealed class ScreenLanguage
{
    private readonly Dictionary<string, string> _texts;

    private ScreenLanguage(string code, string tag, string direction, CultureInfo culture)
    {
        Code = code;
        Tag = tag;
        Direction = direction;
        Culture = culture;
        using var document = JsonDocument.Parse(AssetBook.Embedded.Text(TextsPath));
        _texts = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }

    internal static ScreenLanguage Arabic { get; } = new("ar", "ar-LY", "rtl", ScreenCulture.Arabic);

    internal static ScreenLanguage English { get; } = new("en", "en-GB", "ltr", ScreenCulture.English);

    /// <summary><c>ar</c> or <c>en</c>: the word in the cookie.</summary>
    internal string Code { get; }

    /// <summary>For <c>lang</c> on the page.</summary>
    internal string Tag { get; }

    internal string Direction { get; }

    internal CultureInfo Culture { get; }

    internal string TextsPath => $"texts/{Code}.json";

    internal ScreenLanguage Other => this == Arabic ? English : Arabic;

    internal IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key; a missing one is a bug and throws.</summary>
    internal string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"no text '{key}' in {Code}");

    internal string? Find(string key) => _texts.GetValueOrDefault(key);

    internal string Format(string key, params object[] values) => string.Format(Culture, this[key], values);

    internal static ScreenLanguage Of(string? code) => code == English.Code ? English : Arabic;
}
