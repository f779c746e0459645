namespace Bawaba.Tests.Center.Intake;

public sealed class PrivacyTests
{
    [Fact]
    public async Task After_many_passages_the_store_holds_the_hits_plate_and_no_file_any_other()
    {
        await using var rig = await CenterRig.WithAnEntryAsync();
        // Counts carry no plate; a hit nobody stands behind carries one, and it must not arrive on any disk.
        await rig.DeliverAsync([.. Enumerable.Range(1, 300).Select(i => A.Record(i, rig.Now, A.Count(rig.Now)))]);
        await rig.DeliverAsync(A.Record(301, rig.Now, hit: A.Hit(rig.Now), pictures: A.Pictures("wanted")));
        await rig.DeliverAsync(A.Record(302, rig.Now, hit: A.Hit(rig.Now, "entry-7", "7-424242"), pictures: A.Pictures("stranger")));
        Assert.True(await rig.HoldsAsync("5-123456") && await rig.HoldsAsync("overview-wanted"));
        Assert.False(await rig.HoldsAsync("424242") || await rig.HoldsAsync("overview-stranger") || await rig.HoldsAsync("crop-stranger"));
    }
}
