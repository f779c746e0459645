// The three typefaces the stage writes plates with. Training draws with others, so that a plate read here was learnt, not
// remembered. Loaded once from Debian's fonts-dejavu-core, fonts-dejavu-extra and fonts-roboto-unhinted.
using SkiaSharp;

namespace Bawaba.Simulator.Stage.Plates;

internal static class PlateFonts
{
    private const string Folder = "/usr/share/fonts/truetype";
    private static readonly Lazy<SKTypeface> Wide = new(() => Load("dejavu/DejaVuSans-Bold.ttf", "fonts-dejavu-core"));
    private static readonly Lazy<SKTypeface> Narrow = new(() => Load("dejavu/DejaVuSansCondensed-Bold.ttf", "fonts-dejavu-extra"));
    private static readonly Lazy<SKTypeface> Round = new(() => Load("roboto/unhinted/RobotoTTF/Roboto-Bold.ttf", "fonts-roboto-unhinted"));

    /// <summary>Latin letters and digits: one of three.</summary>
    internal static SKTypeface Latin(int choice) => (choice % 3) switch
    {
        0 => Narrow.Value,
        1 => Round.Value,
        _ => Wide.Value,
    };

    /// <summary>Arabic letters, words and digits: the two that hold them.</summary>
    internal static SKTypeface Arabic(int choice) => choice % 2 == 0 ? Wide.Value : Narrow.Value;

    private static SKTypeface Load(string file, string package)
    {
        var path = Path.Combine(Folder, file);
        return (File.Exists(path) ? SKTypeface.FromFile(path) : null)
            ?? throw new FileNotFoundException($"The stage needs the font {path} (Debian package {package}).", path);
    }
}
