// A store that the schema before this one left behind (store-009.….sql), brought up to date.
using Bawaba.Center;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Storage;

public sealed class UpgradeTests
{
    [Fact]
    public async Task A_store_of_the_schema_before_is_upgraded_and_keeps_what_it_holds()
    {
        await using var rig = await CenterRig.StartAsync(StoreUnderTest.RestorePrevious);
        var alert = Assert.Single(await rig.AlertsAsync());
        Assert.Equal(("5-111111", AlertState.Raised), (alert.Plate?.Visual, alert.State));
        var store = rig.Get<CenterStore>();
        Assert.Equal("crop-old"u8.ToArray(), await store.ReadAsync(c => AlertSql.Picture(c, Scope.Joint, alert.Id, AlertPicture.Crop), rig.Cancellation));
        Assert.Equal(8, await NumberAsync(rig, "SELECT sum(passages) FROM passage_count"));
        Assert.Equal(["CityLoaded", "AlertRaised"], (await rig.ActsAsync())[..2]);
        Assert.NotNull(await store.ReadAsync(c => c.First("SELECT retired_at FROM gate WHERE id = 'west'", r => r.InstantOrNull(0)), rig.Cancellation));
    }

    [Fact]
    public async Task What_was_delivered_before_the_upgrade_is_known_after_it_and_counting_goes_on()
    {
        await using var rig = await CenterRig.StartAsync(StoreUnderTest.RestorePrevious);
        GateRecord[] batch = [A.Record(40, rig.Now, A.Count(rig.Now), epoch: 7), A.Record(41, rig.Now, A.Count(rig.Now), epoch: 7), A.Record(42, rig.Now, A.Count(rig.Now), epoch: 7)];
        Assert.Equal(new IntakeAck(1, 2), await rig.DeliverAsync(batch));
        Assert.Equal(6, await NumberAsync(rig, "SELECT passages FROM passage_count WHERE minute_at = 1795608000000000 AND vehicle = 2"));
    }

    [Fact]
    public async Task Looking_at_a_store_says_what_would_be_done_and_does_nothing()
    {
        await using var rig = await CenterRig.StartAsync(rig =>
        {
            StoreUnderTest.RestorePrevious(rig);
            for (var looks = 0; looks < 2; looks++)
            {
                var before = CenterSchema.Look(rig.DataFolder, rig.Store)!;
                Assert.Equal((9, "009_enrolment.sql"), (before.Applied.Count, before.Applied[^1]));
                Assert.Equal("010_live.sql", before.Pending[0]);
            }
        });
        var after = CenterSchema.Look(rig.DataFolder, rig.Store)!;
        Assert.Empty(after.Pending);
        Assert.Empty(after.Unknown);
        Assert.Empty(CenterSchema.Upgrade(rig.DataFolder, rig.Store, rig.Time));
    }

    private static Task<long> NumberAsync(CenterRig rig, string sql) =>
        rig.Get<CenterStore>().ReadAsync(c => c.First(sql, r => r.GetInt64(0)), rig.Cancellation);
}
