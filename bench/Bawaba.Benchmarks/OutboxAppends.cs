// Durable appends of the outbox beside a bare SQLite loop with the same settings, in one run on one disk.
using BenchmarkDotNet.Attributes;
using Bawaba.Contracts;
using Bawaba.Gate.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class OutboxAppends
{
    private const int Callers = 16;
    private readonly OutboxItem[] _one = [Count()];
    private string _folder = "";
    private GateOutbox _outbox = null!;
    private SqliteConnection _bare = null!;

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("bawaba-bench-").FullName;
        _outbox = GateOutbox.Open(Path.Combine(_folder, "outbox.db"), GateId.Parse("bench"), TimeProvider.System, NullLogger.Instance);
        _bare = new($"Data Source={Path.Combine(_folder, "bare.db")};Pooling=False");
        _bare.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");
        Run("CREATE TABLE record (sequence INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB NOT NULL)");
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _outbox.DisposeAsync();
        await _bare.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public void Bare_SQLite_one_commit() => Run("INSERT INTO record (body) VALUES (zeroblob(220))");

    [Benchmark]
    public Task Outbox_one_commit() => _outbox.AppendAsync(_one, CancellationToken.None);

    [Benchmark(OperationsPerInvoke = Callers)]
    public Task Outbox_sixteen_callers_at_once() =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => _outbox.AppendAsync(_one, CancellationToken.None)));

    private void Run(string sql)
    {
        using var command = _bare.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static OutboxItem Count() => new()
    {
        RecordedAt = TimeProvider.System.GetUtcNow(),
        Count = new()
        {
            Passage = PassageId.Mint(TimeProvider.System),
            Camera = CameraId.Parse("camera-1"),
            Lane = LaneId.Parse("lane-1"),
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Outcome = PlateOutcome.NoPlate,
            PassedAt = TimeProvider.System.GetUtcNow(),
        },
    };
}
