// Statements on watch-list entries.
using System.Data.Common;
using System.Text.Json;
using Bawaba.Center.Approvals;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal static class EntrySql
{
    internal const string Part = "entries";

    /// <summary>How long what has ended is still read with the rest: late hits of gates that were cut off are judged by it.</summary>
    private static readonly TimeSpan EndedShown = TimeSpan.FromDays(31);

    /// <summary>Everything that stands, and what ended in the last month.</summary>
    internal static List<WatchlistEntry> All(DbConnection connection, DateTimeOffset now) => connection.Rows(
        "SELECT body FROM watch_entry WHERE state NOT IN ('Removed', 'Expired') OR changed_at > @since ORDER BY changed_at", ToEntry, ("@since", now - EndedShown));

    internal static WatchlistEntry? Find(DbConnection connection, Scope scope, EntryId id) =>
        connection.First($"SELECT body FROM watch_entry WHERE id = @id AND {Scope.OfOwner("directorate")}", ToEntry, ("@id", id.Value), scope.Parameter);

    /// <summary>Whosever it is: an id is given once.</summary>
    internal static bool IsTaken(DbConnection connection, EntryId id) =>
        connection.First("SELECT 1 FROM watch_entry WHERE id = @id", _ => true, ("@id", id.Value));

    /// <summary>Entries that are active, or will be when somebody says so.</summary>
    internal static long CountOpen(DbConnection connection) =>
        connection.First("SELECT count(*) FROM watch_entry WHERE state NOT IN ('Removed', 'Expired')", r => r.GetInt64(0));

    internal static HashSet<EntryId> Ids(DbConnection connection) =>
        [.. connection.Rows("SELECT id FROM watch_entry", r => EntryId.Parse(r.GetString(0)))];

    /// <summary>Writes them and says that the list changed.</summary>
    /// <param name="keepLeaf">The hash stays what it was: of an entry whose plate is gone it cannot be made any more.</param>
    internal static void Put(DbConnection connection, IReadOnlyCollection<WatchlistEntry> entries, DateTimeOffset at, bool keepLeaf = false)
    {
        connection.RunAll([.. entries.Select(e => keepLeaf ? Change(e, at) : Put(e, at))]);
        ApprovalSql.Mark(connection, Part);
    }

    internal static void Hold(DbConnection connection, DateTimeOffset at) =>
        connection.Run("INSERT INTO list_hold (one, since) VALUES (1, @at) ON CONFLICT (one) DO UPDATE SET since = excluded.since", ("@at", at));

    internal static DateTimeOffset? HeldSince(DbConnection connection) =>
        connection.First("SELECT since FROM list_hold WHERE one = 1", r => (DateTimeOffset?)r.Instant(0));

    internal static int Release(DbConnection connection)
    {
        ApprovalSql.Mark(connection, Part);
        return connection.Run("DELETE FROM list_hold WHERE one = 1");
    }

    private static Statement Put(WatchlistEntry entry, DateTimeOffset at) => new("""
        INSERT INTO watch_entry (id, version, state, leaf, sheet, body, changed_at, directorate)
        VALUES (@id, @version, @state, @leaf, @sheet, @body, @at, @directorate)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, leaf = excluded.leaf, sheet = excluded.sheet,
            body = excluded.body, changed_at = excluded.changed_at, directorate = excluded.directorate
        """,
        [
            ("@id", entry.Id.Value), ("@version", entry.Version), ("@state", entry.State), ("@leaf", Convert.ToBase64String(EntryLeaf.Of(entry))),
            ("@sheet", entry.Sheet), ("@body", JsonSerializer.Serialize(entry, CenterJson.Default.WatchlistEntry)), ("@at", at),
            ("@directorate", entry.Directorate?.Value),
        ]);

    // Whose it is stays what it was when it was asked for.
    private static Statement Change(WatchlistEntry entry, DateTimeOffset at) => new(
        "UPDATE watch_entry SET version = @version, state = @state, body = @body, changed_at = @at WHERE id = @id",
        [
            ("@id", entry.Id.Value), ("@version", entry.Version), ("@state", entry.State),
            ("@body", JsonSerializer.Serialize(entry, CenterJson.Default.WatchlistEntry)), ("@at", at),
        ]);

    private static WatchlistEntry ToEntry(DbDataReader r) => JsonSerializer.Deserialize(r.GetString(0), CenterJson.Default.WatchlistEntry)!;
}
