// Pages that point somewhere point at something, and design pages say what they leave out.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class DocumentTests
{
    private static IReadOnlyList<SourceFile> Pages { get; } = [.. Repository.Files.Where(f => f.Ending == ".md")];

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var broken =
            from page in Pages
            from Match link in Link().Matches(page.Text)
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(Path.GetDirectoryName(page.FullPath)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{page.Path}: {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void A_design_page_has_goals_non_goals_its_way_and_alternatives()
    {
        var pages = Pages.Where(p => p.IsUnder("docs/design")).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.All(
            (string[])["## Goals", "## Non-goals", "## How", "## Alternatives"],
            heading => Assert.Contains(heading, page.Lines)));
    }

    [Fact]
    public void Every_decision_is_in_the_list_of_decisions()
    {
        var list = Repository.File("docs/decisions/README.md").Text;
        Assert.All(Pages.Where(p => p.IsUnder("docs/decisions") && p.Name != "README.md"), p => Assert.Contains($"({p.Name})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_a_camera_may_give_is_explained_to_the_technician()
    {
        var comment = Repository.File("src/Bawaba.Gate/Cameras/CameraFault.cs").Lines.Single(l => l.Contains("refused, ", StringComparison.Ordinal));
        var codes = Code().Matches(comment.Split("<summary>")[1].Split('.')[0]).Select(m => m.Value).Where(c => c != "or").ToList();
        var page = Repository.File("docs/operations/cameras.md").Text;
        Assert.True(codes.Count >= 9, comment);
        Assert.All(codes, code => Assert.Contains($"| `{code}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_test_that_is_said_to_hold_a_promise_exists()
    {
        var tests = Repository.CSharp.Where(f => f.IsUnder("tests") && f.Name.EndsWith("Tests.cs", StringComparison.Ordinal)).ToLookup(f => f.Name[..^3], StringComparer.Ordinal);
        var missing =
            from name in Picture.Table("Promises").SelectMany(row => row["held by"].Split(',', StringSplitOptions.TrimEntries))
                .Concat(Pages.Single(p => p.Path == "docs/law.md").Lines.Where(l => l.StartsWith('|')).SelectMany(l => NamedTest().Matches(l).Select(m => m.Value)))
                .Select(n => n.Trim('`').Split('.'))
            where !tests[name[0]].Any(f => name.Length == 1 || f.Text.Contains($" {name[1]}(", StringComparison.Ordinal))
            select string.Join('.', name);
        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[A-Za-z]+Tests(\\.[A-Za-z_0-9]+)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedTest();

    [GeneratedRegex("[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
