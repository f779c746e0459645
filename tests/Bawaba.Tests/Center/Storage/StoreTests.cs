using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Storage;

public sealed class StoreTests
{
    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        await rig.Get<CenterStore>().WriteAsync(
            c => c.Run("INSERT INTO migration (name, number, applied_at) VALUES ('900_future.sql', 900, 0)"), rig.Cancellation);
        var refused = await Assert.ThrowsAsync<StoreTooNewException>(rig.RestartAsync);
        Assert.Contains("900_future.sql", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".postgres")]
    public void Steps_are_numbered_one_after_the_other_and_say_what_they_cost(string dialect)
    {
        var steps = Migrations.Known(dialect);
        Assert.Equal(Enumerable.Range(1, steps.Count).Select(i => $"{i:000}"), steps.Keys.Select(n => n[..3]));
        Assert.All(steps.Values, sql => Assert.Contains("Cost:", sql, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind()
    {
        await using var rig = await CenterRig.StartAsync();
        var store = rig.Get<CenterStore>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(
            c =>
            {
                c.Run("INSERT INTO intake_mark (gate, epoch, up_to) VALUES ('x', 1, 1)");
                throw new InvalidOperationException("stop");
            },
            rig.Cancellation));
        Assert.Equal(0, await store.ReadAsync(c => c.First("SELECT count(*) FROM intake_mark", r => r.GetInt64(0)), rig.Cancellation));
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        await using var rig = await CenterRig.StartAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            rig.Get<CenterStore>().ReadAsync(c => c.Run("DELETE FROM intake_mark"), rig.Cancellation));
    }
}
