using System.Text;
using Bawaba.Contracts;
using Bawaba.Gate.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Outbox;

public sealed class GateOutboxTests : IDisposable
{
    private static readonly GateId Gate = GateId.Parse("south-gate");
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(A.Morning);

    private string File => _folder.File("outbox.db");

    [Fact]
    public async Task What_is_appended_survives_closing_and_opening_in_the_same_epoch()
    {
        long epoch;
        await using (var outbox = Open())
        {
            epoch = outbox.Epoch;
            await outbox.AppendAsync([A.CountItem(), A.HitItem()], Cancel);
        }
        _time.Advance(TimeSpan.FromHours(1));
        await using var again = Open();
        Assert.Equal(epoch, again.Epoch);
        // The wide picture of the hit is the third.
        Assert.Equal(3, again.Pending);
        Assert.Equal([2, 1], again.Peek(10).Select(r => r.Key.Sequence));
    }

    [Fact]
    public async Task A_record_comes_out_as_it_went_in()
    {
        await using var outbox = Open();
        var item = A.HitItem("5-12345ليبيا");
        await outbox.AppendAsync([item], Cancel);
        var record = Assert.Single(outbox.Peek(1));
        Assert.Equal(item.Hit, record.Hit);
        Assert.Equal("5-12345ليبيا", record.Hit!.Plate.Visual);
        Assert.Equal(item.RecordedAt, record.RecordedAt);
        Assert.Equal(2000, record.Pictures!.CropJpeg.Length);
        Assert.Null(record.Pictures.OverviewJpeg);
        outbox.Forget([record]);
        var wide = Assert.Single(outbox.Peek(10)).Overview!;
        Assert.Equal((item.Hit!.Passage, item.Hit.Entry, 0, 2000), (wide.Passage, wide.Entry, wide.Revision, wide.Jpeg.Length));
        Assert.Equal(new(Gate, outbox.Epoch, 1), record.Key);
    }

    [Fact]
    public async Task Hits_come_before_counts_each_in_the_order_of_appending()
    {
        await using var outbox = Open();
        await outbox.AppendAsync([A.CountItem(), A.HitItem(), A.CountItem(), A.HitItem()], Cancel);
        Assert.Equal([2, 5, 1, 4], outbox.Peek(10).Select(r => r.Key.Sequence));
    }

    [Fact]
    public async Task A_wide_picture_waits_for_its_hit_and_then_for_nothing_but_late_for_all()
    {
        await using var outbox = Open();
        var now = A.Morning.AddDays(1);
        await outbox.AppendAsync([A.HitItem(), A.CountItem(), A.HitItem() with { RecordedAt = now }], Cancel);
        var since = now.AddMinutes(-2);
        var live = outbox.PeekLive(since, 10, 1 << 20);
        Assert.Equal([4], live.Select(r => r.Key.Sequence));
        Assert.Equal([1, 3], outbox.PeekRest(since, 10, 1 << 20).Select(r => r.Key.Sequence));
        outbox.Forget(live);
        Assert.Equal([5, 1, 3], outbox.PeekRest(since, 10, 1 << 20).Select(r => r.Key.Sequence));
        outbox.Forget(outbox.PeekRest(since, 2, 1 << 20));
        Assert.Equal([3, 2], outbox.PeekRest(since, 10, 1 << 20).Select(r => r.Key.Sequence));
    }

