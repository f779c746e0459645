// The short run of the crash trial: the long one is run by hand (docs/performance.md).
using System.Diagnostics;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Up;

public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_center_killed_under_load_loses_and_doubles_nothing_that_was_appended()
    {
        using var folder = new TempFolder();
        var program = Path.Combine(Repository.Root, "bench", "Bawaba.Benchmarks", "bin", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Repository.AppPath)))!, "net10.0", "Bawaba.Benchmarks.dll");
        using var trial = Process.Start(new ProcessStartInfo("dotnet", [program, "crash", folder.File("city"), "4"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var said = await trial.StandardOutput.ReadToEndAsync(patience.Token);
        await trial.WaitForExitAsync(patience.Token);
        output.WriteLine(said);
        Assert.True(trial.ExitCode == 0, said);
        Assert.Contains("0 lost, 0 doubled", said, StringComparison.Ordinal);
    }
}
