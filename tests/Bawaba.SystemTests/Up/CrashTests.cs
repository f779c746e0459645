// The short runs of the crash trials: the long ones are run by hand (docs/performance.md).
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Up;

[Collection(Lanes.Waits)]
public sealed class CrashTests(ITestOutputHelper output)
{
    // A mount that only the trial sees, and that goes with it. Who is not root becomes root of a user namespace of its own.
    private const string MountAndRun = "mount -t tmpfs -o size=8m none \"$1\" && exec dotnet \"$2\" full-disk \"$3\"";

    [Fact]
    public async Task A_center_killed_under_load_loses_and_doubles_nothing_that_was_appended()
    {
        using var folder = new TempFolder();
        var (code, said) = await Trial.RunAsync("dotnet", Trial.Program, "crash", folder.File("city"), "4");
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("0 lost, 0 doubled", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outbox_that_fills_its_disk_says_so_and_drains_by_itself_when_the_road_is_mended()
    {
        using var folder = new TempFolder();
        var disk = Directory.CreateDirectory(Path.Combine(folder.File("city"), "east")).FullName;
        string[] namespaces = Environment.IsPrivilegedProcess ? ["--mount"] : ["--user", "--map-root-user", "--mount"];
        var (code, said) = await Trial.RunAsync("unshare", [.. namespaces, "sh", "-c", MountAndRun, "sh", disk, Trial.Program, folder.File("city")]);
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("disk is full", said, StringComparison.Ordinal);
        Assert.Contains("0 lost, 0 doubled", said, StringComparison.Ordinal);
    }
}
