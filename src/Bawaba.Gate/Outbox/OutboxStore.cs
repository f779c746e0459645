// The gate's durable queue on disk: SQLite, WAL, synchronous=FULL. What is in it survives a power cut; what the center
// has acknowledged is deleted and overwritten. One connection, one caller at a time (Outbox holds the lock).
using System.Globalization;
using Bawaba.Contracts;
using Microsoft.Data.Sqlite;

namespace Bawaba.Gate.Outbox;

internal sealed class OutboxStore : IDisposable
{
    // A batch with its pictures is held in memory whole.
    private const int MaxPeekBytes = 8 << 20;
    private const int PagesGivenBackAtOnce = 64;
    private const long MaxCheckedBytes = 64L << 20;
    private readonly SqliteConnection _connection;

    private OutboxStore(SqliteConnection connection, GateId gate)
    {
        _connection = connection;
        Gate = gate;
        (Epoch, After) = LifeOf(connection);
    }

    /// <summary>SQLite's code for a damaged file.</summary>
    internal const int SqliteCorrupt = 11;

    /// <summary>SQLite's code for a full disk.</summary>
    internal const int SqliteFull = 13;

    /// <summary>SQLite's code for a file that is no database.</summary>
    internal const int SqliteNotADatabase = 26;

    internal SqliteConnection Connection => _connection;

    internal GateId Gate { get; }

    internal long Epoch { get; private set; }

    /// <summary>The sequences of this epoch begin after this one.</summary>
    internal long After { get; private set; }

