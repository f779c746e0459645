// Counts in one partition a day: what only PostgreSQL has.
using Bawaba.Center.Passages;
using Bawaba.Center.Storage;
using Bawaba.Tests.Center;

namespace Bawaba.SystemTests.Postgres;

public sealed class CountDayTests
{
    [Fact]
    public async Task Today_and_the_days_to_come_have_a_partition_before_anything_is_delivered()
    {
        await using var rig = await CenterRig.StartAsync();
        Assert.Equal(
            ["passage_count_20261125", "passage_count_20261126", "passage_count_20261127", "passage_count_20261128", "passage_count_20261129", "passage_count_20261130", "passage_count_20261201", "passage_count_other"],
            await DaysAsync(rig));
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)));
        Assert.Equal(1, await RowsAsync(rig, "passage_count_20261125"));
        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.Get<CountClock>().TickAsync(rig.Cancellation);
        Assert.Contains("passage_count_20261202", await DaysAsync(rig));
    }

    [Fact]
    public async Task A_count_of_a_day_without_a_partition_is_kept_and_moves_when_its_day_gets_one()
    {
        await using var rig = await CenterRig.StartAsync();
        var late = rig.Now.AddDays(10);
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(late)), A.Record(2, rig.Now, A.Count(rig.Now.AddDays(-3))));
        Assert.Equal(2, await RowsAsync(rig, "passage_count_other"));
        rig.Time.Advance(TimeSpan.FromDays(5));
        await rig.Get<CountClock>().TickAsync(rig.Cancellation);
        Assert.Equal(1, await RowsAsync(rig, "passage_count_20261205"));
        Assert.Equal(1, await RowsAsync(rig, "passage_count_other"));
        Assert.Equal(2, await RowsAsync(rig, "passage_count"));
        // And it goes on being counted where it is now.
        await rig.DeliverAsync(A.Record(3, rig.Now, A.Count(late)));
        Assert.Equal(2, await FirstAsync(rig, "SELECT passages FROM passage_count_20261205"));
    }

    [Fact]
    public async Task A_day_that_is_too_old_is_dropped_whole_and_what_is_left_of_the_next_is_erased_by_the_minute()
    {
        await using var rig = await CenterRig.StartAsync();
        await rig.DeliverAsync(A.Record(1, rig.Now, A.Count(rig.Now)), A.Record(2, rig.Now, A.Count(rig.Now.AddDays(1))), A.Record(3, rig.Now, A.Count(rig.Now.AddDays(1).AddHours(2))));
        rig.Time.Advance(TimeSpan.FromDays(401) + TimeSpan.FromHours(1));
        await rig.Get<CountClock>().TickAsync(rig.Cancellation);
        Assert.DoesNotContain("passage_count_20261125", await DaysAsync(rig));
        Assert.Contains("passage_count_20261126", await DaysAsync(rig));
        Assert.Equal(1, await RowsAsync(rig, "passage_count"));
        Assert.Contains("rows=2", await rig.Get<CenterStore>().ReadAsync(
            c => c.Rows("SELECT detail FROM audit_event WHERE act = 'CountsErased'", r => r.GetString(0)), rig.Cancellation));
    }

    private static Task<long> RowsAsync(CenterRig rig, string table) => FirstAsync(rig, $"SELECT count(*) FROM {table}");

    private static Task<long> FirstAsync(CenterRig rig, string sql) => rig.Get<CenterStore>().ReadAsync(c => c.First(sql, r => r.GetInt64(0)), rig.Cancellation);

    private static Task<List<string>> DaysAsync(CenterRig rig) => rig.Get<CenterStore>().ReadAsync(
        c => c.Rows("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'passage_count'::regclass ORDER BY 1", r => r.GetString(0)), rig.Cancellation);
}
