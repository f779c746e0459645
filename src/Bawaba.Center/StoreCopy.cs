// The center's embedded store as a backup takes it and gives it back. Called by the verbs backup and restore.
// Promises: a copy made while the center writes is whole; whoever was signed in when it was made is not after a restore;
// the log says that it was restored, and from when.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.Data.Sqlite;

namespace Bawaba.Center;

/// <summary>Copies of the embedded store (SQLite). A store on PostgreSQL is copied with PostgreSQL's own tools.</summary>
public static class StoreCopy
{
    /// <summary>The store's file in the center's folder.</summary>
    public const string FileName = SqliteConnections.FileName;

    /// <summary>In the same folder, the key of its second factors: in no copy that others can read.</summary>
    public const string SealKeyFileName = SecretSeal.FileName;

    /// <summary>Writes a whole copy of the store as it is now.</summary>
    /// <exception cref="IOException">There is no store, it cannot be read, or the copy cannot be written.</exception>
    public static void Write(string centerFolder, string target)
    {
        var source = Path.Combine(centerFolder, FileName);
        if (!File.Exists(source))
            throw new IOException($"{source} is not there: nothing has been kept in this folder yet");
        try
        {
            using var from = Open(source, SqliteOpenMode.ReadWrite);
            using var to = Open(target, SqliteOpenMode.ReadWriteCreate);
            from.BackupDatabase(to);
            // One file: a copy must not need a log beside it.
            Run(to, "PRAGMA journal_mode = DELETE");
            Check(to, target);
        }
        catch (SqliteException e)
        {
            throw new IOException($"the store cannot be copied: {e.Message}", e);
        }
    }

    /// <summary>Makes a restored store ready: it is whole, its sessions are ended, and its log says so.</summary>
    /// <exception cref="IOException">The store is damaged or cannot be written.</exception>
    public static void MakeReady(string centerFolder, DateTimeOffset madeAt, TimeProvider time)
    {
        var path = Path.Combine(centerFolder, FileName);
        try
        {
            using var store = Open(path, SqliteOpenMode.ReadWrite);
            Check(store, path);
            using var transaction = store.BeginTransaction();
            var now = time.GetUtcNow();
            store.Run("UPDATE session SET ended_at = @now WHERE ended_at IS NULL", ("@now", now));
            // What was taken off since the copy was made is not in it: nothing is compared until an approver has looked through the list.
            Watchlists.EntrySql.Hold(store, now);
            store.Run("DELETE FROM approval_ask");
            store.Run("UPDATE invitation SET used_at = @now WHERE used_at IS NULL", ("@now", now));
            store.Run(AuditSql.Append(new(AuditAct.StoreRestored, AuditActor.System, FileName, $"copy-of={madeAt.ToString("O", CultureInfo.InvariantCulture)}"), now));
            transaction.Commit();
        }
        catch (SqliteException e)
        {
            throw new IOException($"{path} cannot be used: {e.Message}", e);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Check(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is not "ok")
            throw new IOException($"{path} is damaged");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
