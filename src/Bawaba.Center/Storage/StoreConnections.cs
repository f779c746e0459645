// Where connections to the center's store come from: the one place that knows which database it is.
// Used by CenterStore and Migrations. Promises durable commits (WAL, synchronous=FULL), overwritten deletes, and
// readers that cannot write. PostgreSQL later is a second body of this class; nothing else names SQLite.
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bawaba.Center.Storage;

internal sealed class StoreConnections : IDisposable
{
    internal const string FileName = "center.db";

    // A reader of the same file waits this long for a checkpoint before it gives up.
    private const int BusySeconds = 10;
    private readonly string _writing;
    private readonly string _reading;

    internal StoreConnections(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, FileName);
        _writing = Text(SqliteOpenMode.ReadWriteCreate, pooling: false);
        _reading = Text(SqliteOpenMode.ReadOnly, pooling: true);
    }

    internal string Path { get; }

    /// <summary>The one connection that may write. Its caller keeps it for as long as the store lives.</summary>
    internal DbConnection OpenWriter()
    {
        var connection = new SqliteConnection(_writing);
        try
        {
            connection.Open();
            // secure_delete: an erased plate is overwritten, not only unlinked.
            connection.Run("""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA foreign_keys = ON;
                PRAGMA temp_store = MEMORY
                """);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal DbConnection OpenReader()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return connection;
    }

    /// <summary>Takes the write lock at once, so that what a transaction reads is what it changes.</summary>
    internal static DbTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>Empties the write-ahead log: what was erased from the tables is then in no file any more. False while a reader holds it.</summary>
    internal static bool Scrub(DbConnection writer) => writer.First("PRAGMA wal_checkpoint(TRUNCATE)", r => r.GetInt64(0) == 0);

    public void Dispose()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    private string Text(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = BusySeconds,
    }.ToString();
}
