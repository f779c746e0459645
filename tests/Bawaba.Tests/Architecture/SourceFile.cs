namespace Bawaba.Tests.Architecture;

/// <summary>One file of the project; its path is relative to the root, with '/'.</summary>
internal sealed record SourceFile
{
    private static readonly string[] TextEndings =
        [".cs", ".razor", ".js", ".css", ".html", ".sql", ".py", ".sh", ".md", ".txt", ".csproj", ".props", ".slnx", ".json", ".yml", ".yaml", ".svg", ".editorconfig", ".gitignore"];

    private readonly Lazy<string[]> _lines;

    private SourceFile(string fullPath)
    {
        FullPath = fullPath;
        Path = Repository.Relative(fullPath);
        _lines = new(() => File.ReadAllLines(fullPath));
    }

    internal string FullPath { get; }

    internal string Path { get; }

    internal string Name => System.IO.Path.GetFileName(Path);

    internal string Ending => System.IO.Path.GetExtension(Path);

    internal IReadOnlyList<string> Lines => _lines.Value;

    internal string Text => string.Join('\n', Lines);

    internal bool IsText =>
        Path is "bawaba" or ".ci/run"
        || (Name != "packages.lock.json" && Name != "LICENSE" && TextEndings.Contains(Ending, StringComparer.Ordinal));

    /// <summary>True for what a compiler, interpreter or browser runs.</summary>
    internal bool IsCode => IsText && Ending is ".cs" or ".razor" or ".js" or ".css" or ".sql" or ".py" or ".sh" or "";

    internal bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    internal static SourceFile At(FileInfo file) => new(file.FullName);
}
