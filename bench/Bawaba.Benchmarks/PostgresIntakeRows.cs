// Batches of 500 taken in at the center on PostgreSQL, beside binary COPY of as many rows, and as many bytes of pictures,
// on the same server in one run; every one a durable commit (fsync on). The figure is nanoseconds a row.
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Bawaba.Benchmarks.Cities;
using Bawaba.Center.Storage;
using Bawaba.SystemTests.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class PostgresIntakeRows
{
    private const int Rows = 500;
    private const int Hits = 10;
    private static readonly byte[] Crop = new byte[8_000];
    private static readonly byte[] Overview = new byte[80_000];
    private PostgresServer _server = null!;
    private BenchCenter _center = null!;
    private NpgsqlConnection _bare = null!;
    private long _sequence;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _server = await PostgresServer.StartAsync();
        var text = _server.Text(await _server.NewDatabaseAsync()).Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal);
        _center = await BenchCenter.StartAsync(StoreAddress.Parse(text));
        _bare = new(text);
        await _bare.OpenAsync();
        await using var create = _bare.CreateCommand();
        create.CommandText = """
            CREATE TABLE bare_record (sequence bigint PRIMARY KEY, gate text NOT NULL, minute_at bigint NOT NULL, lane text NOT NULL,
                direction bigint NOT NULL, vehicle bigint NOT NULL, outcome bigint NOT NULL);
            CREATE TABLE bare_picture (sequence bigint NOT NULL, picture text NOT NULL, jpeg bytea NOT NULL, PRIMARY KEY (sequence, picture))
            """;
        await create.ExecuteNonQueryAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _bare.DisposeAsync();
        await _center.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Binary_COPY() => CopyAsync(0);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Counts() => _center.DeliverAsync(Rows, 0);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public Task Binary_COPY_with_ten_hits_pictures() => CopyAsync(Hits);

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Counts_with_ten_hits() => _center.DeliverAsync(Rows - Hits, Hits);

    private async Task CopyAsync(int hits)
    {
        await using var transaction = await _bare.BeginTransactionAsync();
        var first = _sequence + 1;
        await using (var copy = await _bare.BeginBinaryImportAsync("COPY bare_record FROM STDIN (FORMAT BINARY)"))
        {
            for (var i = 0; i < Rows; i++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(++_sequence, NpgsqlDbType.Bigint);
                await copy.WriteAsync("bench", NpgsqlDbType.Text);
                await copy.WriteAsync(1_795_608_000_000_000L + (i % 10 * 60_000_000L), NpgsqlDbType.Bigint);
                await copy.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"lane-{i % 4}"), NpgsqlDbType.Text);
                for (var column = 0; column < 3; column++)
                    await copy.WriteAsync(i % 3L, NpgsqlDbType.Bigint);
            }
            await copy.CompleteAsync();
        }
        if (hits > 0)
            await CopyPicturesAsync(first, hits);
        await transaction.CommitAsync();
    }

    private async Task CopyPicturesAsync(long first, int hits)
    {
        await using var copy = await _bare.BeginBinaryImportAsync("COPY bare_picture FROM STDIN (FORMAT BINARY)");
        for (var i = 0; i < hits; i++)
        {
            foreach (var (picture, jpeg) in new[] { ("Crop", Crop), ("Overview", Overview) })
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(first + i, NpgsqlDbType.Bigint);
                await copy.WriteAsync(picture, NpgsqlDbType.Text);
                await copy.WriteAsync(jpeg, NpgsqlDbType.Bytea);
            }
        }
        await copy.CompleteAsync();
    }
}
