// The browser's modules: files of ours that name one another, call no one else, and leave markup to the server.
using System.Text.RegularExpressions;
using Bawaba.Pages.Assets;
using Bawaba.Pages.Security;

namespace Bawaba.Tests.Console;

public sealed partial class ModuleTests
{
    private static readonly AssetBook Assets = AssetBook.Embedded;

    private static IEnumerable<string> Modules { get; } = Assets.Paths.Where(path => path.EndsWith(".js", StringComparison.Ordinal));

    [Fact]
    public void A_module_imports_only_modules_that_exist() =>
        Assert.All(Modules, module => Assert.All(
            Import().Matches(Assets.Text(module)),
            import => Assert.Contains($"js/{import.Groups["path"].Value}", Assets.Paths)));

    [Fact]
    public void No_module_names_an_address_elsewhere_or_writes_markup_from_text() =>
        Assert.All(Modules, module => Assert.DoesNotMatch(@"https?://|//[a-z]|innerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function", WithoutComments(module)));

    // The names of SVG's markup are no addresses anybody asks.
    [Fact]
    public void No_other_asset_names_an_address_elsewhere() =>
        Assert.All(
            Assets.Paths.Where(path => Path.GetExtension(path) is ".css" or ".svg" or ".json"),
            path => Assert.DoesNotMatch(@"https?://|url\(\s*[""']?//|@import", Assets.Text(path).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)));

    [Fact]
    public void Every_module_opens_by_saying_what_it_is_for() =>
        Assert.All(Modules, module => Assert.StartsWith("// ", Assets.Text(module), StringComparison.Ordinal));

    [Fact]
    public void The_policy_lets_in_nothing_inline_and_nobody_else()
    {
        var policy = SecurityHeaders.ContentPolicy;
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.All(policy.Split(';').SelectMany(rule => rule.Trim().Split(' ').Skip(1)), source => Assert.Contains(source, new[] { "'none'", "'self'", "blob:" }));
    }

    private static string WithoutComments(string module) => LineComment().Replace(Assets.Text(module), "");

    [GeneratedRegex(@"^\s*(//|/\*\*).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineComment();

    [GeneratedRegex("""(?:import|from) "\./(?<path>[^"]+)";""", RegexOptions.None, 1000)]
    private static partial Regex Import();
}
