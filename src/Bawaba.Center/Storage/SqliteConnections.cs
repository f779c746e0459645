// The store as one SQLite file beside the program. Promises durable commits (WAL, synchronous=FULL), overwritten
// deletes, one writer, and readers that cannot write.
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bawaba.Center.Storage;

internal sealed class SqliteConnections : StoreConnections
{
    internal const string FileName = "center.db";

    // A reader of the same file waits this long for a checkpoint before it gives up.
    private const int BusySeconds = 10;
    private readonly string _writing;
    private readonly string _reading;
    private DbConnection? _writer;

    internal SqliteConnections(string dataFolder)
    {
        Name = Path.Combine(dataFolder, FileName);
        _writing = Text(SqliteOpenMode.ReadWriteCreate, pooling: false);
        _reading = Text(SqliteOpenMode.ReadOnly, pooling: true);
    }

    internal override string Name { get; }

    internal override bool IsShared => false;

    internal override int Writers => 1;

    internal override string Dialect => "";

    internal override DbConnection OpenMigrator() => OpenWriter();

    internal override ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellation) => ValueTask.FromResult(_writer ??= OpenWriter());

    // The one writer stays open for as long as the store lives.
    internal override ValueTask GiveBackAsync(DbConnection writer) => ValueTask.CompletedTask;

    internal override DbConnection OpenReader()
    {
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return connection;
    }

    // Takes the write lock of the whole file at once.
    internal override DbTransaction Begin(DbConnection writer, WriteLock held) => ((SqliteConnection)writer).BeginTransaction(deferred: false);

    internal override bool HasTable(DbConnection connection, string table) =>
        connection.First("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @table", _ => true, ("@table", table));

    // Empties the write-ahead log: what was erased from the tables is then in no file any more. False while a reader holds it.
    internal override bool Scrub(DbConnection writer) => writer.First("PRAGMA wal_checkpoint(TRUNCATE)", r => r.GetInt64(0) == 0);

    public override void Dispose()
    {
        _writer?.Dispose();
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection OpenWriter()
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
                File.SetUnixFileMode(Name, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string Text(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Name,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = BusySeconds,
    }.ToString();
}
