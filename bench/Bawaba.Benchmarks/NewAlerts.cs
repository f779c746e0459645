// What a new alert costs the center at each screen that has two hundred rows: its row read, and that this screen was shown it written into the
// log; a row that changed again; and beside them a bare durable commit of as small a row, for what the disk takes that day.
using BenchmarkDotNet.Attributes;
using Bawaba.Benchmarks.Cities;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Microsoft.Data.Sqlite;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
[InvocationCount(PerRound)]
public class NewAlerts
{
    private const int Rows = 200;
    private const int PerRound = 256;
    private BenchCenter _center = null!;
    private AlertDesk _desk = null!;
    private Actor _screen = null!;
    private Actor _other = null!;
    private SqliteConnection _bare = null!;
    private SqliteCommand _insert = null!;
    private IReadOnlyList<AlertId> _new = [];
    private int _next;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _center = await BenchCenter.StartAsync();
        _desk = _center.Get<AlertDesk>();
        await _center.DeliverAsync(0, Rows);
        var accounts = (await _center.Get<DemoAccounts>().CreateAsync(_ => { }, CancellationToken.None))!.Where(a => a.Role == Role.Operator).ToList();
        (_screen, _other) = (await _center.SignedInAsync(accounts[0]), await _center.SignedInAsync(accounts[1]));
        await ListAsync(_screen, Rows);
        _bare = new($"Data Source={Path.Combine(_center.Folder, "bare.db")};Pooling=False");
        _bare.Open();
        _insert = _bare.CreateCommand();
        _insert.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (text text NOT NULL)";
        await _insert.ExecuteNonQueryAsync();
        _insert.CommandText = $"INSERT INTO row (text) VALUES ('{new string('x', 200)}')";
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _insert.DisposeAsync();
        await _bare.DisposeAsync();
        await _center.DisposeAsync();
    }

    // Another's screen says which they are: this one has not been shown them.
    [IterationSetup]
    public void Raise()
    {
        _center.DeliverAsync(0, PerRound).GetAwaiter().GetResult();
        _new = [.. ListAsync(_other, PerRound).GetAwaiter().GetResult().Select(a => a.Id)];
        _next = 0;
    }

    [Benchmark(Baseline = true)]
    public int A_bare_commit() => _insert.ExecuteNonQuery();

    [Benchmark]
    public Task<Alert> A_new_row() => ReadAsync(_new[_next++ % PerRound]);

    [Benchmark]
    public Task<Alert> A_row_that_changed() => ReadAsync(_new[0]);

    private async Task<Alert> ReadAsync(AlertId alert) =>
        await _desk.TheseAsync(_screen, [alert], CancellationToken.None) is Reading<AlertPage>.Granted page
            ? page.Value.Alerts[0]
            : throw new InvalidOperationException("the row was refused");

    private async Task<IReadOnlyList<Alert>> ListAsync(Actor actor, int rows) =>
        await _desk.ListAsync(actor, new() { Limit = rows }, CancellationToken.None) is Reading<AlertPage>.Granted page
            ? page.Value.Alerts
            : throw new InvalidOperationException("the list was refused");
}
