using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bawaba.Console.Frame;
using Bawaba.Pages.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Console;

/// <summary>Renders a page to the text a browser would get.</summary>
internal static class Rendering
{
    internal static async Task<string> HtmlAsync(this PageResult page)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return await page.RenderAsync(services);
    }

    internal static ScreenLanguage Language(string code) => ScreenLanguage.Of(code);
}
