// What the picture says about a camera stands on the gate's page in both languages, with the figure that decided.
using System.Text.RegularExpressions;
using Bawaba.Pages.Language;
using Bawaba.Contracts;

namespace Bawaba.Tests.Console;

public sealed class PictureStateTests
{
    [Theory]
    [InlineData("ar", "الصورة غير حادة")]
    [InlineData("en", "The picture is blurred")]
    public async Task A_blurred_camera_is_said_with_its_sharpness_and_the_least_it_should_have(string code, string word)
    {
        var language = Rendering.Language(code);
        var html = await Samples.Pages["gate"](language).HtmlAsync();
        Assert.Contains(word, html, StringComparison.Ordinal);
        Assert.Contains(language[$"picture-measure.{PictureState.Blurred}"].Replace("'", "&#x27;", StringComparison.Ordinal), html, StringComparison.Ordinal);
        Assert.Contains(language.Format("camera.picture-figures", "12", "35"), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_that_is_not_live_is_not_judged_on_the_rooms_cards()
    {
        var html = await Samples.Pages["room"](ScreenLanguage.English).HtmlAsync();
        var lines = Regex.Matches(html, "<span class=\"camera-line\" data-phase=\"(?<phase>[A-Za-z]+)\".*?</span>\\s*</li>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.Contains(lines, l => l.Groups["phase"].Value == "Live" && l.Value.Contains("picture-fault", StringComparison.Ordinal));
        Assert.All(lines.Where(l => l.Groups["phase"].Value != "Live"), l => Assert.DoesNotContain("picture-fault", l.Value, StringComparison.Ordinal));
    }
}
