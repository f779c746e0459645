// Within a project, a folder is a module: it uses only what its row in ARCHITECTURE.md allows, and no two use each
// other. Types at a project's root join the modules together and stand outside the table.
namespace Bawaba.Tests.Architecture;

public sealed class ModuleMapTests
{
    [Theory]
    [InlineData("Bawaba.Center", "Modules of the center")]
    [InlineData("Bawaba.Gate", "Modules of the gate")]
    public void A_module_uses_only_what_its_row_allows(string project, string heading)
    {
        var allowed = Picture.Modules(heading).ToDictionary(m => m.Module, m => m.MayUse, StringComparer.Ordinal);
        var faults =
            from use in Between(project)
            where !allowed.TryGetValue(use.From, out var mayUse) || !mayUse.Contains(use.To)
            select $"{use.From} uses {use.To}: {use.Example}";
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Bawaba.Center", "Modules of the center")]
    [InlineData("Bawaba.Gate", "Modules of the gate")]
    public void Every_folder_of_the_project_has_its_row(string project, string heading)
    {
        var rows = Picture.Modules(heading).Select(m => m.Module).ToList();
        var folders = Repository.CSharp.Where(f => f.IsUnder($"src/{project}")).Select(f => f.Path.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct();
        Assert.All(folders, folder => Assert.Contains(folder, rows));
    }

    [Theory]
    [InlineData("Modules of the center")]
    [InlineData("Modules of the gate")]
    public void A_row_allows_only_rows_above_it(string heading)
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (module, mayUse) in Picture.Modules(heading))
        {
            Assert.All(mayUse, used => Assert.True(above.Contains(used), $"{module} may use {used}, which stands below it"));
            above.Add(module);
        }
    }

    [Fact]
    public void No_two_folders_of_a_project_use_each_other()
    {
        foreach (var project in Assemblies.All.Keys)
        {
            var uses = Between(project).GroupBy(u => u.From, u => u.To, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Distinct(), StringComparer.Ordinal);
            Assert.True(Cycles.Find(uses) is null, $"{project}: {Cycles.Find(uses)}\n{string.Join('\n', Between(project).Select(u => u.Example))}");
        }
    }

    [Fact]
    public void The_tests_would_see_a_use_inside_an_asynchronous_method_or_a_lambda()
    {
        // CameraWorker uses the outbox only there: if this edge is lost, the tests above have gone blind.
        Assert.Contains(Between("Bawaba.Gate"), u => u is { From: "Cameras", To: "Outbox" });
    }

    private static IEnumerable<(string From, string To, string Example)> Between(string project) =>
        Assemblies.UsesWithin(project)
            .Select(use => (From: Assemblies.ModuleOf(use.User, project), To: Assemblies.ModuleOf(use.Used, project), use.User, use.Used))
            .Where(use => use.From != use.To && use.From.Length > 0 && use.To.Length > 0)
            .GroupBy(use => (use.From, use.To))
            .Select(uses => (uses.Key.From, uses.Key.To, $"{uses.First().User.FullName} → {uses.First().Used.FullName}"));
}
