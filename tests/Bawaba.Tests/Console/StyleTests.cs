// The style sheets mirror by themselves, can be read, and ask nobody for anything.
using System.Globalization;
using System.Text.RegularExpressions;
using Bawaba.Pages.Assets;

namespace Bawaba.Tests.Console;

public sealed partial class StyleTests
{
    private const double RootPx = 15;
    private const double LeastPx = 14;
    private const double LeastLineHeight = 1.6;
    private const double LeastContrast = 4.5;

    private static readonly AssetBook Assets = AssetBook.Embedded;

    private static IReadOnlyDictionary<string, string> Sheets { get; } =
        Assets.Paths.Where(path => path.EndsWith(".css", StringComparison.Ordinal))
            .ToDictionary(path => path, path => Comment().Replace(Assets.Text(path), ""), StringComparer.Ordinal);

    [Fact]
    public void Only_logical_properties_are_used() =>
        Assert.All(Sheets, sheet => Assert.Empty(Physical().Matches(sheet.Value).Select(m => $"{sheet.Key}: {m.Value}")));

    [Fact]
    public void No_letter_is_smaller_than_14_px() =>
        Assert.All(Sheets, sheet => Assert.All(FontSize().Matches(sheet.Value), size =>
        {
            var number = double.Parse(size.Groups["number"].Value, CultureInfo.InvariantCulture);
            var px = size.Groups["unit"].Value == "px" ? number : number * RootPx;
            Assert.True(px >= LeastPx, $"{sheet.Key}: {size.Value}");
        }));

    [Fact]
    public void Lines_stand_far_enough_apart() =>
        Assert.All(Sheets, sheet => Assert.All(
            LineHeight().Matches(sheet.Value),
            line => Assert.True(double.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture) >= LeastLineHeight, $"{sheet.Key}: {line.Value}")));

    [Fact]
    public void Numbers_are_tabular_and_motion_stops_for_who_wants_that()
    {
        Assert.Contains("tabular-nums", Sheets["css/base.css"], StringComparison.Ordinal);
        Assert.Contains("prefers-reduced-motion", Sheets["css/base.css"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("quiet")]
    [InlineData("link")]
    [InlineData("sand")]
    [InlineData("teal")]
    [InlineData("good")]
    [InlineData("warn")]
    [InlineData("bad")]
    [InlineData("info")]
    [InlineData("violet")]
    public void A_colour_of_text_stands_out_on_every_ground(string name) =>
        Assert.All(["ground", "panel", "raised"], ground =>
            Assert.True(Contrast(Colour(name), Colour(ground)) >= LeastContrast, $"{name} on {ground}: {Contrast(Colour(name), Colour(ground)):0.00}"));

    [Fact]
    public void Every_file_a_sheet_names_is_ours_and_exists() =>
        Assert.All(Sheets, sheet => Assert.All(Url().Matches(sheet.Value), url =>
            Assert.Contains(url.Groups["path"].Value.Replace("../", "", StringComparison.Ordinal), Assets.Paths)));

    [Fact]
    public void The_font_is_small_and_brings_its_licence()
    {
        var fonts = Assets.Paths.Where(path => path.EndsWith(".woff2", StringComparison.Ordinal)).ToList();
        Assert.True(fonts.Sum(path => Assets.Find(path)!.Content.Length) < 150_000);
        Assert.Contains("SIL OPEN FONT LICENSE", Assets.Text("fonts/LICENSE.txt"), StringComparison.Ordinal);
    }

    private static string Colour(string name) => Regex.Match(Sheets["css/base.css"], $"--{name}: #([0-9a-f]{{6}});", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    // Relative luminance and contrast ratio, WCAG 2.2.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var part = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    // A media query asks for the window's width, which has no logical name: those stand in brackets.
    [GeneratedRegex(@"(?<![\w(-])((margin|padding|border)-(left|right|top|bottom)|(left|right|top|bottom)\s*:|(min-|max-)?(width|height)\s*:|(text-align|float|clear)\s*:\s*(left|right))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Physical();

    [GeneratedRegex(@"font-size:\s*(?<number>[\d.]+)(?<unit>px|rem|em)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"line-height:\s*(?<number>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineHeight();

    [GeneratedRegex(@"url\(""(?<path>[^""]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();
}
