// Names say what a thing is for. A word that fits everything is not one.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class NameTests
{
    private static readonly string[] Empty = ["Helper", "Helpers", "Manager", "Managers", "Util", "Utils", "Utility", "Utilities", "Common", "Core", "Shared", "Models", "Services"];

    [Fact]
    public void No_folder_of_code_has_an_empty_name() =>
        Assert.Empty(Repository.Files
            .Where(f => f.IsUnder("src") || f.IsUnder("tests") || f.IsUnder("bench"))
            .Where(f => f.Path.Split('/')[..^1].Any(folder => Empty.Contains(folder.Split('.')[^1], StringComparer.OrdinalIgnoreCase)))
            .Select(f => f.Path));

    [Fact]
    public void No_type_has_an_empty_name() =>
        Assert.Empty(Assemblies.WrittenTypes().Where(t => Words.Of(t.Name) is [.., var last] && Empty.Contains(last, StringComparer.Ordinal)).Select(t => t.FullName));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var faults =
            from file in Repository.CSharp
            let parts = file.Path.Split('/')
            where parts.Length > 2
            let expected = string.Join('.', parts[1..^1])
            from line in file.Lines
            let match = NamespaceLine().Match(line)
            where match.Success && (match.Groups["name"].Value != expected || !match.Groups["end"].Success)
            select $"{file.Path}: {line}";
        Assert.Empty(faults);
    }

    [Fact]
    public void A_file_is_named_after_a_type_in_it()
    {
        var faults = Repository.CSharp
            .Where(f => f.IsUnder("src") && f.Name != "Program.cs")
            .Select(f => (f.Path, Name: f.Name[..^3].Split('.')[0], Types: f.Lines.Select(l => TypeLine().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).ToList()))
            .Where(f => f.Types.Count > 0 && !f.Types.Contains(f.Name, StringComparer.Ordinal));
        Assert.Empty(faults.Select(f => $"{f.Path} holds {string.Join(", ", f.Types)}"));
    }

    [Fact]
    public void A_test_is_named_as_a_sentence()
    {
        var faults = new List<string>();
        foreach (var file in Repository.CSharp.Where(f => f.IsUnder("tests")))
        {
            foreach (Match test in TestMethod().Matches(file.Text))
            {
                var name = test.Groups["name"].Value;
                if (name.Count(c => c == '_') < 2 || !char.IsAsciiLetterUpper(name[0]))
                    faults.Add($"{file.Path}: {name}");
            }
        }
        Assert.Empty(faults);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)(?<end>;)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(public |internal |file )?(static |sealed |abstract |readonly |partial )*(class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\[(Fact|Theory)\b[^\n]*\n(\s*\[[^\n]*\n|\s*public static [^\n]*\n)*\s*public (async )?[\w<>]+ (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestMethod();
}
