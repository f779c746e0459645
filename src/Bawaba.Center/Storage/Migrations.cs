// Brings a store from any older state to this program's. Called once at start, before anything else uses the store.
// Promises: forward only, each step whole or not at all, each applied once, a step of a newer program refused.
// A step is a file NNN_name.sql beside the code that uses its tables; its number orders it among all modules.
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Bawaba.Center.Storage;

internal static class Migrations
{
    internal static void Apply(DbConnection writer, TimeProvider time)
    {
        CreateBook(writer);
        var known = Known();
        var applied = Applied(writer);
        foreach (var name in applied)
        {
            if (!known.ContainsKey(name))
                throw new StoreTooNewException(name);
        }
        foreach (var (name, sql) in known)
        {
            if (applied.Contains(name))
                continue;
            using var transaction = StoreConnections.Begin(writer);
            writer.Run(sql);
            Note(writer, name, time.GetUtcNow());
            transaction.Commit();
        }
    }

    /// <summary>Every step of this program by its file's name, in the order of their numbers.</summary>
    internal static SortedDictionary<string, string> Known()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add(name, reader.ReadToEnd());
        }
        return steps;
    }

    private static void CreateBook(DbConnection writer) => writer.Run("""
        CREATE TABLE IF NOT EXISTS migration (
            name text NOT NULL PRIMARY KEY,   -- NNN_name.sql
            number bigint NOT NULL,           -- NNN
            applied_at bigint NOT NULL        -- microseconds since 1970, UTC
        )
        """);

    private static HashSet<string> Applied(DbConnection writer) =>
        writer.Rows("SELECT name FROM migration ORDER BY number", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);

    private static void Note(DbConnection writer, string name, DateTimeOffset at) => writer.Run(
        "INSERT INTO migration (name, number, applied_at) VALUES (@name, @number, @at)",
        ("@name", name), ("@number", long.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture)), ("@at", at));
}
