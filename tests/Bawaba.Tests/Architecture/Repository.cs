// The source tree as the tests of this folder read it: every file that is ours, found upward from the test's own folder.
// What .gitignore leaves out by folder is left out here.
namespace Bawaba.Tests.Architecture;

internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    private static readonly string[] Ignored =
        [.. System.IO.File.ReadAllLines(Path.Combine(Root, ".gitignore")).Select(l => l.Trim()).Where(l => l.EndsWith('/'))];

    /// <summary>Every file of the project, sorted by path.</summary>
    internal static IReadOnlyList<SourceFile> Files { get; } = [.. FilesBelow(new(Root)).Select(SourceFile.At).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>What people write: code, markup, scripts and settings, without lock files and weights.</summary>
    internal static IReadOnlyList<SourceFile> Texts { get; } = [.. Files.Where(f => f.IsText)];

    internal static IReadOnlyList<SourceFile> CSharp { get; } = [.. Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))];

    internal static SourceFile File(string path) => Files.Single(f => f.Path == path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Bawaba.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no Bawaba.slnx above {AppContext.BaseDirectory}");
    }

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            yield return file;
        foreach (var below in folder.EnumerateDirectories().Where(d => !IsIgnored(d)))
        {
            foreach (var file in FilesBelow(below))
                yield return file;
        }
    }

    private static bool IsIgnored(DirectoryInfo folder) =>
        folder.Name == ".git" || Ignored.Any(i => $"/{Relative(folder.FullName)}/".EndsWith($"/{i}", StringComparison.Ordinal));

    internal static string Relative(string fullPath) => Path.GetRelativePath(Root, fullPath).Replace('\\', '/');
}
