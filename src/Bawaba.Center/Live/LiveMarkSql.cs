// Statements on the numbers of changes.
using System.Data.Common;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Live;

internal static class LiveMarkSql
{
    /// <summary>The scope's next number, given out with this transaction or not at all.</summary>
    internal static long Next(DbConnection connection, string scope) => connection.First("""
        INSERT INTO live_mark (scope, number) VALUES (@scope, 1)
        ON CONFLICT (scope) DO UPDATE SET number = live_mark.number + 1
        RETURNING number
        """,
        r => r.GetInt64(0),
        ("@scope", scope));

    /// <summary>The newest number of every scope.</summary>
    internal static Dictionary<string, long> All(DbConnection connection) =>
        connection.Rows("SELECT scope, number FROM live_mark", r => (Scope: r.GetString(0), Number: r.GetInt64(1)))
            .ToDictionary(m => m.Scope, m => m.Number, StringComparer.Ordinal);
}
