// What every page sends: no inline code, nothing from elsewhere, the right direction, and names that lead somewhere.
using System.Text.RegularExpressions;
using Bawaba.Pages.Assets;
using Bawaba.Pages.Language;

namespace Bawaba.Tests.Console;

public sealed partial class MarkupTests
{
    public static TheoryData<string, string> PagesInBothLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in Samples.Pages.Keys)
            {
                data.Add(page, "ar");
                data.Add(page, "en");
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_runs_no_inline_script_and_wears_no_inline_style(string page, string language)
    {
        var html = await HtmlAsync(page, language);
        Assert.DoesNotMatch(@"<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:", html);
        Assert.All(Script().Matches(html), script => Assert.Matches("^<script type=\"module\" src=\"/assets/[^\"]+\"></script>$", script.Value));
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_asks_only_this_server_and_only_for_what_exists(string page, string language)
    {
        var html = await HtmlAsync(page, language);
        Assert.All(Address().Matches(html), address => Assert.Matches("^(/(?!/)|#)", address.Groups["url"].Value));
        Assert.All(AssetAddress().Matches(html), asset => Assert.Contains(asset.Groups["path"].Value, AssetBook.Embedded.Paths));
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_says_its_language_and_direction(string page, string language)
    {
        var html = await HtmlAsync(page, language);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains(language == "ar" ? "<html lang=\"ar-LY\" dir=\"rtl\">" : "<html lang=\"en-GB\" dir=\"ltr\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u200E\u200F\u0660-\u0669]", html);
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task Every_name_in_a_page_is_used_once_and_leads_somewhere(string page, string language)
    {
        var html = await HtmlAsync(page, language);
        var ids = Id().Matches(html).Select(m => m.Groups["id"].Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(Reference().Matches(html).SelectMany(m => m.Groups["ids"].Value.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_plate_is_isolated_from_the_pages_direction(string page, string language)
    {
        var html = await HtmlAsync(page, language);
        Assert.Empty(PlateSign().Replace(html, "").Split(Samples.Plate).Skip(1));
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_says_that_the_city_is_drawn(string page, string language) =>
        Assert.Contains(ScreenLanguage.Of(language)["demo.banner"], await HtmlAsync(page, language), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_source_file_says_is_text_and_never_markup()
    {
        var html = await HtmlAsync("alert to confirm", "ar");
        Assert.Contains("&lt;b&gt;444&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>444", html, StringComparison.Ordinal);
    }

    private static Task<string> HtmlAsync(string page, string language) => Samples.Pages[page](ScreenLanguage.Of(language)).HtmlAsync();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("\\s(?:src|href|action)=\"(?<url>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("\"/assets/[0-9a-f]{12}/(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AssetAddress();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("\\s(for|aria-labelledby|aria-describedby)=\"(?<ids>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("<bdi dir=\"ltr\" class=\"plate\"[^>]*>(<bdi>[^<]+</bdi>)+</bdi>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlateSign();
}
