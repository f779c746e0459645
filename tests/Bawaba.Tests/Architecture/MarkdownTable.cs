namespace Bawaba.Tests.Architecture;

/// <summary>Reads the first table below a heading: one dictionary a row, keyed by the column's title.</summary>
internal static class MarkdownTable
{
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Under(SourceFile document, string heading)
    {
        var lines = document.Lines
            .SkipWhile(l => l.TrimStart('#').Trim() != heading || !l.StartsWith('#'))
            .Skip(1)
            .TakeWhile(l => !l.StartsWith('#'))
            .SkipWhile(l => !l.StartsWith('|'))
            .TakeWhile(l => l.StartsWith('|'))
            .Select(Cells)
            .ToList();
        if (lines.Count < 3)
            throw new InvalidDataException($"{document.Path} has no table under '{heading}'");
        return [.. lines.Skip(2).Select(cells => (IReadOnlyDictionary<string, string>)lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim().Trim('`'))];
}
