// The short runs of the road trials: a gate and a center as processes of their own with a bad road between them, killed again and
// again. The long ones are run by hand (docs/performance.md). They happen in network namespaces of their own.
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Waits)]
public sealed class RoadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("5")]
    [InlineData("7", "--postgres")]
    public async Task Over_a_cut_slow_and_lossy_road_with_kills_nothing_is_lost_or_doubled(string seed, params string[] more)
    {
        using var folder = new TempFolder();
        var (code, said) = await Trial.RunAsync("dotnet", [Trial.Program, "road", folder.File("city"), "3", "21", seed, .. more]);
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("0 lost, 0 doubled", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_offline_drains_over_a_thin_road_while_news_overtakes_it()
    {
        using var folder = new TempFolder();
        var (code, said) = await Trial.RunAsync("dotnet", Trial.Program, "offline", folder.File("city"), "1", "512000");
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("5000 counted of 5000", said, StringComparison.Ordinal);
    }
}
