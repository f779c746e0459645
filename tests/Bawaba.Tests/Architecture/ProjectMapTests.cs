// The projects use one another, and packages, exactly as ARCHITECTURE.md's table says.
using System.Xml.Linq;

namespace Bawaba.Tests.Architecture;

public sealed class ProjectMapTests
{
    [Fact]
    public void Every_project_uses_the_projects_that_the_picture_names_and_no_others()
    {
        foreach (var (project, file) in Assemblies.Projects)
        {
            var used = References(file, "ProjectReference").Select(path => Picture.Short(Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))));
            Assert.Equal(Picture.Projects[Picture.Short(project)].Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_project_uses_the_packages_that_the_picture_names_and_no_others()
    {
        foreach (var (project, file) in Assemblies.Projects)
            Assert.Equal(Picture.Packages[Picture.Short(project)].Order(StringComparer.Ordinal), References(file, "PackageReference").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_of_the_solution_folder_is_in_the_solution_and_in_the_picture()
    {
        var solution = Repository.File("Bawaba.slnx").Text;
        Assert.All(Repository.Files.Where(f => f.Ending == ".csproj"), f => Assert.Contains($"\"{f.Path}\"", solution, StringComparison.Ordinal));
        Assert.All(Assemblies.Projects.Keys, p => Assert.Contains(Picture.Short(p), Picture.Projects.Keys));
    }

    [Fact]
    public void No_compiled_project_reaches_one_that_its_row_does_not_lead_to()
    {
        foreach (var (project, assembly) in Assemblies.All)
        {
            var reachable = Reachable(Picture.Short(project));
            var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Bawaba.", StringComparison.Ordinal)).Select(Picture.Short);
            Assert.All(used, u => Assert.True(reachable.Contains(u), $"{project} uses Bawaba.{u}"));
        }
    }

    [Fact]
    public void The_projects_form_no_cycle() => Assert.Null(Cycles.Find(Picture.Projects.ToDictionary(p => p.Key, p => p.Value.AsEnumerable(), StringComparer.Ordinal)));

    private static HashSet<string> Reachable(string project)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Picture.Projects[project]);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var used in Picture.Projects[next])
                    open.Push(used);
            }
        }
        return found;
    }

    private static IEnumerable<string> References(SourceFile project, string kind) =>
        XDocument.Load(project.FullPath).Descendants(kind).Select(e => e.Attribute("Include")!.Value);
}