    [Fact]
    public async Task An_outbox_of_the_version_before_hands_over_what_it_holds()
    {
        await using (var outbox = Open())
            await outbox.AppendAsync([A.CountItem()], Cancel);
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                ALTER TABLE record DROP COLUMN waits_for;
                UPDATE record SET kind = 1, crop = x'FFD8', overview = x'FFD9', body = CAST(@hit AS BLOB);
                """;
            command.Parameters.AddWithValue("@hit", System.Text.Json.JsonSerializer.Serialize(A.HitItem().Hit!, ContractsJson.Default.Hit));
            command.ExecuteNonQuery();
        }
        await using var again = Open();
        await again.AppendAsync([A.HitItem()], Cancel);
        var old = again.Peek(10)[0];
        Assert.Equal((2, 2), (old.Pictures!.CropJpeg.Length, old.Pictures.OverviewJpeg!.Length));
        Assert.Equal(3, again.Pending);
    }

    [Fact]
    public async Task A_sequence_is_never_used_again_even_when_everything_was_delivered()
    {
        await using (var outbox = Open())
        {
            await outbox.AppendAsync([A.CountItem(), A.CountItem()], Cancel);
            outbox.Forget(outbox.Peek(10));
            Assert.Equal(0, outbox.Pending);
        }
        await using var again = Open();
        await again.AppendAsync([A.CountItem()], Cancel);
        Assert.Equal(3, Assert.Single(again.Peek(10)).Key.Sequence);
    }

    [Fact]
    public async Task A_batch_is_limited_by_its_pictures_as_well()
    {
        await using var outbox = Open();
        await outbox.AppendAsync([.. Enumerable.Range(0, 40).Select(_ => A.HitItem(pictureBytes: 300_000))], Cancel);
        Assert.InRange(outbox.Peek(500).Count, 2, 30);
    }

    [Fact]
    public async Task The_disk_is_asked_for_full_durability()
    {
        await using var outbox = Open();
        Assert.Equal("wal", outbox.Store.Pragma("journal_mode"));
        Assert.Equal("2", outbox.Store.Pragma("synchronous"));
        Assert.Equal("1", outbox.Store.Pragma("secure_delete"));
    }

    [Fact]
    public async Task Many_callers_at_once_are_all_written()
    {
        await using var outbox = Open();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => Task.Run(() => outbox.AppendAsync([A.CountItem()], Cancel), Cancel)));
        Assert.Equal(400, outbox.Pending);
        Assert.Equal(400, outbox.Peek(500).Select(r => r.Key.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task A_full_disk_is_published_and_waited_out_and_nothing_is_lost()
    {
        await using var outbox = Open();
        await outbox.AppendAsync([A.CountItem()], Cancel);
        var pages = long.Parse(outbox.Store.Pragma("page_count")!, System.Globalization.CultureInfo.InvariantCulture);
        outbox.Store.Pragma("max_page_count", pages);
        var waiting = outbox.AppendAsync([A.HitItem(pictureBytes: 60_000)], Cancel);
        await Eventually.IsTrueAsync(() => outbox.Fault is not null);
        Assert.Contains("full", outbox.Fault, StringComparison.OrdinalIgnoreCase);
        Assert.False(waiting.IsCompleted);
        Assert.Single(outbox.Peek(10));
        outbox.Store.Pragma("max_page_count", 1_000_000);
        await Eventually.IsTrueAsync(() => waiting.IsCompleted, () => _time.Advance(TimeSpan.FromSeconds(1)));
        await waiting;
        Assert.Null(outbox.Fault);
        Assert.Equal(3, outbox.Pending);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_does_not_take_its_record_with_it()
    {
        await using var outbox = Open();
        using var impatient = new CancellationTokenSource();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outbox.AppendAsync([A.HitItem()], impatient.Token));
        await Eventually.IsTrueAsync(() => outbox.Pending == 2);
    }

    [Fact]
    public async Task What_was_accepted_is_written_before_closing_ends()
    {
        var outbox = Open();
        var appends = Enumerable.Range(0, 50).Select(_ => outbox.AppendAsync([A.CountItem()], Cancel)).ToList();
        await outbox.DisposeAsync();
        await Task.WhenAll(appends);
        await using var again = Open();
        Assert.Equal(50, again.Pending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_file_is_set_aside_and_a_new_epoch_begins(bool halfDamaged)
    {
        long epoch;
        await using (var outbox = Open())
        {
            epoch = outbox.Epoch;
            await outbox.AppendAsync([.. Enumerable.Range(0, 200).Select(_ => A.CountItem())], Cancel);
        }
        var bytes = await System.IO.File.ReadAllBytesAsync(File, Cancel);
        new Random(7).NextBytes(halfDamaged ? bytes.AsSpan(4096) : bytes);
        await System.IO.File.WriteAllBytesAsync(File, bytes, Cancel);
        _time.Advance(TimeSpan.FromMinutes(1));
        await using var again = Open();
        Assert.True(again.Epoch > epoch);
        await again.AppendAsync([A.CountItem()], Cancel);
        Assert.Equal(1, again.Pending);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.Path, "outbox.db.damaged-*")), Cancel));
    }

    [Fact]
    public void An_outbox_that_cannot_be_opened_says_which_and_why()
    {
        Directory.CreateDirectory(File);
        var fault = Assert.Throws<IOException>(Open);
        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivered_hits_plate_is_in_no_file_any_more()
    {
        await using var outbox = Open();
        await outbox.AppendAsync([A.HitItem("7-7654321"), A.CountItem()], Cancel);
        Assert.True(FilesHold("7-7654321"));
        outbox.Forget(outbox.Peek(10));
        Assert.False(FilesHold("7-7654321"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GateOutbox Open() => GateOutbox.Open(File, Gate, _time, NullLogger.Instance);

    private bool FilesHold(string text) => Directory.GetFiles(_folder.Path).Any(path =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
