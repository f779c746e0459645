// Brings a store from any older state to this program's. Called at start, before anything else uses the store, and by
// `bawaba migrate`. Promises: forward only, each step whole or not at all, each applied once, a step of a newer program
// refused. A step is a file NNN_name.sql beside the code that uses its tables; its number orders it among all modules.
// Where the databases must differ, NNN_name.postgres.sql takes its place on PostgreSQL, under the same name.
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Bawaba.Center.Storage;

internal static class Migrations
{
    private const string Ending = ".sql";

    /// <summary>Applies what is missing; the steps applied.</summary>
    internal static IReadOnlyList<string> Apply(StoreConnections store, DbConnection migrator, TimeProvider time)
    {
        var known = Known(store.Dialect);
        var state = StateOf(store, migrator);
        if (state.Unknown.Count > 0)
            throw new StoreTooNewException(state.Unknown[0]);
        if (state.Pending.Count == 0)
            return [];
        try
        {
            CreateBook(migrator);
            foreach (var name in state.Pending)
            {
                using var transaction = store.Begin(migrator, WriteLock.OfRoom);
                migrator.Run(known[name]);
                Note(migrator, name, time.GetUtcNow());
                transaction.Commit();
            }
            return state.Pending;
        }
        catch (DbException e) when (e.SqlState == "42501")
        {
            throw new StoreUnfitException($"the schema needs '{state.Pending[0]}' and this role may not change it: run `bawaba migrate` as the database's owner ({e.Message})");
        }
    }

    /// <summary>What the store has, what it lacks, and what it has of a newer program; changes nothing.</summary>
    internal static SchemaState StateOf(StoreConnections store, DbConnection connection)
    {
        var known = Known(store.Dialect);
        var applied = store.HasTable(connection, "migration") ? Applied(connection) : [];
        return new()
        {
            Applied = [.. applied.Where(known.ContainsKey)],
            Pending = [.. known.Keys.Where(name => !applied.Contains(name))],
            Unknown = [.. applied.Where(name => !known.ContainsKey(name))],
        };
    }

    /// <summary>Every step of this program by its name, in the order of their numbers, in the body for this database.</summary>
    internal static SortedDictionary<string, string> Known(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.IndexOf('.') == n.Length - Ending.Length))
        {
            var own = name[..^Ending.Length] + dialect + Ending;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(names.Contains(own) ? own : name)!);
            steps.Add(name, reader.ReadToEnd());
        }
        return steps;
    }

    private static void CreateBook(DbConnection migrator) => migrator.Run("""
        CREATE TABLE IF NOT EXISTS migration (
            name text NOT NULL PRIMARY KEY,   -- NNN_name.sql
            number bigint NOT NULL,           -- NNN
            applied_at bigint NOT NULL        -- microseconds since 1970, UTC
        )
        """);

    private static HashSet<string> Applied(DbConnection connection) =>
        connection.Rows("SELECT name FROM migration ORDER BY number", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);

    private static void Note(DbConnection migrator, string name, DateTimeOffset at) => migrator.Run(
        "INSERT INTO migration (name, number, applied_at) VALUES (@name, @number, @at)",
        ("@name", name), ("@number", long.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture)), ("@at", at));
}
