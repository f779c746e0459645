namespace Bawaba.Tests.Architecture;

/// <summary>Finds a cycle in a small directed graph.</summary>
internal static class Cycles
{
    /// <summary>One cycle as <c>a → b → a</c>, or null when there is none.</summary>
    internal static string? Find(IReadOnlyDictionary<string, IEnumerable<string>> uses)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        return uses.Keys.Order(StringComparer.Ordinal).Select(start => Walk(start, uses, path, done)).FirstOrDefault(found => found is not null);
    }

    private static string? Walk(string at, IReadOnlyDictionary<string, IEnumerable<string>> uses, List<string> path, HashSet<string> done)
    {
        if (path.IndexOf(at) is >= 0 and var start)
            return string.Join(" → ", [.. path[start..], at]);
        if (done.Contains(at) || !uses.TryGetValue(at, out var next))
            return null;
        path.Add(at);
        var found = next.Select(n => Walk(n, uses, path, done)).FirstOrDefault(f => f is not null);
        path.RemoveAt(path.Count - 1);
        done.Add(at);
        return found;
    }
}
