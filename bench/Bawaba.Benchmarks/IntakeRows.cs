// Batches of 500 taken in at the center, beside a bare SQLite transaction of 500 inserts on the same disk in one run.
// The figure is nanoseconds a row.
using BenchmarkDotNet.Attributes;
using Bawaba.Benchmarks.Cities;
using Microsoft.Data.Sqlite;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class IntakeRows
{
    private const int Rows = 500;
    private const int Hits = 10;
    private BenchCenter _center = null!;
    private SqliteConnection _bare = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _center = await BenchCenter.StartAsync();
        _bare = new($"Data Source={Path.Combine(_center.Folder, "bare.db")};Pooling=False");
        await _bare.OpenAsync();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");
        Run("CREATE TABLE record (sequence INTEGER PRIMARY KEY, gate TEXT NOT NULL, body BLOB NOT NULL)");
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _bare.DisposeAsync();
        await _center.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public void Bare_SQLite_transaction()
    {
        using var transaction = _bare.BeginTransaction();
        using var insert = _bare.CreateCommand();
        insert.CommandText = "INSERT INTO record (gate, body) VALUES ('bench', zeroblob(120))";
        for (var i = 0; i < Rows; i++)
            insert.ExecuteNonQuery();
        transaction.Commit();
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Counts() => _center.DeliverAsync(Rows, 0);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Counts_with_ten_hits() => _center.DeliverAsync(Rows - Hits, Hits);

    private void Run(string sql)
    {
        using var command = _bare.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