    internal static OutboxStore Open(string path, GateId gate, TimeProvider time)
    {
        // Private cache and no pooling: closing must really close, so that a full disk can be told from a locked file.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Possible in a new file only: what has drained can then be given back to the disk.
            if (Ask(connection, "PRAGMA page_count") is "0")
                Execute(connection, "PRAGMA auto_vacuum=INCREMENTAL");
            if (Ask(connection, "PRAGMA journal_mode=WAL") is not "wal")
                throw new IOException($"{path}: the disk does not allow a write-ahead log");
            Execute(connection, "PRAGMA synchronous=FULL");
            Execute(connection, "PRAGMA secure_delete=ON");
            Execute(connection, "PRAGMA busy_timeout=2000");
            // A short log: on a full disk the reserve must be enough to take it all into the database.
            Execute(connection, "PRAGMA wal_autocheckpoint=64");
            CreateTables(connection);
            Upgrade(connection);
            // A large outbox is not read through at every start: a gate that was cut off for weeks must be back at once.
            if (new FileInfo(path).Length <= MaxCheckedBytes && Ask(connection, "PRAGMA quick_check(1)") is not "ok" and var fault)
                throw new SqliteException($"quick_check: {fault}", SqliteCorrupt);
            CreateLife(connection, time);
            return new(connection, gate);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Appends all of them or none; durable when it returns. The sequences are set here. Returns how many records they made:
    /// the wide picture of a hit is one of its own.
    /// </summary>
    internal int Append(IReadOnlyList<OutboxItem> items)
    {
        var appended = 0;
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            INSERT INTO record (recorded_at, kind, body, crop, overview, waits_for) VALUES (@at, @kind, @body, @crop, @overview, @hit)
            RETURNING sequence
            """;
        var at = insert.Parameters.Add("@at", SqliteType.Integer);
        var kind = insert.Parameters.Add("@kind", SqliteType.Integer);
        var body = insert.Parameters.Add("@body", SqliteType.Blob);
        var crop = insert.Parameters.Add("@crop", SqliteType.Blob);
        var overview = insert.Parameters.Add("@overview", SqliteType.Blob);
        var hit = insert.Parameters.Add("@hit", SqliteType.Integer);
        insert.Prepare();
        foreach (var item in items)
        {
            at.Value = ToMicroseconds(item.RecordedAt);
            kind.Value = (int)OutboxRow.KindOf(item);
            body.Value = OutboxRow.BodyOf(item);
            crop.Value = (object?)item.Pictures?.CropJpeg ?? DBNull.Value;
            overview.Value = DBNull.Value;
            hit.Value = DBNull.Value;
            var sequence = (long)insert.ExecuteScalar()!;
            appended++;
            if (item is not { Hit: { } found, Pictures.OverviewJpeg: { } wide })
                continue;
            kind.Value = (int)RecordKind.Overview;
            body.Value = OutboxRow.OverviewBodyOf(found);
            crop.Value = DBNull.Value;
            overview.Value = wide;
            hit.Value = sequence;
            insert.ExecuteScalar();
            appended++;
        }
        transaction.Commit();
        return appended;
    }

    /// <summary>Hits recorded since the instant, oldest first.</summary>
    internal IReadOnlyList<GateRecord> PeekLive(DateTimeOffset since, int most, int mostBytes) =>
        OutboxOrder.Live(this, ToMicroseconds(since), most, Math.Min(mostBytes, MaxPeekBytes));

    /// <summary>What is not live, the urgent first (<see cref="OutboxOrder"/>).</summary>
    internal IReadOnlyList<GateRecord> PeekRest(DateTimeOffset since, int most, int mostBytes = MaxPeekBytes) =>
        OutboxOrder.Rest(this, ToMicroseconds(since), most, Math.Min(mostBytes, MaxPeekBytes));

    /// <summary>Forgets what the center has; returns how many were there.</summary>
    internal int Forget(IEnumerable<GateRecord> records)
    {
        var forgotten = 0;
        using var transaction = _connection.BeginTransaction();
        using var delete = _connection.CreateCommand();
        delete.Transaction = transaction;
        delete.CommandText = "DELETE FROM record WHERE sequence = @sequence";
        var sequence = delete.Parameters.Add("@sequence", SqliteType.Integer);
        foreach (var record in records)
        {
            sequence.Value = record.Key.Sequence;
            forgotten += delete.ExecuteNonQuery();
        }
        transaction.Commit();
        return forgotten;
    }

    /// <summary>From here on everything that is in here, and everything that comes, has new keys.</summary>
    internal void BeginEpoch(DateTimeOffset now)
    {
        using var transaction = _connection.BeginTransaction();
        using var update = _connection.CreateCommand();
        update.Transaction = transaction;
        // A clock that was set back must not bring an epoch that has been.
        update.CommandText = """
            UPDATE life SET epoch = max(epoch + 1, @now), after = coalesce(
                (SELECT min(sequence) - 1 FROM record), (SELECT seq FROM sqlite_sequence WHERE name = 'record'), 0)
            """;
        update.Parameters.AddWithValue("@now", ToMicroseconds(now));
        update.ExecuteNonQuery();
        transaction.Commit();
        (Epoch, After) = LifeOf(_connection);
    }

    /// <summary>Overwrites the write-ahead log, so that what was forgotten is in no file any more.</summary>
    internal void Scrub() => Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>
    /// Forgets one record after the other and brings each into the database at once: for a disk that has room for little.
    /// </summary>
    internal void ForgetSparingly(IReadOnlyList<GateRecord> records)
    {
        Scrub();
        foreach (var record in records)
        {
            Forget([record]);
            Scrub();
        }
    }

    /// <summary>Returns pages that nothing uses any more to the disk, a few at a time.</summary>
    internal void GiveBack()
    {
        while (Ask(_connection, "PRAGMA freelist_count") is not "0")
        {
            using (var vacuum = _connection.CreateCommand())
            {
                vacuum.CommandText = $"PRAGMA incremental_vacuum({PagesGivenBackAtOnce})";
                using var pages = vacuum.ExecuteReader();
                // Each step of the statement frees one page.
                while (pages.Read())
                {
                }
            }
            Scrub();
            if (Pragma("auto_vacuum") is "0")
                return;
        }
    }

    /// <summary>Bytes of the file that hold something, and those that hold nothing any more.</summary>
    internal (long Used, long Unused) Sizes()
    {
        var (pages, free, page) = (Number("PRAGMA page_count"), Number("PRAGMA freelist_count"), Number("PRAGMA page_size"));
        return ((pages - free) * page, free * page);
    }

    /// <summary>Records of pictures that were given up since this outbox was made.</summary>
    internal long GivenUp() => Number("SELECT given_up FROM life");

    /// <summary>Gives up pictures, the further ones first, then the wide ones, each the oldest first; their keys stay, and say so to the center. Returns how many there were.</summary>
    internal int GiveUpPictures(int most)
    {
        using var transaction = _connection.BeginTransaction();
        using var update = _connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = """
            UPDATE record SET kind = 4, body = x'', overview = NULL, waits_for = NULL
            WHERE sequence IN (SELECT sequence FROM record WHERE kind IN (2, 5) ORDER BY kind DESC, sequence LIMIT @most)
            """;
        update.Parameters.AddWithValue("@most", most);
        var given = update.ExecuteNonQuery();
        using var note = _connection.CreateCommand();
        note.Transaction = transaction;
        note.CommandText = "UPDATE life SET given_up = given_up + @given";
        note.Parameters.AddWithValue("@given", given);
        note.ExecuteNonQuery();
        transaction.Commit();
        return given;
    }

    /// <summary>When the oldest record was appended; null when all are delivered.</summary>
    internal DateTimeOffset? OldestAt() => Ask(_connection, "SELECT recorded_at FROM record ORDER BY sequence LIMIT 1") is { Length: > 0 } at
        ? DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(at, CultureInfo.InvariantCulture))
        : null;

    internal long Count() => Number("SELECT count(*) FROM record");

    private long Number(string sql) => long.Parse(Ask(_connection, sql)!, CultureInfo.InvariantCulture);

    /// <summary>A setting of the database as it stands; with a value given, set first.</summary>
    internal string? Pragma(string name, long? value = null) =>
        Ask(_connection, value is { } v ? string.Create(CultureInfo.InvariantCulture, $"PRAGMA {name}={v}") : $"PRAGMA {name}");

    public void Dispose() => _connection.Dispose();

    private static void CreateTables(SqliteConnection connection) => Execute(connection, """
        CREATE TABLE IF NOT EXISTS life (
            epoch INTEGER NOT NULL,           -- microseconds since 1970 when this life of the outbox began
            after INTEGER NOT NULL DEFAULT 0, -- its sequences begin after this one
            given_up INTEGER NOT NULL DEFAULT 0 -- wide pictures given up for want of room
        );
        CREATE TABLE IF NOT EXISTS record (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice within the epoch
            recorded_at INTEGER NOT NULL,     -- microseconds since 1970, UTC
            kind INTEGER NOT NULL,            -- 0 count, 1 hit, 2 wide picture of a hit, 3 officer's act, 4 given up, 5 further pictures of a hit
            body BLOB NOT NULL,               -- JSON
            crop BLOB,                        -- JPEG, hits only
            overview BLOB,                    -- JPEG, wide pictures only
            waits_for INTEGER                 -- the sequence of its hit, wide pictures only
        );
        DROP INDEX IF EXISTS record_by_kind;
        CREATE INDEX IF NOT EXISTS record_by_urgency ON record (kind, sequence);
        """);

    // An outbox of an earlier version has what it had: its hits carry both pictures.
    private static void Upgrade(SqliteConnection connection)
    {
        if (Ask(connection, "SELECT count(*) FROM pragma_table_info('record') WHERE name = 'waits_for'") is "0")
            Execute(connection, "ALTER TABLE record ADD COLUMN waits_for INTEGER");
        if (Ask(connection, "SELECT count(*) FROM pragma_table_info('life') WHERE name = 'after'") is "0")
            Execute(connection, "ALTER TABLE life ADD COLUMN after INTEGER NOT NULL DEFAULT 0");
        if (Ask(connection, "SELECT count(*) FROM pragma_table_info('life') WHERE name = 'given_up'") is "0")
            Execute(connection, "ALTER TABLE life ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0");
    }

    private static void CreateLife(SqliteConnection connection, TimeProvider time)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO life (epoch) SELECT @now WHERE NOT EXISTS (SELECT 1 FROM life)";
        command.Parameters.AddWithValue("@now", ToMicroseconds(time.GetUtcNow()));
        command.ExecuteNonQuery();
    }

    private static (long Epoch, long After) LifeOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT epoch, after FROM life";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static long ToMicroseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static string? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
