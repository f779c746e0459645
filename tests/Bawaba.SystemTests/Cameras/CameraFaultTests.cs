// The short run of the trial of camera faults: the long one is run by hand (docs/performance.md).
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Cameras;

[Collection(Lanes.Waits)]
public sealed class CameraFaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_fault_of_a_camera_is_shown_and_it_is_well_again_within_30_seconds_of_its_end()
    {
        using var folder = new TempFolder();
        var (code, said) = await Trial.RunAsync("dotnet", Trial.Program, "camera-faults", folder.File("trial"), "1");
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("all 15 faults shown in each of 1 rounds", said, StringComparison.Ordinal);
    }
}
