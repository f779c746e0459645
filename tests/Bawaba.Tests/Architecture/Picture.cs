// ARCHITECTURE.md as data: the tables the tests of this folder hold the code to. The document is the only place where
// they stand, so that it cannot say one thing and the tests another.
namespace Bawaba.Tests.Architecture;

internal static class Picture
{
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string heading) =>
        MarkdownTable.Under(Repository.File("ARCHITECTURE.md"), heading);

    /// <summary>Every project with what it may use, by its short name (<c>Gate</c> for <c>Bawaba.Gate</c>).</summary>
    internal static IReadOnlyDictionary<string, IReadOnlySet<string>> Projects { get; } =
        Table("Projects").ToDictionary(r => Short(r["project"]), r => Names(r["uses projects"]), StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, IReadOnlySet<string>> Packages { get; } =
        Table("Projects").ToDictionary(r => Short(r["project"]), r => Names(r["uses packages"]), StringComparer.Ordinal);

    /// <summary>The modules of one project in the document's order, each with what it may use.</summary>
    internal static IReadOnlyList<(string Module, IReadOnlySet<string> MayUse)> Modules(string heading) =>
        [.. Table(heading).Select(r => (r["module"], Names(r["may use"])))];

    internal static string Short(string project) => project == "Bawaba" ? project : project["Bawaba.".Length..];

    private static IReadOnlySet<string> Names(string cell) =>
        cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(n => n != "–").ToHashSet(StringComparer.Ordinal);
}
