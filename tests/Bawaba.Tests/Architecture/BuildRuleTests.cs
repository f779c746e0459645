// The build refuses what the house forbids: its rules are switched on for every project and switched off nowhere
// without a reason that stands beside it.
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bawaba.Tests.Architecture;

public sealed partial class BuildRuleTests
{
    private const int MaxPragmas = 40;

    private static readonly string[] Banned =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.Threading.Tasks.Task.Wait",
        "System.Threading.Tasks.Task`1.Result", "System.Threading.Thread.Sleep", "System.Guid.NewGuid", "System.Net.Http.HttpClient.#ctor", "System.String.ToLower", "System.String.ToUpper",
    ];

    private static IReadOnlyList<SourceFile> ProjectFiles { get; } = [.. Repository.Files.Where(f => f.Ending is ".csproj" or ".props" or ".targets")];

    [Fact]
    public void The_banned_symbols_are_given_to_the_analyzer_in_every_project()
    {
        var props = XDocument.Load(Repository.File("Directory.Build.props").FullPath);
        Assert.Contains(props.Descendants("AdditionalFiles"), e => e.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Contains(props.Descendants("PackageReference"), e => e.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.All(ProjectFiles, f => Assert.DoesNotMatch("<(AdditionalFiles|Analyzer|PackageReference|EditorConfigFiles) Remove=", f.Text));
    }

    [Fact]
    public void Every_symbol_that_the_house_bans_is_in_the_list_with_its_reason()
    {
        var list = Repository.File("BannedSymbols.txt").Lines;
        Assert.All(Banned, symbol => Assert.Contains(list, l => l[2..].Split('(', ';')[0] == symbol));
        Assert.All(list.Where(l => l.Length > 0), l => Assert.Matches("^[A-Z]:[^;]+;.{5,}", l));
    }

    [Fact]
    public void A_banned_symbol_is_allowed_nowhere()
    {
        // The analyzer's code, put together so that this file does not hold it.
        var code = "RS" + "0030";
        Assert.Empty(Repository.Texts.Where(f => f.Ending != ".md" && f.Text.Contains(code, StringComparison.Ordinal)).Select(f => f.Path));
    }

    [Fact]
    public void A_warning_is_switched_off_for_a_few_lines_with_its_reason_and_switched_on_again()
    {
        var faults = new List<string>();
        var pragmas = 0;
        foreach (var file in Repository.CSharp)
        {
            var off = file.Lines.Where(l => PragmaOff().IsMatch(l)).ToList();
            pragmas += off.Count;
            if (off.Any(l => !PragmaWithReason().IsMatch(l)) || off.Count != file.Lines.Count(l => PragmaOn().IsMatch(l)))
                faults.Add(file.Path);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{pragmas} warnings switched off for a few lines");
        Assert.Empty(faults);
        Assert.True(pragmas <= MaxPragmas, $"{pragmas} pragmas");
    }

    [Fact]
    public void Warnings_are_errors_and_nullable_is_on_in_every_project()
    {
        var props = Repository.File("Directory.Build.props").Text;
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props, StringComparison.Ordinal);
        Assert.Contains("<Nullable>enable</Nullable>", props, StringComparison.Ordinal);
        foreach (var file in ProjectFiles.Where(f => f.Ending == ".csproj"))
            Assert.DoesNotMatch("<(NoWarn|Nullable|TreatWarningsAsErrors|WarningsNotAsErrors|AnalysisLevel)>", file.Text);
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        var paths = Repository.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>", Repository.File("Directory.Build.props").Text, StringComparison.Ordinal);
        Assert.All(ProjectFiles.Where(f => f.Ending == ".csproj"), f => Assert.Contains(f.Path[..(f.Path.LastIndexOf('/') + 1)] + "packages.lock.json", paths));
    }

    [Fact]
    public void Every_package_has_one_exact_version_and_is_used()
    {
        var versions = XDocument.Load(Repository.File("Directory.Packages.props").FullPath).Descendants("PackageVersion").ToList();
        Assert.All(versions, v => Assert.Matches(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$", v.Attribute("Version")!.Value));
        var used = ProjectFiles.Select(f => XDocument.Load(f.FullPath)).SelectMany(x => x.Descendants("PackageReference")).ToList();
        Assert.All(used, u => Assert.Null(u.Attribute("Version")));
        Assert.Equal(versions.Select(v => v.Attribute("Include")!.Value).Order(StringComparer.Ordinal), used.Select(u => u.Attribute("Include")!.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\s*#pragma warning disable\b", RegexOptions.None, 1000)]
    private static partial Regex PragmaOff();

    [GeneratedRegex(@"^\s*#pragma warning disable [A-Z]{2,4}\d{4}(, [A-Z]{2,4}\d{4})* // .{10,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PragmaWithReason();

    [GeneratedRegex(@"^\s*#pragma warning restore\b", RegexOptions.None, 1000)]
    private static partial Regex PragmaOn();
}
