namespace Bawaba.Pages.Language;

/// <summary>Text as people type it: Arabic-Indic and Persian digits mean the same as 0-9.</summary>
internal static class TypedText
{
    internal static string Digits(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            span[i] = from[i] switch
            {
                >= '\u0660' and <= '\u0669' => (char)('0' + (from[i] - '\u0660')),
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (from[i] - '\u06F0')),
                var c => c,
            };
        }
    });
}
