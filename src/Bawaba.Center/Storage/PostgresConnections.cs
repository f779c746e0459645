// The store as a PostgreSQL database, written by one center process or by several. Promises what SQLite's one writer
// promises, by locks of the database and not of this process: whoever decides on what was read holds the room's lock,
// over all processes. Durable commits are asked for in each session and a server without them is refused.
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Bawaba.Center.Storage;

internal sealed class PostgresConnections : StoreConnections
{
    internal const int OldestServer = 14;

    // Any numbers will do; they are the same for every process of a database.
    private const int RoomClass = 0x42415741;
    private const int GateClass = 0x42415742;
    private const int RoomKey = 0;
    private const int MigrationKey = 1;
    private const int MaxWriters = 8;
    private const int MaxReaders = 32;
    private const int LockSeconds = 10;
    private const int MigrationLockSeconds = 600;
    private const int CommandSeconds = 30;
    private const int PreparedStatements = 100;
    private readonly NpgsqlDataSource _writing;
    private readonly NpgsqlDataSource _reading;
    private readonly string _migrating;

    internal PostgresConnections(StoreAddress address)
    {
        Name = address.ToString();
        _writing = NpgsqlDataSource.Create(Text(address, MaxWriters, $"-c lock_timeout={LockSeconds}s"));
        _reading = NpgsqlDataSource.Create(Text(address, MaxReaders, "-c default_transaction_read_only=on"));
        var migrating = Text(address, 1, $"-c lock_timeout={MigrationLockSeconds}s");
        (migrating.Pooling, migrating.CommandTimeout, migrating.MaxAutoPrepare) = (false, 0, 0);
        _migrating = migrating.ConnectionString;
    }

    internal override string Name { get; }

    internal override bool IsShared => true;

    internal override int Writers => MaxWriters;

    internal override string Dialect => ".postgres";

    internal override DbConnection OpenMigrator()
    {
        var connection = new NpgsqlConnection(_migrating);
        try
        {
            connection.Open();
            Require(connection);
            // Of the session: gone with the connection, whatever ends it.
            connection.Run($"SELECT pg_advisory_lock({RoomClass}, {MigrationKey})");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal override async ValueTask<DbConnection> TakeWriterAsync(CancellationToken cancellation) => await _writing.OpenConnectionAsync(cancellation);

    internal override ValueTask GiveBackAsync(DbConnection writer) => writer.DisposeAsync();

    internal override DbConnection OpenReader() => _reading.OpenConnection();

    internal override DbTransaction Begin(DbConnection writer, WriteLock held)
    {
        var transaction = writer.BeginTransaction();
        var locks = new List<Statement>();
        if (held.Room)
            locks.Add(new($"SELECT pg_advisory_xact_lock({RoomClass}, {RoomKey})"));
        if (held.Gate.Length > 0)
            locks.Add(new($"SELECT pg_advisory_xact_lock({GateClass}, hashtext(@gate))", ("@gate", held.Gate)));
        writer.RunAll(locks);
        return transaction;
    }

    internal override bool HasTable(DbConnection connection, string table) =>
        connection.First("SELECT to_regclass(@table) IS NOT NULL", r => r.GetBoolean(0), ("@table", table));

    // Row versions that nobody sees any more are taken out of the tables. What the server still has in its write-ahead
    // log and in backups is its keeper's: docs/operations/postgresql.md.
    internal override bool Scrub(DbConnection writer)
    {
        writer.Run("VACUUM alert");
        writer.Run("VACUUM alert_picture");
        // Second factors that stood there in clear.
        writer.Run("VACUUM account");
        return true;
    }

    public override void Dispose()
    {
        _writing.Dispose();
        _reading.Dispose();
    }

    private static void Require(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StoreUnfitException($"PostgreSQL {connection.PostgreSqlVersion} is older than {OldestServer}");
        foreach (var setting in (string[])["fsync", "full_page_writes"])
        {
            if (connection.First($"SHOW {setting}", r => r.GetString(0)) != "on")
                throw new StoreUnfitException($"the server runs with {setting} off: what it confirms can be lost");
        }
    }

    private static NpgsqlConnectionStringBuilder Text(StoreAddress address, int most, string options)
    {
        var text = address.Reveal();
        text.MaxPoolSize = Math.Max(most, text.MinPoolSize);
        text.MaxAutoPrepare = PreparedStatements;
        text.CommandTimeout = CommandSeconds;
        text.Timezone = "UTC";
        text.Options = string.Create(CultureInfo.InvariantCulture, $"{text.Options} -c synchronous_commit=on {options}").TrimStart();
        // A fault's detail repeats values of rows; it would end in logs.
        text.IncludeErrorDetail = false;
        text.PersistSecurityInfo = false;
        return text;
    }
}
