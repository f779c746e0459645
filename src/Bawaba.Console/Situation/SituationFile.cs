// The hourly file: one HTML file that needs nothing else, the sheet in Arabic and then in English, with its style and fonts inside. Made by
// SituationClock.
using System.Globalization;
using Bawaba.Center.Gates;
using Bawaba.Center.Situation;
using Bawaba.Console.Frame;
using Bawaba.Pages.Assets;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Situation;

internal static class SituationFile
{
    private static readonly (string Family, string File, int Weight)[] Fonts =
    [
        ("Plex Arabic", "plex-arabic-400", 400), ("Plex Arabic", "plex-arabic-600", 600), ("Plex Latin", "plex-latin-400", 400), ("Plex Latin", "plex-latin-600", 600),
    ];

    // Digits and Latin letters stand in the Arabic font too; each script is taken from its own.
    private const string ArabicRange = " unicode-range: U+0600-06FF, U+0750-077F, U+0870-088E, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFC, U+200C-200E;";

    private static readonly string Style = string.Concat(Fonts.Select(FaceOf)) + AssetBook.Embedded.Text("css/situation.css");

    internal static async Task<string> OfAsync(SituationSheet sheet, GateRegistry registry, bool demo, IServiceProvider services)
    {
        var parts = new List<string>();
        foreach (var language in new[] { ScreenLanguage.Arabic, ScreenLanguage.English })
        {
            var screen = new Screen { Language = language, Actor = null, Now = sheet.MadeAt, Path = "", Demo = demo, City = registry.City };
            parts.Add(await Page.Show<SituationFilePage, SituationView>(screen, new() { Sheet = sheet, IsFile = true }).RenderAsync(services));
        }
        var title = string.Create(CultureInfo.InvariantCulture, $"{ScreenLanguage.Arabic["situation.title"]} {LocalTime.ClockMinutes(sheet.MadeAt)}");
        return $"<!DOCTYPE html>\n<html lang=\"{ScreenLanguage.Arabic.Tag}\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body>\n{string.Join('\n', parts)}\n</body></html>\n";
    }

    private static string FaceOf((string Family, string File, int Weight) font) => string.Create(
        CultureInfo.InvariantCulture,
        $"@font-face {{ font-family: \"{font.Family}\"; font-weight: {font.Weight}; src: url(\"data:font/woff2;base64,{Convert.ToBase64String(AssetBook.Embedded.Find($"fonts/{font.File}.woff2")!.Content)}\") format(\"woff2\");{(font.Family == "Plex Arabic" ? ArabicRange : "")} }}\n");
}
