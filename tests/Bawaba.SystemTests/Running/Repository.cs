// Where the source tree and the built program stand, found upward from the test's own folder: no path is written down.
namespace Bawaba.SystemTests.Running;

internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>The program, built in the same configuration as this test.</summary>
    internal static string AppPath { get; } = Path.Combine(Root, "src", "Bawaba", "bin", Configuration(), "net10.0", "bawaba-app.dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bawaba.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no Bawaba.slnx above {AppContext.BaseDirectory}");
    }

    // …/bin/<configuration>/net10.0/
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
